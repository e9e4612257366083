/** The sentences of the cover, and the helper that finds layout faults. */
import { describe, expect, it } from 'vitest';
import { examFacts, windowLines } from '../../../src/documents/pdf/exam-words.ts';
import { madeForYouSentences, waiverGroups } from '../../../src/documents/pdf/made-for-you.ts';
import { planWeeks } from '../../../src/documents/pdf/weeks.ts';
import { samplePlan } from '../../support/sample-plan.ts';
import { english, faultsOf, frameOf, nineMonths, sixMonths, twoWeeks } from './pdf-samples.ts';

const sentences = (plan: ReturnType<typeof sixMonths>): string[] =>
  madeForYouSentences({ plan, words: english }).map(({ lead, rest }) => `${lead} ${rest}`);

describe('made for you', () => {
  it('names weaker foundations with their hours and steps', () => {
    expect(sentences(sixMonths())[0]).toMatch(
      /^weaker ML foundations: \+ \d+ h \(statistics 1 → 2, ml 0 → 3/,
    );
    expect(sentences(twoWeeks()).join('\n')).not.toContain('weaker ML foundations');
  });

  it('groups waivers by reason and adds up their minutes', () => {
    const plan = twoWeeks();
    const groups = waiverGroups(plan);
    const total = groups.reduce((sum, { minutes }) => sum + minutes, 0);
    expect(total).toBe(plan.madeForYou.waivedMinutes);
    expect(groups.flatMap(({ items }) => items)).toHaveLength(plan.waived.length);
    expect(sentences(plan).some((text) => /short checks?: − /.test(text))).toBe(true);
  });

  it('says what was inferred and how to change it', () => {
    expect(sentences(nineMonths()).at(-1)).toMatch(/^not given.*ml 0.*--skill ml=2$/);
  });
});

describe('words', () => {
  it('writes spans of dates shortly', () => {
    expect(english.dates.span('2026-11-23', '2026-11-29')).toBe('23–29 Nov 2026');
    expect(english.dates.span('2026-11-30', '2026-12-06')).toBe('30 Nov – 6 Dec 2026');
    expect(english.dates.span('2026-12-28', '2027-01-03')).toBe('28 Dec 2026 – 3 Jan 2027');
  });

  it('joins days in a row', () => {
    const plan = samplePlan({ when: 'mon-fri 19:00-21:00; sat,sun 09:00-13:00' });
    expect(windowLines(plan, english.dates)).toEqual([
      'Mon–Fri  19:00–21:00',
      'Sat, Sun  09:00–13:00',
    ]);
  });

  it('names the facts that are known only', () => {
    expect(examFacts(sixMonths().certification, english.pdf.cover)).toMatch(
      /^130 minutes · .*pass at 720 of 1000/,
    );
  });

  it('puts every session into exactly one week', () => {
    const plan = nineMonths();
    const numbers = planWeeks(plan).flatMap(({ sessions }) =>
      sessions.map(({ session }) => session.number),
    );
    expect([...numbers].sort((a, b) => a - b)).toEqual(
      plan.sessions.map(({ number }) => number).sort((a, b) => a - b),
    );
  });
});

describe('the layout check', () => {
  it('finds what it looks for', () => {
    const box = { page: 0, text: 'a', xMin: 60, xMax: 90, yMin: 100, yMax: 110 };
    const frame = () => frameOf('a4');
    expect(faultsOf([box, { ...box, yMin: 110, yMax: 120 }], frame)).toEqual([]);
    expect(faultsOf([box, { ...box, yMin: 108, yMax: 118 }], frame)).toHaveLength(1);
    expect(faultsOf([{ ...box, xMin: 40 }], frame)).toHaveLength(1);
    expect(faultsOf([{ ...box, yMax: 840 }], frame)).toHaveLength(1);
  });
});
