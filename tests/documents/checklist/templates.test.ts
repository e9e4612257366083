/** Checklists in other forms than Markdown, and templates of one's own. */
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHECKLIST_TEMPLATES,
  type ChecklistTemplateName,
} from '../../../src/documents/checklist/built-in-templates.ts';
import { dialectOf } from '../../../src/documents/checklist/dialects.ts';
import { escapeOrg } from '../../../src/documents/checklist/escape-org.ts';
import { escapeTodoTxt } from '../../../src/documents/checklist/escape-todo-txt.ts';
import { renderChecklist } from '../../../src/documents/checklist/render-checklist.ts';
import { templateData } from '../../../src/documents/template-data.ts';
import { readChecklist } from '../../../src/progress/ticks/checklist.ts';
import { samplePlan } from '../../support/sample-plan.ts';
import { checklistOf, ENGLISH } from '../render-all.ts';
import { planTitled, planWith, session, smallPlan } from '../small-plan.ts';

const NAMES = Object.keys(CHECKLIST_TEMPLATES) as ChecklistTemplateName[];

describe.each(NAMES)('the template %s', (name) => {
  it('has every session once, and a plan without sessions, too', () => {
    const plan = samplePlan();
    const text = checklistOf(plan, name);
    const lines = text.split('\n');
    for (const one of plan.sessions) {
      const box = new RegExp(
        `^(- \\[ \\] \\*\\*|\\[ \\] |\\*\\* TODO |\\S+ )${one.number}(\\*\\*)? `,
      );
      expect(lines.filter((line) => box.test(line))).toHaveLength(1);
    }
    expect(() => checklistOf({ ...planWith([]), exam: null }, name)).not.toThrow();
  });

  it('keeps a session in its lines, whatever the title', () => {
    const lineCount = (title: string): number =>
      checklistOf(planTitled(title), name).split('\n').length;
    const usual = lineCount('t');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (title) => {
        expect(lineCount(title)).toBe(usual);
      }),
      { numRuns: 40 },
    );
  });
});

describe('what was ticked comes back', () => {
  it.each(['markdown', 'text', 'org'] as const)('from %s', (name) => {
    const { plan, createdAt, boxes } = readChecklist(checklistOf(smallPlan, name), 'x');
    expect([plan, createdAt]).toEqual(['evenings', '2027-03-20T10:00:00Z']);
    expect([...boxes].map(([number, { ticked }]) => [number, ticked])).toEqual(
      smallPlan.sessions.map(({ number, status }) => [number, status === 'done']),
    );
  });

  it('from Org mode with keywords of one’s own, and from text with a capital', () => {
    const org = checklistOf(smallPlan, 'org')
      .replace('** TODO 3 ', '**** DONE 3 ')
      .replace('** TODO 4 ', '** WAITING 4 ');
    const { boxes } = readChecklist(org, 'x');
    expect([boxes.get(3)?.ticked, boxes.get(4)?.ticked]).toEqual([true, false]);
    const text = checklistOf(smallPlan, 'text').replace('[ ] 3 ', '  [X]  3 ');
    expect(readChecklist(text, 'x').boxes.get(3)?.ticked).toBe(true);
  });

  it('and no line of one form counts in another', () => {
    const mixed = `${checklistOf(smallPlan)}\n[x] 4 apples\n** DONE 4 apples\n- [x] 4 apples\n`;
    expect(readChecklist(mixed, 'x').boxes.get(4)?.ticked).toBe(false);
  });
});

describe('Org mode', () => {
  it('gives each session its slot, for the agenda', () => {
    expect(checklistOf(smallPlan, 'org')).toContain(
      '** TODO 5 Train a model 🧪 with script mode :lab:\nSCHEDULED: <2027-04-03 Sat 09:00-10:55>\n:PROPERTIES:\n:EFFORT:   115min\n:END:\n[[https://github.com/example/lab]]\n',
    );
    const late = planWith([session(1, '2027-04-03T21:30:00Z', { kind: 'exam-review' })]);
    expect(checklistOf(late, 'org')).toMatch(/:exam_review:\nSCHEDULED: <2027-04-03 Sat 23:30>\n/);
  });

  it('shows titles and obeys none of them', () => {
    expect(escapeOrg('[[elisp:(delete-file "x")][y]]')).toBe(
      '[\\zwnj{}[elisp\\colon{}(delete-file "x")][y]\\zwnj{}]',
    );
    expect(escapeOrg('{{{macro}}} <2027-01-01> *b* /i/ a_b $x$ \\alpha')).toBe(
      '{\\zwnj{}{\\zwnj{}{macro}}} \\lt{}2027-01-01\\gt{} \\ast{}b\\ast{} \\slash{}i\\slash{} a\\under{}b \\dollar{}x\\dollar{} \\\\zwnj{}alpha',
    );
    expect(escapeOrg('- x')).toBe('\\zwnj{}- x');
    expect(escapeOrg('CI/CD: C++ on EC2, at 09:00 (a-b)')).toBe(
      'CI/CD: C\\plus{}\\plus{} on EC2, at 09:00 (a-b)',
    );
    const link = checklistOf(planTitled('t', 'https://example.com/a]][[elisp:x]]'), 'org');
    expect(link).toContain('[[https://example.com/a%5D%5D%5B%5Belisp:x%5D%5D]]');
  });
});

