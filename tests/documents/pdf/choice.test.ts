/** What is printed: sections, ranges of days, ticks, names. */
import { describe, expect, it } from 'vitest';
import { layOutPlan, type PdfOptions } from '../../../src/documents/pdf/render-pdf.ts';
import { PDF_SECTIONS } from '../../../src/documents/pdf/sections.ts';
import { type Plan, planClock } from '../../../src/plan/plan.ts';
import { type CivilDate, civilDate } from '../../../src/time/civil-date.ts';
import { smallPlan } from '../small-plan.ts';
import { faultsOf, framesOf, nineMonths, options, sixMonths, textBoxes } from './pdf-samples.ts';

type Choice = Pick<PdfOptions, 'sections' | 'range' | 'owner'>;

const layout = (plan: Plan, choice: Choice = {}) =>
  layOutPlan(plan, { ...options('a4'), ...choice });
const textOf = (plan: Plan, choice: Choice = {}): string =>
  textBoxes(layout(plan, choice))
    .map(({ text }) => text)
    .join('\n');

const sectionsIn = (plan: Plan, choice: Choice = {}): string[] => [
  ...new Set(layout(plan, choice).pages.map(({ section }) => section)),
];

const dateOf = (plan: Plan, start: number): CivilDate =>
  civilDate(planClock(plan).toWallClock(start).day);

describe('sections', () => {
  it('come all, in order, when none is named', () => {
    expect(sectionsIn(smallPlan)).toEqual([
      'Your plan',
      'Made for you, in detail',
      'Overview',
      'Calendar',
      'Weekly checklists',
      'Practice scores',
      'Lab safety',
      'Resource index',
      'Notes and sources',
    ]);
  });

  it('come alone when they are named, in the order of the document', () => {
    expect(sectionsIn(smallPlan, { sections: ['weeks', 'cover'] })).toEqual([
      'Your plan',
      'Weekly checklists',
    ]);
    for (const section of PDF_SECTIONS) {
      expect(sectionsIn(smallPlan, { sections: [section] })).toHaveLength(1);
    }
  });

  it('lie on their side when they are calendars, and stand upright else', () => {
    for (const { section, landscape } of layout(sixMonths()).pages) {
      expect(landscape).toBe(section === 'Calendar');
    }
  });
});

describe('calendars', () => {
  it('have a sheet for each month from the first session to the exam', () => {
    const { pages } = layout(sixMonths(), { sections: ['calendar'] });
    const months = pages.map(({ placed }) => placed[0]?.piece.bookmarks.at(-1)?.title);
    expect(months).toEqual([
      'November 2026',
      'December 2026',
      'January 2027',
      'February 2027',
      'March 2027',
      'April 2027',
    ]);
  });

  it('hold every session that has room, and count the others', () => {
    const plan = nineMonths();
    const text = textOf(plan, { sections: ['calendar'] });
    const lines = new Set(text.split('\n'));
    const shown = plan.sessions.filter(({ number }) => lines.has(String(number))).length;
    const left = [...text.matchAll(/^\+ (\d+) more, /gm)].reduce(
      (sum, [, count]) => sum + Number(count),
      0,
    );
    expect(shown).toBeGreaterThan(plan.sessions.length * 0.9);
    expect(shown + left).toBeGreaterThanOrEqual(plan.sessions.length);
  });
});

describe('a range of days', () => {
  const plan = sixMonths();
  const range = { from: '2027-01-10', to: '2027-01-20' } as const;

  it('leaves the sessions of other days out of lists and calendars', () => {
    const numbers = layout(plan, { range, sections: ['weeks'] }).pages.flatMap(({ placed }) =>
      placed.flatMap(({ piece }) =>
        piece.blocks.flatMap(({ tag, content }) => {
          const first = content[0];
          return tag === 'P' && first !== undefined && !('tag' in first) && first.type === 'text'
            ? [first.run.text]
            : [];
        }),
      ),
    );
    const inside = plan.sessions.filter(({ start }) => {
      const date = dateOf(plan, start);
      return date >= range.from && date <= range.to;
    });
    expect(inside.length).toBeGreaterThan(3);
    expect(numbers.filter((text) => /^\d+$/.test(text)).map(Number)).toEqual(
      inside.map(({ number }) => number),
    );
    const { pages } = layout(plan, { range, sections: ['calendar'] });
    expect(pages).toHaveLength(1);
  });

  it('keeps the numbers that weeks have in the whole plan', () => {
    expect(textOf(plan, { range, sections: ['weeks'] })).toMatch(/^Week 8 of 2\d$/m);
  });

  it('prints one page where it leaves nothing', () => {
    const nothing = { from: '2030-01-01', to: null } as const;
    const { pages } = layout(plan, { range: nothing, sections: ['calendar', 'resources'] });
    expect(pages).toHaveLength(1);
  });
});

describe('progress', () => {
  it('comes ticked, with its real minutes and day', () => {
    const { pages } = layout(smallPlan, { sections: ['weeks'] });
    const ticks = pages.flatMap(({ placed }) =>
      placed.flatMap(({ piece }) =>
        piece.decor.filter((shape) => shape.type === 'path' && shape.lineWidth === 1.6),
      ),
    );
    const done = smallPlan.sessions.filter(({ status }) => status === 'done');
    expect(done.length).toBeGreaterThan(0);
    expect(ticks).toHaveLength(done.length);
    expect(textOf(smallPlan, { sections: ['weeks'] })).toContain('50 min real, 23 Mar');
  });
});

describe('the cover', () => {
  it('names the exam day and counts the days to it', () => {
    expect(textOf(sixMonths(), { sections: ['cover'] })).toMatch(
      /Exam \w{3} \d+ \w{3} 2027\n.*\(suggested\) · \d+ days from Wed 25 Nov/,
    );
  });

  it.each([
    'Maximiliane-Wilhelmine Straßburger-Łodzi',
    'Ngô Thị Ánh',
    'Ελένη Παπαδοπούλου',
    'Олександр Щербина',
    'ליאת בן־דוד',
    'ليلى عبد الله',
  ])('prints the name %s', (owner) => {
    const boxes = textBoxes(layout(smallPlan, { owner, sections: ['cover'] }));
    const words = boxes.map(({ text }) => text).join(' ');
    for (const word of owner.split(' ')) expect(words).toContain(word);
    expect(words).not.toContain('[no font]');
    const cover = layout(smallPlan, { owner, sections: ['cover'] });
    expect(faultsOf(boxes, framesOf(cover, 'a4'))).toEqual([]);
  });

  it('says so where it has no font for a name', () => {
    const text = textOf(smallPlan, { owner: '山田太郎', sections: ['cover'] });
    expect(text).toContain('[no font]');
    expect(text).not.toContain('□□');
    expect(text).toMatch(/install a font such as Noto Sans CJK/);
  });
});
