/** The first page: what it is, whether it fits, the dates that matter, why it looks as it does. */
import type { PlanExam } from '../../plan/plan.ts';
import { planCosts } from '../../plan/plan-costs.ts';
import { daysBetween } from '../../time/civil-date.ts';
import { formatMinute } from '../../time/wall-clock.ts';
import type { Desk } from './desk.ts';
import { Draft } from './draft.ts';
import { examFacts, firstDay, keyDates, windowLines } from './exam-words.ts';
import type { Flow } from './flow.ts';
import { madeForYouSentences } from './made-for-you.ts';
import type { Piece } from './piece.ts';
import { bullet, heading, paragraph } from './prose.ts';
import type { Span, TextStyle } from './typesetter.ts';
import { planWeeks } from './weeks.ts';

/** More groups of windows than this are told in the last line. */
const WINDOW_LINES = 7;
/** Points, at least. */
const DATE_WIDTH = 82;
/** Of hours needed, offered and left, at most. */
const FIGURE_SIZE = 14;
/** Letters. */
const LONGEST_LARGE_NAME = 80;

export function coverPage(desk: Desk, flow: Flow): void {
  const { cover, madeForYou } = desk.words.pdf;
  flow.startSection(cover.title);
  flow.put(titlePiece(desk));
  flow.put(verdictPiece(desk), { gap: 20 });
  flow.put(datesPiece(desk), { gap: 22 });
  const sentences = madeForYouSentences(desk);
  heading(desk, flow, madeForYou.heading, 60);
  if (sentences.length === 0) {
    paragraph(desk, flow, madeForYou.nothing, desk.styles.body);
  }
  for (const { lead, rest } of sentences) {
    bullet(desk, flow, [
      { text: `${lead} `, style: desk.styles.bodyBold },
      { text: rest, style: desk.styles.body },
    ]);
  }
  if (desk.plan.warnings.length + desk.plan.cuts.length > 0) heading(desk, flow, cover.goodToKnow);
  for (const { message } of desk.plan.warnings) bullet(desk, flow, message);
  const cuts = desk.plan.cuts;
  if (cuts.length > 0) {
    const lost = cuts.reduce((sum, { weightLost }) => sum + weightLost, 0);
    bullet(desk, flow, cover.cuts(cuts.length, lost));
  }
}

function titlePiece(desk: Desk): Piece {
  const { plan, styles } = desk;
  const { certification } = plan;
  const { cover } = desk.words.pdf;
  const piece = new Draft(desk);
  piece.bookmark(cover.title, 0);
  piece.text(cover.kicker, styles.label);
  piece.skip(6);
  piece.text(certification.name, titleStyle(desk), { tag: 'H1', maxLines: 4 });
  if (desk.owner !== null) {
    piece.skip(4);
    const style: TextStyle = { ...styles.figure, face: 'regular' };
    // Apart, so that a name that runs from right to left is ordered by itself.
    const words = [
      { text: cover.forOwner.before, style },
      { text: desk.owner, style },
      { text: cover.forOwner.after, style },
    ].filter(({ text }) => text !== '');
    piece.text(words, style, { maxLines: 2 });
  }
  piece.skip(6);
  piece.text(
    [
      { text: certification.examCode, style: { ...styles.leadMuted, face: 'bold' } },
      {
        text: `  ·  ${cover.levels[certification.level]}  ·  ${cover.planName(plan.name)}`,
        style: styles.leadMuted,
      },
    ],
    styles.leadMuted,
    { maxLines: 2 },
  );
  piece.text(examFacts(certification, cover), styles.bodyMuted, { maxLines: 2 });
  piece.text(cover.costs(desk.words.common.costs(planCosts(plan))), styles.bodyMuted, {
    maxLines: 2,
  });
  return piece.finish();
}

/** Names of two or three certifications are set smaller, so that the page keeps its shape. */
function titleStyle({ plan, styles }: Desk): TextStyle {
  if (plan.certification.name.length <= LONGEST_LARGE_NAME) return styles.display;
  const { size, lineHeight } = styles.display;
  return { ...styles.display, size: size * 0.72, lineHeight: lineHeight * 0.72 };
}

