/** What a re-plan changes, in a few lines: the missed ones first, then what moves besides them. */
import type { Plan } from '../../plan/plan.ts';
import { planClock } from '../../plan/plan.ts';
import { formatDate, formatHours, KIND_NAMES } from '../../plan/words.ts';
import type { Diff, MovedSession } from '../../progress/replan/diff.ts';
import { type CivilDate, civilDate } from '../../time/civil-date.ts';
import { type EpochMinutes, formatMinute, type ZoneClock } from '../../time/wall-clock.ts';
import { padEnd, padStart, shorten } from '../terminal/layout.ts';
import type { Style } from '../terminal/style.ts';

/** Moves that are shown one by one; `--json` shows all. */
const SHOWN = 12;

export function diffLines(diff: Diff, plan: Plan, style: Style): string[] {
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
  group('moved', others.length, movedLines(others, clock, style, true));
  group(
    'added',
    diff.added.length,
    capped(
      diff.added.map(({ session, reason }) =>
        row(
          session.number,
          `${KIND_NAMES[session.kind]}  ${at(session.start, clock)}  ${session.title} (${reason})`,
          style,
        ),
      ),
    ),
  );
  group(
    'dropped',
    diff.dropped.length,
    capped(
      diff.dropped.map(({ session, reason }) =>
        row(session.number, `${KIND_NAMES[session.kind]}  ${session.title} (${reason})`, style),
      ),
    ),
  );
  group(
    'changed',
    diff.changed.length,
    capped(
      diff.changed.map(({ number, title, minutes }) =>
        row(number, `${minutes} m  ${title}`, style),
      ),
    ),
  );
  lines.push(closing(diff));
  return lines;
}

function closing({ finish, exam, cushionMinutes }: Diff): string {
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
      `cushion ${change(formatHours(cushionMinutes.from), formatHours(cushionMinutes.to))}`,
    );
  }
  return `  ${parts.join(' · ')}`;
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

const capped = (rows: readonly string[]): string[] =>
  rows.length <= SHOWN
    ? [...rows]
    : [
        ...rows.slice(0, SHOWN - 1),
        `        and ${rows.length - SHOWN + 1} more (--json lists all)`,
      ];

const row = (number: number, text: string, style: Style): string =>
  `    ${padStart(String(number), 4)}  ${shorten(text, Math.max(30, style.width - 10))}`;

function at(instant: EpochMinutes, clock: ZoneClock): string {
  const { day, minute } = clock.toWallClock(instant);
  return `${formatDate(civilDate(day))} ${formatMinute(minute)}`;
}
