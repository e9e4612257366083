/** What a re-plan changes, in a few lines: the missed ones first, then what moves besides them. */
import type { Plan } from '../../plan/plan.ts';
import { planClock } from '../../plan/plan.ts';
import { cutWords, formatDate, formatHours, KIND_NAMES } from '../../plan/words.ts';
import { formatNumbers } from '../../progress/find-sessions.ts';
import { type Diff, type MovedSession, WITH_THE_OTHERS } from '../../progress/replan/diff.ts';
import { CUSHION_SHARE } from '../../schedule/constants.ts';
import { plainText } from '../../text/plain-text.ts';
import { type CivilDate, civilDate } from '../../time/civil-date.ts';
import { type EpochMinutes, formatMinute, type ZoneClock } from '../../time/wall-clock.ts';
import { padEnd, padStart, shorten } from '../terminal/layout.ts';
import type { Style } from '../terminal/style.ts';

/** Rows of one group that are shown one by one, so that the whole fits a screen; `--json` shows all. */
const SHOWN = 8;
/** From so many on, sessions that only move with the others are told in one row. */
const TOLD_TOGETHER = 4;
/** A number in its column. */
const ROW_HEAD = 10;
/** Numbers of sessions in such a row. */
const NUMBERS_WIDTH = 40;

/** @param before the plan as it is; `plan` as it would be */
export function diffLines(diff: Diff, plan: Plan, before: Plan, style: Style): string[] {
  const clock = planClock(plan);
  const missed = diff.moved.filter(({ reason }) => reason === 'missed');
  const others = diff.moved.filter(({ reason }) => reason !== 'missed');
  const lines: string[] = [];
  if (missed.length > 0) {
    lines.push(
      style.bold(
        `${missed.length} missed ${missed.length === 1 ? 'session gets a new place' : 'sessions get new places'}${others.length + diff.added.length + diff.dropped.length > 0 ? '. Besides:' : ', nothing else moves'}`,
      ),
      ...movedLines(missed, clock, style, false),
    );
  }
  const group = (name: string, count: number, rows: readonly string[]): void => {
    if (count === 0) return;
    lines.push(`  ${padEnd(name, 9)}${count}`, ...rows);
  };
  const along = others.filter(({ reason }) => reason === WITH_THE_OTHERS);
  const together = along.length >= TOLD_TOGETHER ? along : [];
  group('moved', others.length, [
    ...movedLines(
      others.filter((it) => !together.includes(it)),
      clock,
      style,
      true,
    ),
    ...togetherLine(together, clock),
  ]);
  group('added', diff.added.length, changeLines(diff.added, style, clock));
  group('dropped', diff.dropped.length, changeLines(diff.dropped, style, null));
  const cuts = plan.cuts.slice(before.cuts.length);
  if (cuts.length > 0) lines.push(`  ${padEnd('cut', 9)}${cutWords(cuts)}`);
  group(
    'changed',
    diff.changed.length,
    capped(
      diff.changed.map(({ number, title, minutes }) =>
        row(number, `${minutes} m  ${title}`, style),
      ),
    ),
  );
  lines.push(closing(diff, plan));
  return lines;
}

/** The share that makes a new plan tight, of what is still to do. */
function isTight({ sessions }: Plan, cushion: number): boolean {
  const toDo = sessions.reduce(
    (sum, { status, minutes }) => sum + (status === 'planned' ? minutes : 0),
    0,
  );
  return cushion < CUSHION_SHARE * toDo;
}

function closing({ finish, exam, cushionMinutes }: Diff, plan: Plan): string {
  const dates = [finish.from, finish.to, exam.from, exam.to].flatMap((text) => text ?? []);
  const severalYears = new Set(dates.map((text) => text.slice(0, 4))).size > 1;
  const date = (text: string): string => formatDate(text.slice(0, 10) as CivilDate, severalYears);
  const change = (from: string, to: string): string => (from === to ? to : `${from} → ${to}`);
  const parts = [`finish   ${change(date(finish.from), date(finish.to))}`];
  if (exam.from !== null && exam.to !== null) {
    parts.push(
      exam.from === exam.to
        ? `exam ${date(exam.to)} stays`
        : `exam ${date(exam.from)} → ${date(exam.to)}`,
    );
  }
  if (cushionMinutes.from !== null && cushionMinutes.to !== null) {
    parts.push(
      `cushion ${change(formatHours(cushionMinutes.from), formatHours(cushionMinutes.to))}${isTight(plan, cushionMinutes.to) ? ', tight' : ''}`,
    );
  }
  return `  ${parts.join(' · ')}`;
}

/** Sessions that come or go, those of one activity in one row, each with its whole reason. */
function changeLines(changes: Diff['added'], style: Style, clock: ZoneClock | null): string[] {
  const first = new Map<string, Diff['added'][number]>();
  const count = new Map<string, number>();
  for (const change of changes) {
    const key = `${change.session.activity} ${change.reason}`;
    if (!first.has(key)) first.set(key, change);
    count.set(key, (count.get(key) ?? 0) + 1);
  }
  return capped(
    [...first].map(([key, { session, reason }]) => {
      const when = clock === null ? '' : `${at(session.start, clock)}  `;
      const more = (count.get(key) ?? 1) - 1;
      const end = `${more === 0 ? '' : ` and ${more} more ${more === 1 ? 'part' : 'parts'}`} (${plainText(reason)})`;
      const head = `${padEnd(KIND_NAMES[session.kind], 8)}  ${when}`;
      const room = Math.max(16, style.width - ROW_HEAD - head.length - end.length);
      return row(session.number, head + shorten(session.title, room) + end, style);
    }),
  );
}

function movedLines(
  moved: readonly MovedSession[],
  clock: ZoneClock,
  style: Style,
  withReason: boolean,
): string[] {
  return capped(
    moved.map(({ session, from, to, reason }) =>
      row(
        session.number,
        `${padEnd(KIND_NAMES[session.kind], 8)}  ${at(from, clock)} → ${at(to, clock)}  ${withReason ? reason : session.title}`,
        style,
      ),
    ),
  );
}

/** `74 with the others, by 6 to 8 days: 97–105, …`. */
function togetherLine(moved: readonly MovedSession[], clock: ZoneClock): string[] {
  if (moved.length === 0) return [];
  const days = moved.map(({ from, to }) => clock.toWallClock(to).day - clock.toWallClock(from).day);
  const [least, most] = [Math.min(...days), Math.max(...days)];
  const by =
    least === most
      ? least === 0
        ? 'on the same day'
        : `by ${least} ${Math.abs(least) === 1 ? 'day' : 'days'}`
      : `by ${least} to ${most} days`;
  const numbers = formatNumbers(moved.map(({ session }) => session.number));
  const few =
    numbers.length <= NUMBERS_WIDTH
      ? numbers
      : `${numbers.slice(0, numbers.lastIndexOf(',', NUMBERS_WIDTH))}, …`;
  return [`    ${moved.length} with the others, ${by}: ${few}`];
}

const capped = (rows: readonly string[]): string[] =>
  rows.length <= SHOWN
    ? [...rows]
    : [
        ...rows.slice(0, SHOWN - 1),
        `        and ${rows.length - SHOWN + 1} more (--json lists all)`,
      ];

const row = (number: number, text: string, style: Style): string =>
  `    ${padStart(String(number), 4)}  ${shorten(text, Math.max(40, style.width) - ROW_HEAD)}`;

function at(instant: EpochMinutes, clock: ZoneClock): string {
  const { day, minute } = clock.toWallClock(instant);
  return `${formatDate(civilDate(day))} ${formatMinute(minute)}`;
}
