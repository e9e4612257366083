/** The checklists, week by week: what people carry and tick. */
import { milestoneTitle } from '../words/milestone-title.ts';
import type { Desk } from './desk.ts';
import { Draft } from './draft.ts';
import type { Flow } from './flow.ts';
import { markKey } from './kind-mark.ts';
import type { Piece } from './piece.ts';
import { sectionTitle } from './prose.ts';
import { sessionRow, TITLE_X } from './session-row.ts';
import { type PlanWeek, printedWeeks, weekAnchor } from './weeks.ts';

/** Lines under a week, to write on: at most so many, so far from each other. */
const NOTE_LINES = 6;
const NOTE_LINE = 22;

export function weeklyLists(desk: Desk, flow: Flow): void {
  const weeks = printedWeeks(desk);
  const words = desk.words.pdf.weeks;
  sectionTitle(desk, flow, words.title, words.intro(desk.plan.learner.timeZone));
  flow.put(markKey(desk), { gap: 10 });
  // A page that so far tells of weeks without work alone.
  let isIdle = true;
  for (const week of weeks) {
    const works = week.sessions.length > 0;
    // Each week has a sheet of its own, so that it can hang alone; one without work needs none.
    if (works && !isIdle) flow.startPage();
    const pages = flow.pages.length;
    putWeek(desk, flow, week);
    if (works) putReview(desk, flow, week);
    isIdle = !works && (isIdle || flow.pages.length > pages);
  }
}

/** What the week really was, to fill in on Sunday, where the sheet has room for it. */
function putReview(desk: Desk, flow: Flow, week: PlanWeek): void {
  const { styles, theme, width } = desk;
  const words = desk.words.pdf.weeks;
  const piece = new Draft(desk);
  const planned = words.planned(desk.words.common.hours(week.minutes), week.sessions.length);
  piece.text(
    [
      { text: words.figures, style: styles.smallBold },
      {
        text: `   ${planned}   ·   ${words.real}   ·   ${words.done}`,
        style: styles.smallMuted,
      },
    ],
    styles.smallMuted,
    { maxLines: 2 },
  );
  const gap = 16;
  if (flow.room < gap + piece.y) return;
  const lines = Math.min(NOTE_LINES, Math.floor((flow.room - gap - piece.y) / NOTE_LINE));
  for (let line = 0; line < lines; line += 1) {
    piece.skip(NOTE_LINE);
    piece.rule(piece.y, theme.colors.rule, 0.5, 0, width);
  }
  flow.put(piece.finish(), { gap });
}

function putWeek(desk: Desk, flow: Flow, week: PlanWeek): void {
  const rows = week.sessions.map((session) => sessionRow(desk, session));
  const head = weekHeading(desk, week, false);
  // A heading never stands alone: its first session goes with it.
  flow.put(head, { gap: 20, keep: rows[0]?.height ?? 0 });
  flow.repeatOnNewPage(() => weekHeading(desk, week, true));
  rows.forEach((row, index) => {
    const dated = week.sessions[index];
    const before = week.sessions[index - 1];
    const newDay = before !== undefined && dated !== undefined && before.date !== dated.date;
    flow.put(withRule(desk, row, index === 0 ? 'none' : newDay ? 'day' : 'session'));
  });
  flow.repeatOnNewPage(null);
}

/** A rule above the row: from edge to edge between days, under the titles within a day. */
function withRule(desk: Desk, row: Piece, kind: 'none' | 'day' | 'session'): Piece {
  if (kind === 'none') return row;
  const { colors } = desk.theme;
  const left = kind === 'day' ? 0 : TITLE_X;
  return {
    ...row,
    decor: [
      ...row.decor,
      {
        type: 'path',
        points: [
          [left, 0],
          [desk.width, 0],
        ],
        color: kind === 'day' ? colors.muted : colors.rule,
        lineWidth: kind === 'day' ? 0.5 : 0.4,
      },
    ],
  };
}

function weekHeading(desk: Desk, week: PlanWeek, continued: boolean): Piece {
  const { styles, theme, width } = desk;
  const { common, dates, pdf } = desk.words;
  const piece = new Draft(desk);
  const title = pdf.weeks.week(week.place, week.of);
  const days = dates.span(week.monday, week.sunday);
  if (!continued) {
    piece.anchor(weekAnchor(week.place));
    piece.bookmark(pdf.weeks.bookmark(week.place, week.of, days), 1);
  }
  const hours = week.minutes === 0 ? pdf.weeks.noSession : common.hours(week.minutes);
  const right = `${days}  ·  ${hours}`;
  const rightWidth = width * 0.55;
  piece.group('H2', () => {
    piece.text(
      continued
        ? [
            { text: title, style: styles.heading },
            { text: `  ${pdf.weeks.continued}`, style: styles.leadMuted },
          ]
        : title,
      styles.heading,
      { top: 0, width: width - rightWidth },
    );
    piece.text(right, styles.body, {
      x: width - rightWidth,
      top: (styles.heading.lineHeight - styles.body.lineHeight) / 2 + 1,
      width: rightWidth,
      align: 'right',
      maxLines: 1,
    });
  });
  piece.y = styles.heading.lineHeight + 2;
  piece.rule(piece.y, theme.colors.ink, 1);
  if (!continued) {
    for (const milestone of week.milestones) {
      piece.skip(3);
      piece.text(
        [
          { text: `${dates.day(milestone.date)}  `, style: styles.smallBold },
          { text: milestoneTitle(desk.plan, milestone, desk.words), style: styles.small },
        ],
        styles.small,
        { x: TITLE_X, maxLines: 2 },
      );
      const middle = piece.y - styles.small.lineHeight / 2;
      piece.decor({
        type: 'path',
        points: [
          [TITLE_X - 12, middle - 4],
          [TITLE_X - 8, middle],
          [TITLE_X - 12, middle + 4],
          [TITLE_X - 16, middle],
          [TITLE_X - 12, middle - 4],
          [TITLE_X - 8, middle],
        ],
        color: theme.colors.accent,
        lineWidth: 1.2,
      });
    }
    if (week.milestones.length > 0) piece.skip(2);
  }
  piece.skip(1);
  return piece.finish();
}
