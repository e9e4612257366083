/** One session with everything a learner needs at its start, and why it is here. */
import { type Plan, planClock, type Session, sessionEnd } from '../../plan/plan.ts';
import { formatDate, KIND_NAMES } from '../../plan/words.ts';
import { plainText } from '../../text/plain-text.ts';
import { civilDate } from '../../time/civil-date.ts';
import { formatMinute } from '../../time/wall-clock.ts';
import { padEnd } from '../terminal/layout.ts';
import type { Style } from '../terminal/style.ts';
import { titleWithPart } from './plan-agenda.ts';

export function sessionDetails(plan: Plan, session: Session, style: Style): string[] {
  const clock = planClock(plan);
  const start = clock.toWallClock(session.start);
  const end = clock.toWallClock(sessionEnd(session));
  const row = (label: string, text: string): string => `    ${padEnd(label, 9)}${plainText(text)}`;
  const rows = (label: string, texts: readonly string[]): string[] =>
    texts.map((text, index) => row(index === 0 ? label : '', text));
  const unbroken = session.kind === 'lab' || session.kind === 'practice-exam';
  const domain = plan.certification.domains.find((candidate) => candidate.id === session.domain);
  const titleOf = (number: number): string => {
    const before = plan.sessions.find((candidate) => candidate.number === number);
    return before ? `${number} ${titleWithPart(before)}` : String(number);
  };
  const whole = plan.sessions.filter((candidate) => candidate.activity === session.activity);
  return [
    style.bold(
      `${session.number}  ${KIND_NAMES[session.kind]} · ${session.minutes} min${unbroken ? ', unbroken' : ''} · ${formatDate(civilDate(start.day), true)} ${formatMinute(start.minute)}–${formatMinute(end.minute)} ${plan.learner.timeZone}`,
    ),
    `    ${plainText(titleWithPart(session))}`,
    ...(session.url === null ? [] : [`    ${plainText(session.url)}`]),
    ...(domain
      ? [row('domain', `${domain.title} (${Math.round(domain.weight)} % of the exam)`)]
      : []),
    ...(session.tasks.length > 0 ? [row('tasks', session.tasks.join(' '))] : []),
    ...rows('first', session.first === null ? [] : [session.first]),
    ...rows('at end', session.teardown),
    ...rows('bills', session.billing),
    ...(session.costUsd !== null && session.costUsd > 0
      ? [row('cost', `about ${session.costUsd} USD`)]
      : []),
    ...rows('ask', session.questions),
    ...rows('after', session.after.slice(0, 4).map(titleOf)),
    ...(session.after.length > 4
      ? [row('', `and ${session.after.length - 4} more: ${session.after.slice(4).join(', ')}`)]
      : []),
    ...rows('why', session.reasons),
    ...(whole.length > 1
      ? [row('parts', whole.map((part) => `${part.number} (${part.minutes} m)`).join(', '))]
      : []),
  ];
}
