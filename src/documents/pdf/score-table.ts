/** A page to write on: scores of the practice exams by domain, and what went wrong. */
import { civilDate } from '../../time/civil-date.ts';
import { type Desk, printedSessions } from './desk.ts';
import { Draft } from './draft.ts';
import { examFacts } from './exam-words.ts';
import type { Flow } from './flow.ts';
import type { Piece } from './piece.ts';
import { heading, paragraph, sectionTitle } from './prose.ts';

const SPARE_ROWS = 3;
const SCORE_ROW = 30;
const NOTE_ROW = 24;
/** At least so many, and as many more as the page has room for. */
const NOTE_ROWS = 6;
const SCORE_COLUMN = 38;
const DATE_COLUMN = 56;
const CELL_PAD = 4;

export function scoreTablePages(desk: Desk, flow: Flow): void {
  const { plan, styles, words } = desk;
  const { scores, cover } = words.pdf;
  sectionTitle(desk, flow, scores.title, scores.intro);
  const domains = plan.certification.domains;
  const exams = printedSessions(desk).filter(({ kind }) => kind === 'practice-exam');
  const grid = columnsOf(desk, domains.length);
  flow.put(
    gridRow(
      desk,
      grid,
      [scores.date, scores.exam, ...domains.map((_, index) => `D${index + 1}`), scores.total],
      22,
      true,
    ),
    { gap: 14 },
  );
  for (const exam of exams) {
    const date = words.dates.day(civilDate(desk.clock.toWallClock(exam.start).day));
    flow.put(gridRow(desk, grid, [date, exam.title], SCORE_ROW, false));
  }
  for (let row = 0; row < SPARE_ROWS; row += 1) flow.put(gridRow(desk, grid, [], SCORE_ROW, false));
  domains.forEach(({ title, weight }, index) => {
    paragraph(
      desk,
      flow,
      [
        { text: `D${index + 1}  `, style: styles.smallBold },
        { text: scores.domain(title, Math.round(weight)), style: styles.smallMuted },
      ],
      styles.smallMuted,
      index === 0 ? 8 : 0,
    );
  });
  paragraph(desk, flow, scores.note(examFacts(plan.certification, cover)), styles.smallMuted);

  heading(desk, flow, scores.wrongOptions, NOTE_ROW * 3);
  const notes = [0.3, 0.5, 0.2].map((share) => share * desk.width);
  flow.put(gridRow(desk, notes, [scores.question, scores.whyWrong, scores.again], 22, true), {
    gap: 6,
  });
  const rows = Math.max(NOTE_ROWS, Math.floor(flow.room / NOTE_ROW));
  for (let row = 0; row < rows; row += 1) flow.put(gridRow(desk, notes, [], NOTE_ROW, false));
}

/** Widths in points: date, exam, one per domain, total. */
function columnsOf(desk: Desk, domains: number): number[] {
  const { set, styles, words } = desk;
  const pads = 2 * CELL_PAD + 1;
  const date = Math.max(DATE_COLUMN, set.width(words.dates.day(desk.today), styles.small) + pads);
  const total = set.width(words.pdf.scores.total, styles.smallBold) + pads;
  const scores = Math.min(Math.max(SCORE_COLUMN, total), (desk.width * 0.52) / (domains + 1));
  const exam = desk.width - date - scores * (domains + 1);
  return [date, exam, ...Array.from({ length: domains + 1 }, () => scores)];
}

function gridRow(
  desk: Desk,
  widths: readonly number[],
  cells: readonly string[],
  height: number,
  isHead: boolean,
): Piece {
  const { styles, theme } = desk;
  const piece = new Draft(desk);
  const style = isHead ? styles.smallBold : styles.small;
  let x = 0;
  piece.group('TR', () => {
    widths.forEach((width, index) => {
      const cell = cells[index] ?? '';
      if (index > 0) {
        piece.decor({
          type: 'path',
          points: [
            [x, 0],
            [x, height],
          ],
          color: theme.colors.rule,
          lineWidth: 0.5,
        });
      }
      if (cell !== '') {
        const room = width - CELL_PAD * 2;
        const lines = desk.set.wrap([{ text: cell, style }], room, 2);
        piece.lines(lines, {
          x: x + CELL_PAD,
          top: (height - lines.length * style.lineHeight) / 2,
          width: room,
          tag: isHead ? 'TH' : 'TD',
          align: isHead && index > 1 && widths.length > 3 ? 'center' : 'left',
        });
      }
      x += width;
    });
  });
  piece.y = height;
  if (isHead) piece.background(theme.colors.panel);
  piece.rule(height, theme.colors.muted, isHead ? 0.9 : 0.5);
  if (isHead) piece.rule(0, theme.colors.muted, 0.9);
  return piece.finish();
}
