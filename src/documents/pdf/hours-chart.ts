/** Hours per week, stacked by kind. Each bar leads to its week. */
import type { Kind } from '../../curriculum/vocabulary.ts';
import { STACKED_KINDS } from '../stacked-kinds.ts';
import type { Desk } from './desk.ts';
import { Draft } from './draft.ts';
import { drawKindMark, MARK } from './kind-mark.ts';
import type { Piece } from './piece.ts';
import { texturedArea } from './textures.ts';
import { drawDates, drawExams, weekAxis } from './week-axis.ts';
import { type PlanWeek, weekAnchor } from './weeks.ts';

const PLOT_HEIGHT = 150;
const AXIS_WIDTH = 30;
const WIDEST_BAR = 40;
/** As many as the names of the kinds leave room for. */
const LEGEND_COLUMNS = [4, 3, 2] as const;
const SWATCH = 12;

const kindsIn = (weeks: readonly PlanWeek[]): Kind[] =>
  STACKED_KINDS.filter((kind) => weeks.some(({ byKind }) => (byKind[kind] ?? 0) > 0));

/** Whole hours between grid lines, so that three to six lines stand in the plot. */
function gridStep(hours: number): number {
  return [0.5, 1, 2, 4, 5, 10, 20, 40].find((step) => hours / step <= 5) ?? 80;
}

export function hoursChart(desk: Desk, weeks: readonly PlanWeek[]): Piece {
  const { plan, styles, theme, width, words } = desk;
  const { overview } = words.pdf;
  const piece = new Draft(desk);
  const cap = plan.learner.minutesPerWeek / 60;
  const highest = Math.max(1, cap, ...weeks.map(({ minutes }) => minutes / 60));
  const step = gridStep(highest);
  const top = Math.ceil(highest / step + 0.001) * step;
  const axis = weekAxis(desk, weeks, AXIS_WIDTH);
  const { pitch, middleOf } = axis;
  const plotTop = styles.tiny.lineHeight + 8;
  const bottom = plotTop + PLOT_HEIGHT;
  const bar = Math.min(WIDEST_BAR, pitch * (pitch > 6 ? 0.72 : 0.9));
  const yOf = (hours: number): number => bottom - (hours / top) * PLOT_HEIGHT;
  const kinds = kindsIn(weeks);

  piece.group(
    'Figure',
    () => {
      for (let hours = 0; hours <= top + 0.001; hours += step) {
        const y = yOf(hours);
        piece.shape({
          type: 'path',
          points: [
            [AXIS_WIDTH, y],
            [width, y],
          ],
          color: hours === 0 ? theme.colors.muted : theme.colors.rule,
          lineWidth: hours === 0 ? 0.8 : 0.4,
        });
        piece.text(overview.axisHours(hours), styles.tiny, {
          x: 0,
          top: y - styles.tiny.lineHeight / 2,
          width: AXIS_WIDTH - 6,
          align: 'right',
        });
      }
      weeks.forEach((week, index) => {
        const x = middleOf(index) - bar / 2;
        let low = 0;
        for (const kind of kinds) {
          const hours = (week.byKind[kind] ?? 0) / 60;
          if (hours === 0) continue;
          const y = yOf(low + hours);
          // A white hair between the parts keeps equal greys apart.
          const height = Math.max(0.6, yOf(low) - y - 0.5);
          for (const shape of texturedArea({ x, y, width: bar, height }, theme.kinds[kind])) {
            piece.shape(shape);
          }
          low += hours;
        }
        piece.jump({
          x: middleOf(index) - pitch / 2,
          y: plotTop,
          width: pitch,
          height: PLOT_HEIGHT,
          to: weekAnchor(week.place),
          name: words.common.week(week.place),
        });
      });
      piece.shape({
        type: 'path',
        points: [
          [AXIS_WIDTH, yOf(cap)],
          [width, yOf(cap)],
        ],
        color: theme.colors.ink,
        lineWidth: 0.7,
        dash: [3, 2.4],
      });
      drawExams(piece, axis, plotTop, bottom);
      piece.y = drawDates(piece, axis, bottom + 4);
    },
    overview.hoursAlt(
      weeks.length,
      words.common.hours(Math.min(...weeks.map(({ minutes }) => minutes))),
      words.common.hours(Math.max(...weeks.map(({ minutes }) => minutes))),
      words.common.hours(plan.learner.minutesPerWeek),
    ),
  );
  piece.skip(8);
  drawLegend(piece, weeks, kinds);
  return piece.finish();
}

function drawLegend(piece: Draft, weeks: readonly PlanWeek[], kinds: readonly Kind[]): void {
  const { styles, theme, width, plan, words, set } = piece.desk;
  const before = SWATCH + MARK.width + 9;
  const longest = Math.max(
    ...kinds.map((kind) => set.width(words.common.kinds[kind], styles.smallMuted)),
  );
  const columns = LEGEND_COLUMNS.find((count) => width / count - before - 6 >= longest) ?? 1;
  const column = width / columns;
  const row = 26;
  const start = piece.y;
  kinds.forEach((kind, index) => {
    const x = (index % columns) * column;
    const y = start + Math.floor(index / columns) * row;
    const minutes = weeks.reduce((sum, week) => sum + (week.byKind[kind] ?? 0), 0);
    for (const shape of texturedArea(
      { x, y: y + 1, width: SWATCH, height: 20 },
      theme.kinds[kind],
    )) {
      piece.decor(shape);
    }
    drawKindMark(piece, kind, x + SWATCH + 4, y + 6);
    const textX = x + before;
    piece.text(words.common.kinds[kind], styles.smallMuted, {
      x: textX,
      top: y + 6 - styles.smallMuted.lineHeight / 2,
      width: column - (textX - x) - 6,
      maxLines: 1,
    });
    piece.text(words.common.hours(minutes), styles.smallBold, {
      x: x + SWATCH + 4,
      top: y + 12,
      width: column - SWATCH - 10,
      maxLines: 1,
    });
  });
  piece.y = start + Math.ceil(kinds.length / columns) * row;
  piece.text(
    words.pdf.overview.hoursNote(words.common.hours(plan.learner.minutesPerWeek)),
    styles.smallMuted,
    { maxLines: 3 },
  );
}
