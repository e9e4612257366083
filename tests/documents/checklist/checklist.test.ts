import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderChecklist } from '../../../src/documents/checklist/render-checklist.ts';
import { samplePlan } from '../../support/sample-plan.ts';
import { checklistOf, ENGLISH } from '../render-all.ts';
import { planTitled, smallPlan } from '../small-plan.ts';

const small = checklistOf(smallPlan);
const lineOf = (text: string, number: number): string =>
  text.split('\n').find((line) => line.includes(`] **${number}** `)) ?? '';

/** What `certplan import` reads: the plan, and the box in front of each number. */
const ticks = (text: string): [number, boolean][] =>
  [...text.matchAll(/^- \[([ x])\] \*\*(\d+)\*\*/gm)].map(([, box, number]) => [
    Number(number),
    box === 'x',
  ]);

describe('the checklist', () => {
  it('has a line per session with all that one needs to know', () => {
    expect(lineOf(small, 7)).toBe(
      '- [ ] **7** Sat 10 Apr 09:00 · 120 min · project · Capstone: fraud detection (1 of 2: Plan and ground: budget alarm, roles)',
    );
    expect(lineOf(small, 5)).toBe(
      '- [ ] **5** Sat 3 Apr 09:00 · 115 min · lab · [Train a model 🧪 with script mode](https://github.com/example/lab)',
    );
  });

  it('can be read back: plan, creation, and every box', () => {
    expect(small).toMatch(/^<!-- certplan evenings 2027-03-20T10:00:00Z -->\n/);
    const plan = samplePlan({ name: 'my_plan.2-' });
    const text = checklistOf(plan);
    expect(text).toMatch(/^<!-- certplan my_plan\.2- 2026-11-25T12:00:00Z -->\n/);
    expect(ticks(text)).toEqual(plan.sessions.map((one) => [one.number, false]));
    expect(ticks(small)[0]).toEqual([1, true]);
    expect(ticks(small).filter(([, done]) => done)).toHaveLength(1);
  });

  it('groups by ISO week, in the learner’s zone', () => {
    const headings = small.match(/^## Week .*$/gm) ?? [];
    expect(headings).toEqual([
      '## Week 1 (2027-W12), Mon 22 Mar to Sun 28 Mar 2027: 2 h 45 m',
      '## Week 2 (2027-W13), Mon 29 Mar to Sun 4 Apr 2027: 2 h 55 m',
      '## Week 3 (2027-W14), Mon 5 Apr to Sun 11 Apr 2027: 3 h 10 m',
      '## Week 4 (2027-W15), Mon 12 Apr to Sun 18 Apr 2027: 3 h',
    ]);
  });

  it('says what was skipped or missed', () => {
    expect(lineOf(small, 2)).toMatch(/ · skipped$/);
    expect(lineOf(small, 3)).toMatch(/ · missed$/);
  });

  it('shows titles and obeys none of them', () => {
    expect(lineOf(small, 3)).toContain('[Datenströme für \\*alle\\* \\[mit\\_Kafka\\]]');
    const title = (text: string) => lineOf(checklistOf(planTitled(text)), 1).split(' · ')[3];
    expect(title('<img src=x onerror=alert(1)>')).toBe('&lt;img src=x onerror=alert(1)&gt;');
    expect(title('[x](javascript:alert(1))')).toBe('\\[x\\](javascript:alert(1))');
    expect(title('`code` ~~gone~~ &lt; a|b $x$')).toBe(
      '\\`code\\` \\~\\~gone\\~\\~ &amp;lt; a\\|b \\$x\\$',
    );
    expect(title('a\n- [x] **2** b')).toBe('a - \\[x\\] \\*\\*2\\*\\* b');
    expect(title('# Title')).toBe('\\# Title');
  });

  it('links to the web only, and ends no link early', () => {
    expect(lineOf(small, 2)).toContain('(https://example.org/wiki/Mean_%28statistics%29)');
    const line = (url: string) => lineOf(checklistOf(planTitled('t', url)), 1);
    expect(line('javascript:alert(1)')).toMatch(/ · t$/);
    expect(line('https://example.com/a) <b> "c" [d] `e`\\f')).toMatch(
      / · \[t\]\(https:\/\/example\.com\/[^\s()<>"'`[\]\\]*\)$/,
    );
    expect(line('https://user:pw@example.com/?a=1&lt=2')).toMatch(
      /\(https:\/\/example\.com\/\?a=1&amp;lt=2\)$/,
    );
  });

  it('has one line per session, whatever the titles', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (title) => {
        const text = checklistOf(planTitled(title));
        expect(ticks(text)).toEqual([[1, false]]);
        expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
        expect(lineOf(text, 1)).not.toMatch(/[<>]/);
      }),
      { numRuns: 60 },
    );
  });

  it('says where a template is wrong', () => {
    const wrong = (template: string) => () =>
      renderChecklist(smallPlan, {
        words: ENGLISH,
        template: { name: 'mine.md.liquid', text: template },
      });
    expect(wrong('# {{ plan.nam }}')).toThrowError(
      /^mine\.md\.liquid:1:6 undefined variable: plan\.nam$/,
    );
    expect(wrong('a\n{% for week in weeks %}')).toThrowError(/^mine\.md\.liquid:2:1 /);
  });
});
