/** Which events note the result of a practice exam or of practice questions, and what it means. */
import { nearest } from '../curriculum/nearest.ts';
import { badInput, notFound } from '../errors.ts';
import type { Plan, Session } from '../plan/plan.ts';
import { KIND_NAMES } from '../plan/words.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { PlanEvent } from './events.ts';
import { findSession } from './find-sessions.ts';
import { GATE_PERCENT, WEAK_PERCENT } from './gate.ts';
import type { PlanState } from './state.ts';
import type { RunningTimer } from './timer.ts';

export interface ScoreWords {
  readonly percent: number;
  readonly domains: Readonly<Record<string, number>>;
  readonly questions: number | null;
}

const isScored = ({ kind }: Session): boolean =>
  kind === 'practice-exam' || kind === 'practice-questions';

/**
 * The session that was meant by its number or by the id of its activity: of several sessions the
 * first that is still open, else the last.
 * @throws UserError, exit code 4 where there is none, 2 where it has no score
 */
export function sessionToScore(state: PlanState, name: number | string): Session {
  const { sessions } = state.plan;
  if (typeof name === 'number') {
    const session = findSession(state, name);
    if (isScored(session)) return session;
    throw notScored(`session ${name}`, session, sessions);
  }
  const own = sessions.filter((session) => session.activity === name);
  const first = own.find((session) => session.status !== 'done') ?? own.at(-1);
  if (first && isScored(first)) return first;
  if (first) throw notScored(`"${name}"`, first, sessions);
  const ids = [...new Set(sessions.filter(isScored).map(({ activity }) => activity))];
  const near = nearest(name, ids);
  throw notFound(
    'no-session',
    `plan "${state.plan.name}" has no practice exam or questions "${name}"${near === null ? '' : `; did you mean "${near}"?`}`,
    `it has ${ids.join(', ')}`,
  );
}

function notScored(what: string, session: Session, sessions: readonly Session[]) {
  const exams = sessions.filter(({ kind }) => kind === 'practice-exam');
  return badInput(
    'no-score',
    `${what} is ${KIND_NAMES[session.kind]}: scores belong to practice exams and practice questions`,
    exams.length === 0
      ? null
      : `practice exams of this plan: ${exams.map(({ number }) => number).join(', ')}`,
  );
}

/** @throws UserError, exit code 2, for a domain that the exam does not have */
export function checkDomains(plan: Plan, domains: Readonly<Record<string, number>>): void {
  const known = plan.certification.domains.map(({ id }) => id);
  for (const id of Object.keys(domains)) {
    if (known.includes(id)) continue;
    throw badInput(
      'unknown-domain',
      `--domain ${id}: this exam has no such domain`,
      `domains are ${plan.certification.domains.map((it) => `${it.id} (${it.title})`).join(', ')}`,
    );
  }
}

/** Questions on one domain say how that domain stands, whether it was named or not. */
const domainsOf = ({ kind, domain }: Session, { percent, domains }: ScoreWords) => ({
  ...(kind === 'practice-questions' && domain !== null ? { [domain]: percent } : {}),
  ...domains,
});

/** The score, and that the session is done where it was not: one change. */
export function decideScore(
  session: Session,
  words: ScoreWords,
  on: CivilDate,
  running: RunningTimer | null,
  loggedMinutes: number,
): PlanEvent[] {
  const scored: PlanEvent = {
    type: 'scored',
    number: session.number,
    activity: session.activity,
    on,
    percent: words.percent,
    domains: domainsOf(session, words),
    questions: words.questions,
  };
  if (session.status === 'done') return [scored];
  const timed = running?.number === session.number ? running : null;
  const done: PlanEvent = {
    type: 'done',
    numbers: [session.number],
    on,
    minutes: timed ? timed.minutes + loggedMinutes : null,
    felt: null,
    from: timed ? 'timer' : null,
  };
  return [done, scored];
}

export interface Verdict {
  /** The gate that this practice exam is; null for practice questions. */
  readonly gate: number | null;
  readonly belowGate: boolean;
  /** Domain with the lowest score; null where none was told. */
  readonly weakest: {
    readonly id: string;
    readonly title: string;
    readonly percent: number;
  } | null;
  /** True where the hours that remain should be spread anew. */
  readonly replan: boolean;
}

export function verdictOn(plan: Plan, session: Session, words: ScoreWords): Verdict {
  const exams = plan.sessions.filter(({ kind }) => kind === 'practice-exam');
  const last = exams.at(-1)?.activity === session.activity;
  const gate =
    session.kind !== 'practice-exam' ? null : last ? GATE_PERCENT.once : GATE_PERCENT.twice;
  const belowGate = gate !== null && words.percent < gate;
  const [lowest] = Object.entries(domainsOf(session, words)).sort(([, a], [, b]) => a - b);
  const weakest = lowest
    ? {
        id: lowest[0],
        title: plan.certification.domains.find(({ id }) => id === lowest[0])?.title ?? '',
        percent: lowest[1],
      }
    : null;
  const weak = weakest !== null && weakest.percent < WEAK_PERCENT;
  return { gate, belowGate, weakest, replan: belowGate || weak };
}

/** The exam's pass mark, in the vendor's own scale and as per cent of its top; null: not published. */
export function passMark(plan: Plan): { readonly text: string; readonly percent: number } | null {
  const { passingScore, scoreScale } = plan.certification.exam;
  if (passingScore === null) return null;
  const top = scoreScale?.[1] ?? 1000;
  return { text: `${passingScore} of ${top}`, percent: (passingScore / top) * 100 };
}
