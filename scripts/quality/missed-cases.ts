/** Random learners who miss one session: the plan, the session, and the re-plan on the next day. */
import fc from 'fast-check';
import { UserError } from '../../src/errors.ts';
import { planIfItFits } from '../../src/plan/build-plan.ts';
import { type Plan, planClock, type Session } from '../../src/plan/plan.ts';
import { laterExam } from '../../src/progress/replan/propose.ts';
import { type Replanned, replan } from '../../src/progress/replan/replan.ts';
import type { ReplanRequest } from '../../src/progress/replan/request.ts';
import type { EpochMinutes } from '../../src/time/wall-clock.ts';
import { doneUntil, requestFor, withEvents } from '../../tests/progress/histories.ts';
import { randomLearner } from '../../tests/support/random-learner.ts';
import { type SampleOptions, sampleRequest } from '../../tests/support/sample-plan.ts';

export interface MissedCase {
  /** `seed:position`: with these the case is found again. */
  readonly name: string;
  readonly options: SampleOptions;
  readonly plan: Plan;
  readonly missed: Session;
  readonly now: EpochMinutes;
  readonly request: ReplanRequest;
}

export interface Answer {
  readonly replanned: Replanned;
  /** Others that stand elsewhere, and sessions that are new. */
  readonly moves: number;
  readonly examMoved: boolean;
}

/** Without bias: each session of a plan is as likely as any other. */
const anySession = fc.noBias(fc.integer({ min: 0, max: 9999 })).map((step) => step / 10_000);

/** A plan that keeps every rule; null where none can be made. */
function planFor(options: SampleOptions): Plan | null {
  try {
    const plan = planIfItFits(sampleRequest(options));
    return plan?.warnings.some(({ code }) => code.startsWith('relaxed')) === false ? plan : null;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** The next midnight after its slot, or when the session that runs then is through. */
function dayAfter(plan: Plan, { start, minutes }: Session): EpochMinutes {
  const clock = planClock(plan);
  const midnight = clock.toInstant(clock.toWallClock(start + minutes - 1).day + 1, 0);
  const running = plan.sessions.find(
    (other) => other.start < midnight && other.start + other.minutes > midnight,
  );
  return running ? running.start + running.minutes : midnight;
}

/** When the learner asks for a re-plan. */
export const MOMENTS = {
  'next day': dayAfter,
  'half an hour later': (_plan: Plan, { start, minutes }: Session): EpochMinutes =>
    start + minutes + 30,
} as const;

/**
 * @param count learners that are drawn for each seed; some of them cannot be planned for
 */
export function* missedCases(
  count: number,
  seeds: readonly number[],
  seen: keyof typeof MOMENTS = 'next day',
  only?: ReadonlySet<string>,
): Generator<MissedCase> {
  for (const seed of seeds) {
    const drawn = fc.sample(fc.tuple(randomLearner, anySession), { numRuns: count, seed });
    for (const [index, [options, share]] of drawn.entries()) {
      if (only && !only.has(`${seed}:${index}`)) continue;
      const plan = planFor(options);
      const missed = plan?.sessions[Math.floor(share * plan.sessions.length)];
      if (!plan || !missed) continue;
      const now = MOMENTS[seen](plan, missed);
      const state = withEvents(plan, doneUntil(plan, now, new Set([missed.number])));
      const request = requestFor(state, now);
      yield { name: `${seed}:${index}`, options, plan, missed, now, request };
    }
  }
}

/** What the re-plan answers; null where the exam day given is too early now. */
export function answerTo({ request, plan }: MissedCase): Answer | null {
  const onTime = replan(request);
  const replanned =
    onTime ??
    (plan.exam?.source === 'suggested' ? (laterExam(request, true)?.replanned ?? null) : null);
  if (!replanned) return null;
  const { moved, missed, added } = replanned.replacement;
  const moves = moved.filter(({ number }) => !missed.includes(number)).length + added.length;
  return { replanned, moves, examMoved: onTime === null };
}