function verdictPiece(desk: Desk): Piece {
  const { plan, styles, theme, width, words } = desk;
  const { cover } = words.pdf;
  const { verdict, neededMinutes, availableMinutes, cushionMinutes } = plan.feasibility;
  const color = verdict === 'fits' ? theme.colors.fits : theme.colors.tight;
  const piece = new Draft(desk);
  const pad = 16;
  const left = 0.36 * width;
  piece.y = pad;
  const weeks = planWeeks(plan);
  const starts = firstDay(desk);
  const verdictBottom = piece.text(
    cover.verdicts[verdict],
    { ...styles.display, color },
    {
      x: pad + 4,
      top: pad,
      width: left - pad - 12,
    },
  );
  const subtitle = cover.weeks(
    weeks.length,
    starts === null ? null : words.dates.dayAndYear(starts),
  );
  const leftBottom = piece.text(subtitle, styles.bodyMuted, {
    x: pad + 4,
    top: verdictBottom + 2,
    width: left - pad - 12,
  });

  const figures: [string, string][] = [[words.common.hours(neededMinutes), cover.needed]];
  if (availableMinutes !== null)
    figures.push([words.common.hours(availableMinutes), cover.offered]);
  if (cushionMinutes !== null) figures.push([words.common.hours(cushionMinutes), cover.cushion]);
  const room = width - left - pad;
  const column = room / 3;
  const large = { ...styles.figure, size: FIGURE_SIZE, lineHeight: 18 };
  const widest = Math.max(...figures.map(([figure]) => desk.set.width(figure, large)));
  const figureStyle = { ...large, size: FIGURE_SIZE * Math.min(1, (column - 8) / widest) };
  let right = pad;
  figures.forEach(([figure, name], index) => {
    const x = left + index * column;
    const bottom = piece.text(figure, figureStyle, {
      x,
      top: pad + 6,
      width: column - 8,
      maxLines: 1,
    });
    right = Math.max(
      right,
      piece.text(name, styles.smallMuted, { x, top: bottom + 1, width: column - 8, maxLines: 2 }),
    );
  });
  if (availableMinutes === null) {
    right = piece.text(noExamDay(desk), styles.small, {
      x: left + column,
      top: pad + 6,
      width: room - column,
      maxLines: 4,
    });
  } else {
    right = needBar(piece, left, right + 8, room, neededMinutes, availableMinutes, color, desk);
  }
  if (plan.exam !== null) {
    right = piece.text(countdown(desk, plan.exam), styles.body, {
      x: left,
      top: right + 9,
      width: room,
      maxLines: 2,
    });
  }
  const height = Math.max(leftBottom, right) + pad;
  piece.decor({ type: 'rect', x: 0, y: 0, width: 4, height, fill: color });
  piece.y = height;
  piece.background(theme.colors.panel);
  return piece.finish();
}

/** `Exam Thu 29 Apr 2027 (suggested), 155 days after this was printed`. */
function countdown({ today, styles, words }: Desk, exam: PlanExam): Span[] {
  const { dates, pdf } = words;
  const time = exam.minute === null ? null : formatMinute(exam.minute);
  const days = daysBetween(today, exam.date);
  return [
    { text: pdf.cover.examOn(dates.dayAndYear(exam.date), time), style: styles.bodyBold },
    {
      text: pdf.cover.countdown(exam.source === 'suggested', days, dates.day(today)),
      style: styles.body,
    },
  ];
}

function noExamDay({ plan, words }: Desk): string {
  const { examCode, lifecycle } = plan.certification;
  const { cover } = words.pdf;
  return lifecycle.lastExam === null
    ? cover.noExamDay
    : cover.examIsGone(examCode, words.dates.dayAndYear(lifecycle.lastExam));
}

/** Dark: the need; light: the cushion. */
function needBar(
  piece: Draft,
  x: number,
  y: number,
  width: number,
  needed: number,
  available: number,
  color: string,
  desk: Desk,
): number {
  const filled = width * Math.min(1, needed / Math.max(1, available));
  const height = 7;
  piece.decor({
    type: 'rect',
    x,
    y,
    width,
    height,
    fill: '#FFFFFF',
    stroke: desk.theme.colors.rule,
  });
  piece.decor({ type: 'rect', x, y, width: filled, height, fill: color });
  return y + height;
}

function datesPiece(desk: Desk): Piece {
  const { plan, styles, theme, width, words } = desk;
  const { cover } = words.pdf;
  const piece = new Draft(desk);
  const gutter = 28;
  const left = Math.round(width * 0.56);
  const rightX = left + gutter;
  const rightWidth = width - rightX;
  const dates = keyDates(desk).map((entry) => ({
    ...entry,
    day: words.dates.dayAndYear(entry.date),
    style: entry.important ? styles.bodyBold : styles.body,
  }));
  const dateWidth =
    Math.max(DATE_WIDTH, ...dates.map(({ day, style }) => desk.set.width(day, style))) + 6;
  let y = 0;
  piece.group('Table', () => {
    piece.group('TR', () => {
      y = piece.text(cover.keyDates, styles.heading, { top: 0, width: left, tag: 'TH' }) + 5;
    });
    for (const { day, text, style } of dates) {
      piece.rule(y, theme.colors.rule, 0.4, 0, left);
      piece.group('TR', () => {
        piece.text(day, style, {
          top: y + 3,
          width: dateWidth - 6,
          maxLines: 1,
          tag: 'TD',
        });
        const top = y + 3;
        y =
          piece.text(text, style, {
            x: dateWidth,
            top,
            width: left - dateWidth,
            maxLines: 2,
            tag: 'TD',
          }) + 3;
      });
    }
  });
  let right =
    piece.text(cover.yourWeek, styles.heading, {
      x: rightX,
      top: 0,
      width: rightWidth,
      tag: 'H2',
    }) + 5;
  const line = (text: string, style = styles.body, maxLines = 2): void => {
    right = piece.text(text, style, { x: rightX, top: right, width: rightWidth, maxLines });
  };
  piece.rule(right, theme.colors.rule, 0.4, rightX, rightWidth);
  right += 3;
  line(cover.atMost(words.common.hours(plan.learner.minutesPerWeek)), styles.bodyBold);
  right += 2;
  const windows = windowLines(plan, words.dates);
  for (const text of windows.slice(0, WINDOW_LINES)) line(text);
  if (windows.length > WINDOW_LINES) line(cover.moreWindows(windows.length - WINDOW_LINES));
  right += 4;
  line(cover.timesIn(plan.learner.timeZone), styles.smallMuted);
  line(
    cover.sittings(
      words.common.hours(plan.learner.sessionMinutes),
      cover.depths[plan.learner.depth],
    ),
    styles.smallMuted,
  );
  const off = plan.learner.daysOff.length;
  if (off > 0) line(cover.daysOff(off), styles.smallMuted);
  piece.y = Math.max(y, right);
  return piece.finish();
}