describe('todo.txt', () => {
  const lines = checklistOf(smallPlan, 'todo.txt').trimEnd().split('\n');

  it('has a line a session by the rules of the format, without what is skipped', () => {
    expect(lines).toHaveLength(smallPlan.sessions.length - 1);
    for (const line of lines) {
      expect(line).toMatch(
        /^(x \d{4}-\d\d-\d\d )?2027-03-20 \d+ .* \+evenings @[a-z-]+ due:\d{4}-\d\d-\d\d$/,
      );
    }
    expect(lines[0]).toMatch(/^x 2027-03-23 2027-03-20 1 /);
  });

  it('takes no title for a project, a context or a tag', () => {
    expect(escapeTodoTxt('@home +1 due:2020-01-01 a@b c+d')).toBe(
      '@ home + 1 due: 2020-01-01 a@b c+d',
    );
    expect(escapeTodoTxt('x done')).toBe('. x done');
    expect(escapeTodoTxt('(A) first')).toBe('. (A) first');
  });
});

const docs = readFileSync(new URL('../../../docs/templates.md', import.meta.url), 'utf8');

/** `plan.name`, `weeks[].hours`, `session.number`, …, of real data. */
function namesIn(value: unknown, path: string): string[] {
  const at = /^weeks\[\](\.days\[\])?\.sessions\[\]$/.test(path) ? 'session' : path;
  if (Array.isArray(value)) return [at, ...namesIn(value[0], `${at}[]`)];
  if (typeof value !== 'object' || value === null) return at.endsWith('[]') ? [] : [at];
  const inside = Object.entries(value).flatMap(([key, own]) =>
    namesIn(own, at === '' ? key : `${at}.${key}`),
  );
  return ['exam', 'words'].includes(at) ? [at, ...inside] : inside;
}

describe('docs/templates.md', () => {
  it('names everything a template sees, and nothing else', () => {
    const [, table = ''] = docs.split('## What a template sees');
    const told = [...table.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, name]) => name);
    const { weeks, ...rest } = templateData(smallPlan, ENGLISH);
    const seen = new Set(namesIn({ ...rest, weeks }, ''));
    expect([...told].sort()).toEqual([...seen].sort());
  });

  it('shows a template that works', () => {
    const [, example = ''] = /^```liquid\n([\s\S]*?)^```/m.exec(docs) ?? [];
    const text = renderChecklist(smallPlan, {
      words: ENGLISH,
      template: { name: 'mine.md.liquid', text: example },
    });
    expect(text).toContain('\n- [x] 1 Mon 22 Mar 19:00 [Exam guide');
    expect(text).toContain('\n- [ ] 9 Sat 17 Apr 09:00 Practice exam 1\n');
  });
});

describe('a template of one’s own', () => {
  const filled = (name: string, text = '{{ weeks[0].sessions[2].title }}') =>
    renderChecklist(smallPlan, { words: ENGLISH, template: { name, text } });

  it('is escaped for what it makes, as its name says', () => {
    expect(filled('a/b.md')).toBe('Datenströme für \\*alle\\* \\[mit\\_Kafka\\]\n');
    expect(filled('b.org.liquid')).toBe('Datenströme für \\ast{}alle\\ast{} [mit\\under{}Kafka]\n');
    expect(filled('b.liquid')).toBe('Datenströme für *alle* [mit_Kafka]\n');
    expect(filled('b.html', '{{ domains[0].title }}')).toBe('Data; its ways, and &lt;costs&gt;\n');
    expect(dialectOf('my/todo.txt.liquid')).toBe('todo.txt');
    expect(dialectOf('notodo.txt')).toBe('text');
  });

  it('has links that lead to the web, and words', () => {
    const evil = planTitled('t', 'javascript:alert(1)');
    for (const name of ['a.md', 'a.org', 'a.html', 'todo.txt', 'a.txt']) {
      const text = '{{ "javascript:x" | link }}|{{ weeks[0].sessions[0].url | link }}|';
      expect(renderChecklist(evil, { words: ENGLISH, template: { name, text } })).toBe('||\n');
    }
    expect(filled('a.org', '{{ "practice-exam" | tag }} {{ "a b" | word }}')).toBe(
      'practice_exam ab\n',
    );
  });
});
