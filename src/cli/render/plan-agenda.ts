/** The whole plan as an agenda by week, with bars for the load. */
import { type Plan, planClock, type Session } from '../../plan/plan.ts';
import { weekLoads } from '../../plan/totals.ts';
import { formatDate, formatHours, KIND_NAMES } from '../../plan/words.ts';
import { plainText } from '../../text/plain-text.ts';
import { civilDate, firstDayOfWeek, isoWeekIndex } from '../../time/civil-date.ts';
import { formatMinute } from '../../time/wall-clock.ts';
import { bar, padEnd, padStart, shorten } from '../terminal/layout.ts';
import type { Style } from '../terminal/style.ts';

const BAR_WIDTH = 16;

/** `Title (2 of 3: label)`. */
export function titleWithPart(session: Pick<Session, 'title' | 'part' | 'label'>): string {
  if (session.part === null && session.label === null) return session.title;
  const part = session.part === null ? '' : `${session.part[0]} of ${session.part[1]}`;
  const inside = [part, session.label ?? ''].filter((text) => text !== '').join(': ');
  return `${session.title} (${inside})`;
}

export function planAgenda(plan: Plan, style: Style): string[] {
  const clock = planClock(plan);
  const loads = weekLoads(plan);
  const most = Math.max(plan.learner.minutesPerWeek, ...loads.map((load) => load.minutes));
  const byWeek = new Map<number, Session[]>();
  for (const session of plan.sessions) {
    const week = isoWeekIndex(clock.toWallClock(session.start).day);
    const list = byWeek.get(week);
    if (list) list.push(session);
    else byWeek.set(week, [session]);
  }
  const numberWidth = String(plan.sessions.length).length;
  const lines = [
    style.bold(
      `${plan.name} · ${plainText(plan.certification.name)} (${plan.certification.examCode})`,
    ),
    plan.exam
      ? `exam ${formatDate(plan.exam.date, true)}${plan.exam.minute === null ? '' : ` ${formatMinute(plan.exam.minute)}`}${plan.exam.source === 'suggested' ? ' (suggested)' : ''}`
      : 'no exam day',
  ];
  loads.forEach((load, index) => {
    const monday = civilDate(firstDayOfWeek(load.week));
    lines.push(
      '',
      `${style.bold(padEnd(`week ${index + 1} of ${loads.length}`, 15))} from ${formatDate(monday)}  ${padStart(formatHours(load.minutes), 10)}  ${bar(load.minutes / most, BAR_WIDTH, style.unicode)}`,
    );
    let lastDate = '';
    for (const session of byWeek.get(load.week) ?? []) {
      const { day, minute } = clock.toWallClock(session.start);
      const date = formatDate(civilDate(day));
      const mark = session.status === 'done' ? 'x' : session.status === 'skipped' ? '-' : ' ';
      const head = `  ${padEnd(date === lastDate ? '' : date, 10)} ${formatMinute(minute)} ${mark} ${padStart(String(session.number), numberWidth)}  ${padStart(`${session.minutes} m`, 5)}  ${padEnd(KIND_NAMES[session.kind], 18)} `;
      lines.push(head + shorten(titleWithPart(session), Math.max(20, style.width - head.length)));
      lastDate = date;
    }
  });
  return lines;
}
