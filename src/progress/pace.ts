/**
 * Pace: how long sessions really take, against what was planned. Below 1 is faster.
 *
 * Only sessions whose minutes somebody gave (typed, or by the timer) are measured. A plain tick is
 * stored with the planned minutes, which says nothing of pace but that the slot sufficed.
 */
import { KINDS, type Kind } from '../curriculum/vocabulary.ts';
import type { Session } from '../plan/plan.ts';
import type { Random } from './random.ts';
import type { PlanState } from './state.ts';

/** From so many sessions of a kind on, their own figures count alone (design §9). */
const SESSIONS_THAT_SETTLE = 5;

/**
 * Spread of the logarithm of a learner's overall pace before anything is known. With it 5 % of
 * learners take more than e^(1.645 · 0.3) = 1.64 times the planned minutes: the ratio of Buehler,
 * Griffin and Ross (1994), whose students took 1.64 times as long as they thought.
 */
const PRIOR_SPREAD = 0.3;
/** Spread of one kind around the learner's overall pace. Our choice: half of the above. */
const KIND_SPREAD = 0.15;
/**
 * Spread of single sessions around the pace of their kind, until the log says better. Our choice:
 * two sessions of three between 0.7 and 1.4 of what they take on average.
 */
const SESSION_SPREAD = 0.35;
/** So many sessions is that first guess worth. Our choice. */
const SESSION_SPREAD_WORTH = 6;
/**
 * What a tick without minutes is worth beside a measured session, as evidence of a pace of 1: the
 * slot sufficed, but not by how much. Our choice; it narrows the forecast only, and is not shown.
 */
const TICK_WORTH = 0.2;
/** A log of 1 minute for an hour, or of a night, is a slip more often than a pace. Our choice. */
const RATIO_LIMITS = [0.1, 10] as const;

interface Logged {
  readonly kind: Kind;
  readonly planned: number;
  readonly actual: number;
  /** False for a tick without minutes. */
  readonly measured: boolean;
}

/** Numbers of the done sessions whose minutes were given or timed. */
function measuredNumbers(state: PlanState): ReadonlySet<number> {
  const timed = new Set<number>();
  const measured = new Set<number>();
  for (const event of state.events) {
    if (event.type === 'logged') timed.add(event.number);
    if (event.type !== 'done') continue;
    for (const number of event.numbers) {
      if (event.minutes !== null || timed.has(number)) measured.add(number);
      else measured.delete(number);
      timed.delete(number);
    }
  }
  return measured;
}

function loggedSessions(state: PlanState): Logged[] {
  const measured = measuredNumbers(state);
  return state.plan.sessions.flatMap((session: Session) =>
    session.status === 'done' && session.actual !== null && session.minutes > 0
      ? [
          {
            kind: session.kind,
            planned: session.minutes,
            actual: session.actual.minutes,
            measured: measured.has(session.number) && session.actual.minutes > 0,
          },
        ]
      : [],
  );
}

const clampRatio = (ratio: number): number =>
  Math.min(RATIO_LIMITS[1], Math.max(RATIO_LIMITS[0], ratio));

/** Pace of one kind, as it is shown. */
export interface KindPace {
  /** Actual ÷ planned minutes; up to five sessions the missing ones count as 1. */
  readonly ratio: number;
  /** Measured sessions. */
  readonly sessions: number;
}

/** The kinds of which any session was measured. */
export function paceByKind(state: PlanState): Partial<Record<Kind, KindPace>> {
  const logged = loggedSessions(state).filter(({ measured }) => measured);
  const result: Partial<Record<Kind, KindPace>> = {};
  for (const kind of KINDS) {
    const own = logged.filter((entry) => entry.kind === kind);
    if (own.length === 0) continue;
    const planned = own.reduce((sum, entry) => sum + entry.planned, 0);
    const actual = own.reduce((sum, entry) => sum + entry.actual, 0);
    const missing = Math.max(0, SESSIONS_THAT_SETTLE - own.length);
    const raw = clampRatio(actual / planned);
    result[kind] = {
      ratio: (own.length * raw + missing) / (own.length + missing),
      sessions: own.length,
    };
  }
  return result;
}

interface Evidence {
  readonly kind: Kind;
  /** Sessions, ticks for their part. */
  readonly weight: number;
  /** Logarithm of the mean ratio actual ÷ planned that the sessions point to. */
  readonly mean: number;
}

/**
 * What is believed of a learner's pace: log pace of a kind = overall + own part of the kind, both
 * normal; sessions scatter around it. The kinds teach each other through the overall pace, so that
 * the first labs are not guessed at 1 for who reads slowly.
 */
export interface PaceBelief {
  readonly evidence: readonly Evidence[];
  readonly overallMean: number;
  readonly overallSpread: number;
  /** Spread of the logarithm of single sessions. */
  readonly sessionSpread: number;
}

export function paceBelief(state: PlanState): PaceBelief {
  const logged = loggedSessions(state);
  const sums: { kind: Kind; ticks: number; measured: number; sum: number }[] = [];
  let squares = SESSION_SPREAD_WORTH * SESSION_SPREAD ** 2;
  let degrees = SESSION_SPREAD_WORTH;
  for (const kind of KINDS) {
    const own = logged.filter((entry) => entry.kind === kind);
    if (own.length === 0) continue;
    const logs = own
      .filter(({ measured }) => measured)
      .map(({ actual, planned }) => Math.log(clampRatio(actual / planned)));
    const sum = logs.reduce((total, value) => total + value, 0);
    sums.push({ kind, ticks: own.length - logs.length, measured: logs.length, sum });
    if (logs.length > 1) {
      const mean = sum / logs.length;
      squares += logs.reduce((total, value) => total + (value - mean) ** 2, 0);
      degrees += logs.length - 1;
    }
  }
  const sessionVariance = squares / degrees;
  // Scatter is skewed: the mean of a lognormal ratio lies half its variance above its middle. A pace
  // of 1, of the prior and of ticks, speaks of the mean, as sums of minutes do.
  const evidence = sums.map(({ kind, ticks, measured, sum }): Evidence => {
    const weight = measured + TICK_WORTH * ticks;
    return { kind, weight, mean: (sum + (measured * sessionVariance) / 2) / weight };
  });
  let precision = 1 / PRIOR_SPREAD ** 2;
  let pull = 0;
  for (const { weight, mean } of evidence) {
    const own = 1 / (KIND_SPREAD ** 2 + sessionVariance / weight);
    precision += own;
    pull += own * mean;
  }
  return {
    evidence,
    overallMean: pull / precision,
    overallSpread: 1 / Math.sqrt(precision),
    sessionSpread: Math.sqrt(sessionVariance),
  };
}

/**
 * One draw of what may be true: the factor of each kind, in the order of `KINDS`, such that a
 * session takes planned minutes × factor × its own scatter, whose mean is 1.
 * @param into receives the factors
 */
export function drawPaces(belief: PaceBelief, random: Random, into: Float64Array): void {
  const overall = belief.overallMean + belief.overallSpread * random.normal();
  const variance = belief.sessionSpread ** 2;
  KINDS.forEach((kind, index) => {
    const own = belief.evidence.find((entry) => entry.kind === kind);
    const weight = own?.weight ?? 0;
    const precision = 1 / KIND_SPREAD ** 2 + weight / variance;
    const part = ((weight / variance) * ((own?.mean ?? 0) - overall)) / precision;
    into[index] = Math.exp(overall + part + random.normal() / Math.sqrt(precision));
  });
}
