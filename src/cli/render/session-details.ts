/** One session with everything a learner needs at its start, why it is here, and how it went. */
import { type Plan, planClock, type Session, sessionEnd } from '../../plan/plan.ts';
import { formatDate, formatHours, KIND_NAMES } from '../../plan/words.ts';
import type { PlanState } from '../../progress/state.ts';
import { plainText } from '../../text/plain-text.ts';
import { civilDate } from '../../time/civil-date.ts';
import { formatMinute } from '../../time/wall-clock.ts';
import { subscriptionName } from '../../workload/costs.ts';
import { padEnd } from '../terminal/layout.ts';
import type { Style } from '../terminal/style.ts';
import { titleWithPart } from './agenda.ts';

const row = (label: string, text: string): string => `    ${padEnd(label, 9)}${plainText(text)}`;

const rows = (label: string, texts: readonly string[]): string[] =>
  texts.map((text, index) => row(index === 0 ? label : '', text));

/** @param plan as it looks now */
export function sessionDetails(
  plan: Plan,
  session: Session,
  state: PlanState,
  style: Style,
): string[] {
  const clock = planClock(plan);
  const start = clock.toWallClock(session.start);
  const end = clock.toWallClock(sessionEnd(session));
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
    ...rows('so far', whatHappened(session, state)),
    ...(domain
      ? [row('domain', `${domain.title} (${Math.round(domain.weight)} % of the exam)`)]
      : []),
    ...(session.tasks.length > 0 ? [row('tasks', session.tasks.join(' '))] : []),
    ...rows('first', session.first === null ? [] : [session.first]),
    ...rows('at end', session.teardown),
    ...rows('bills', session.billing),
    ...(session.costUsd !== null && session.costUsd > 0
      ? [row('cost', sessionCost(session.costUsd, session.subscription))]
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

/** What is not as it was planned: nothing for a session that is still to come. */
function whatHappened(session: Session, state: PlanState): string[] {
  const { actual, number, status } = session;
  const why = state.skippedBecause.get(number);
  const logged = state.logged.get(number);
  const lines: string[] = [];
  if (actual) {
    const felt = actual.felt === null ? '' : `, felt ${actual.felt}`;
    const planned = actual.minutes === session.minutes ? '' : ` (planned ${session.minutes} m)`;
    lines.push(
      `done on ${formatDate(actual.on, true)}, ${formatHours(actual.minutes)}${planned}${felt}`,
    );
  }
  if (status === 'skipped') lines.push(why === undefined ? 'skipped' : `skipped: ${why}`);
  if (status === 'missed') lines.push('missed: its slot has passed; it is still open');
  if (logged !== undefined) lines.push(`${formatHours(logged)} logged so far`);
  if (state.timer?.number === number) lines.push('the timer runs');
  for (const score of state.scores.filter((it) => it.number === number)) {
    lines.push(`scored ${score.percent} % on ${formatDate(score.on)}`);
  }
  if (session.pinned) lines.push('pinned: you put it here, a re-plan leaves it');
  return lines;
}

/** A subscription is paid by the month, however many sessions need it. */
const sessionCost = (usd: number, subscription: string | undefined): string =>
  subscription === undefined
    ? `about ${usd} USD`
    : `${usd} USD for a month of ${subscriptionName(subscription)}`;
