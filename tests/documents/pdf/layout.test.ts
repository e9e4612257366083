/** Where text stands, without any PDF: inside the margins, never on other text. */
import { describe, expect, it } from 'vitest';
import { layOutPlan } from '../../../src/documents/pdf/render-pdf.ts';
import { planWeeks } from '../../../src/documents/pdf/weeks.ts';
import {
  faultsOf,
  framesOf,
  hostilePlan,
  nineMonths,
  options,
  sixMonths,
  textBoxes,
  twoWeeks,
  wideFonts,
} from './pdf-samples.ts';

const PLANS = { twoWeeks, sixMonths, nineMonths, hostilePlan };

describe.each(['a4', 'letter'] as const)('layout on %s', (paper) => {
  it.each(Object.entries(PLANS))('%s: inside the margins, without overlap', (_, plan) => {
    const layout = layOutPlan(plan(), options(paper));
    const boxes = textBoxes(layout);
    expect(boxes.length).toBeGreaterThan(100);
    expect(faultsOf(boxes, framesOf(layout, paper))).toEqual([]);
  });

  it('holds with wider fonts too', () => {
    const layout = layOutPlan(nineMonths(), { ...options(paper), fonts: wideFonts });
    expect(faultsOf(textBoxes(layout), framesOf(layout, paper))).toEqual([]);
  });
});

describe('pages', () => {
  it('keeps every week heading with a session, and repeats it on the next page', () => {
    const { pages, desk } = layOutPlan(nineMonths(), options('a4'));
    const lists = pages.filter(({ section }) => section === 'Weekly checklists');
    expect(lists.length).toBeGreaterThan(5);
    for (const page of lists.slice(1)) {
      expect(page.placed[0]?.piece.blocks[0]?.tag).toBe('H2');
    }
    for (const page of lists) {
      const heading = page.placed.at(-1)?.piece.bookmarks[0];
      if (heading === undefined) continue;
      // Only a week without work may end a page: the next one has a sheet of its own.
      const week = planWeeks(desk.plan).find(({ place }) =>
        heading.title.startsWith(`Week ${place} `),
      );
      expect(week?.sessions).toEqual([]);
    }
  });

  it('gives no week without work a page of its own', () => {
    const plan = sixMonths();
    const base = options('a4');
    let idle = 0;
    for (let bottom = 62; bottom < 300; bottom += 14) {
      const theme = { ...base.theme, page: { ...base.theme.page, bottom } };
      const { pages, desk } = layOutPlan(plan, { ...base, theme, sections: ['weeks'] });
      idle += planWeeks(desk.plan).filter(({ sessions }) => sessions.length === 0).length;
      const wasted = pages.filter(({ placed }) =>
        placed.every(({ piece }) => piece.blocks[0]?.tag === 'H2'),
      );
      expect([bottom, wasted]).toEqual([bottom, []]);
    }
    expect(idle).toBeGreaterThan(10);
  });

  it('leaves no last source alone on a page', () => {
    const plan = sixMonths();
    const base = options('letter');
    let broken = 0;
    for (let bottom = 62; bottom < 400; bottom += 3) {
      const theme = { ...base.theme, page: { ...base.theme.page, bottom } };
      const { pages } = layOutPlan(plan, { ...base, theme, sections: ['notes'] });
      expect([bottom, (pages.at(-1)?.placed.length ?? 0) >= 3]).toEqual([bottom, true]);
      if (pages.length > 1) broken += 1;
    }
    expect(broken).toBeGreaterThan(20);
  });

  it('leaves no last row of a table alone on a page', () => {
    const plan = sixMonths();
    const base = options('letter');
    let broken = 0;
    for (let bottom = 62; bottom < 480; bottom += 4) {
      const theme = { ...base.theme, page: { ...base.theme.page, bottom } };
      const { pages } = layOutPlan(plan, { ...base, theme, sections: ['details'] });
      // The head is repeated on each page.
      const rows = pages.map(
        ({ placed }) => placed.filter(({ piece }) => piece.blocks[0]?.tag === 'TR').length - 1,
      );
      expect([bottom, rows.filter((count) => count === 1 || count === 2)]).toEqual([bottom, []]);
      if (rows.filter((count) => count > 0).length > 1) broken += 1;
    }
    expect(broken).toBeGreaterThan(5);
  });

  it('keeps the note on the weight bars with the last of them', () => {
    const plan = sixMonths();
    const base = options('letter');
    const pagesSeen = new Set<number>();
    for (let bottom = 62; bottom < 420; bottom += 4) {
      const theme = { ...base.theme, page: { ...base.theme.page, bottom } };
      const boxes = textBoxes(layOutPlan(plan, { ...base, theme, sections: ['overview'] }));
      const note = boxes.find(({ text }) => text.startsWith('Hours of the domains'))?.page ?? -1;
      const bars = boxes.filter(({ text }) => text.includes('% of the hours'));
      expect([bottom, bars.at(-1)?.page]).toEqual([bottom, note]);
      pagesSeen.add(note);
    }
    expect(pagesSeen.size).toBeGreaterThan(1);
  });

  it('goes on with the details below a cover that ran over', () => {
    const plan = sixMonths();
    const base = options('letter');
    /** Where on the second page the details begin: 0 is its top. */
    const beginsAt = (bottom: number): number | undefined => {
      const theme = { ...base.theme, page: { ...base.theme.page, bottom } };
      const { pages } = layOutPlan(plan, { ...base, theme, sections: ['cover', 'details'] });
      return pages[1]?.placed.findIndex(({ piece }) =>
        piece.bookmarks.some(({ title }) => title === 'Made for you, in detail'),
      );
    };
    expect(beginsAt(40)).toBe(0);
    expect(beginsAt(170)).toBeGreaterThan(0);
    // Most of the page is taken: the details have one of their own.
    expect(beginsAt(500)).toBe(-1);
  });

  it('keeps every heading of the resource index with its first row', () => {
    const plan = twoWeeks();
    const base = options('letter');
    // Pages that end a little higher each time: one of them ends behind a heading, if any can.
    for (let bottom = 62; bottom < 500; bottom += 2) {
      const theme = { ...base.theme, page: { ...base.theme.page, bottom } };
      const { pages } = layOutPlan(plan, { ...base, theme, sections: ['resources'] });
      const last = pages.map(({ placed }) => placed.at(-1)?.piece.blocks[0]?.tag);
      expect([bottom, last.includes('H2')]).toEqual([bottom, false]);
    }
  });

  it('says once that characters are missing', () => {
    const text = (plan: ReturnType<typeof twoWeeks>) =>
      textBoxes(layOutPlan(plan, options('a4')))
        .map((box) => box.text)
        .join('\n');
    expect(text(hostilePlan()).match(/not in the fonts of this document/g)).toHaveLength(1);
    expect(text(twoWeeks())).not.toMatch(/not in the fonts/);
  });

  it('lays out a plan without sessions', () => {
    const plan = { ...twoWeeks(), sessions: [], milestones: [] };
    const layout = layOutPlan(plan, options('letter'));
    expect(faultsOf(textBoxes(layout), framesOf(layout, 'letter'))).toEqual([]);
  });

  it('lays out a plan of three years', () => {
    const plan = nineMonths();
    const sessions = plan.sessions.map((session, index) => ({
      ...session,
      start: session.start + index * 4 * 1440,
    }));
    const layout = layOutPlan({ ...plan, sessions }, options('a4'));
    expect(faultsOf(textBoxes(layout), framesOf(layout, 'a4'))).toEqual([]);
  });
});
