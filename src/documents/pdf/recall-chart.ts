/** What is likely to be recalled, from the first learning to the exam, and what reviews do for it. */
import { isReading } from '../../curriculum/vocabulary.ts';
import { recallCurve, type TaskMeetings } from '../../memory/recall-curve.ts';
import type { Session } from '../../plan/plan.ts';
import { type CivilDate, civilDate, dayNumber } from '../../time/civil-date.ts';
import { type Desk, dayOf } from './desk.ts';
import { Draft } from './draft.ts';
import type { Piece } from './piece.ts';
import { drawDates, drawExams, type WeekAxis, weekAxis } from './week-axis.ts';
import type { PlanWeek } from './weeks.ts';

const PLOT_HEIGHT = 110;
const AXIS_WIDTH = 30;
const LINES = [0, 0.25, 0.5, 0.75, 1] as const;

/** What meets a task: first reading and labs, practice questions of its domain, reviews. */
function meets({ guides }: Desk, { activity, kind, status }: Session): boolean {
  if (status === 'skipped') return false;
  if (kind === 'review' || kind === 'practice-questions') return true;
  return (isReading(kind) || kind === 'lab') && !guides.includes(activity);
}

/** Done sessions count on the day on which they were done. */
const metOn = (desk: Desk, session: Session): CivilDate =>
  session.actual?.on ?? dayOf(desk, session);

function meetingsOf(desk: Desk, withReviews: boolean): TaskMeetings[] {
  const days = new Map<string, number[]>();
  for (const session of desk.plan.sessions) {
    if (!meets(desk, session) || (session.kind === 'review' && !withReviews)) continue;
    const day = dayNumber(metOn(desk, session));
    for (const task of session.tasks) days.set(task, [...(days.get(task) ?? []), day]);
  }
  return desk.plan.certification.domains.flatMap(({ weight, tasks }) =>
    tasks.map(({ id }) => ({
      weight: weight / tasks.length,
      days: (days.get(id) ?? []).sort((a, b) => a - b),
    })),
  );
}

/** null where nothing of the exam's tasks is learned. */
export function recallChart(desk: Desk, weeks: readonly PlanWeek[]): Piece | null {
  const { styles, theme } = desk;
  const { overview } = desk.words.pdf;
  const percent = (share: number): string => overview.percent(Math.round(share * 100));
  /** Nobody recalls everything: a figure that rounds to that is told as what it is. */
  const recall = (share: number): string =>
    share > 0.99 ? overview.overPercent(99) : percent(share);
  const first = weeks[0];
  const last = weeks.at(-1);
  if (!first || !last) return null;
  const from = dayNumber(first.monday);
  const axis = weekAxis(desk, weeks, AXIS_WIDTH);
  const lastExam = axis.exams.at(-1);
  const examDay = lastExam === undefined ? null : dayNumber(lastExam);
  const to = Math.max(examDay ?? dayNumber(last.sunday), from);
  const curve = recallCurve(meetingsOf(desk, true), from, to);
  const without = recallCurve(meetingsOf(desk, false), from, to);
  const end = curve.at(-1) ?? 0;
  if (end === 0) return null;
  const endWithout = without.at(-1) ?? 0;
  const piece = new Draft(desk);
  const top = styles.tiny.lineHeight + 8;
  const bottom = top + PLOT_HEIGHT;
  const yOf = (share: number): number => bottom - share * PLOT_HEIGHT;
  const hasExam = examDay !== null;
  piece.group(
    'Figure',
    () => {
      for (const share of LINES) {
        piece.shape({
          type: 'path',
          points: [
            [AXIS_WIDTH, yOf(share)],
            [desk.width, yOf(share)],
          ],
          color: share === 0 ? theme.colors.muted : theme.colors.rule,
          lineWidth: share === 0 ? 0.8 : 0.4,
        });
        piece.text(percent(share), styles.tiny, {
          top: yOf(share) - styles.tiny.lineHeight / 2,
          width: AXIS_WIDTH - 6,
          align: 'right',
        });
      }
      drawCurve(piece, axis, from, without, yOf, { color: theme.colors.muted, dash: [3, 2.4] });
      drawCurve(piece, axis, from, curve, yOf, { color: theme.colors.accent });
      drawExams(piece, axis, top, bottom);
      piece.y = drawDates(piece, axis, bottom + 4);
    },
    overview.recallAlt(recall(end), recall(endWithout), hasExam),
  );
  piece.skip(4);
  piece.text(
    [
      { text: overview.recallAtEnd(recall(end), hasExam), style: styles.smallBold },
      { text: overview.recallNote(recall(endWithout)), style: styles.smallMuted },
    ],
    styles.smallMuted,
    { maxLines: 3 },
  );
  return piece.finish();
}

function drawCurve(
  piece: Draft,
  axis: WeekAxis,
  from: number,
  curve: readonly number[],
  yOf: (share: number) => number,
  pen: { readonly color: string; readonly dash?: readonly [number, number] },
): void {
  piece.shape({
    type: 'path',
    points: curve.map((share, day) => [axis.xOf(civilDate(from + day)), yOf(share)] as const),
    lineWidth: pen.dash ? 0.9 : 1.6,
    ...pen,
  });
}
