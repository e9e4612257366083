/** What a re-plan changes, as it is shown before it is written: `certplan.diff/1`. */
import { type Plan, planClock, type Session } from '../../plan/plan.ts';
import { examAt, sessionDocument } from '../../plan/plan-document.ts';
import { stageIds, stagePlan } from '../../plan/stages.ts';
import { dateAt, type EpochMinutes, formatInstant } from '../../time/wall-clock.ts';
import { cushionNow } from '../feasibility-now.ts';
import type { PlanState } from '../state.ts';
import type { Replanned } from './replan.ts';

/** Why a session moves that neither was missed nor stands where another must go. */
export const WITH_THE_OTHERS = 'moves with the others';

export interface MovedSession {
  readonly session: Session;
  readonly from: EpochMinutes;
  readonly to: EpochMinutes;
  readonly reason: string;
}

export interface Diff {
  /** Every changed start, the missed ones with the reason `missed`; in order of the new time. */
  readonly moved: readonly MovedSession[];
  readonly added: readonly { readonly session: Session; readonly reason: string }[];
  readonly dropped: readonly { readonly session: Session; readonly reason: string }[];
  /** Sessions that take other minutes than before. */
  readonly changed: readonly Session[];
  readonly finish: { readonly from: string; readonly to: string };
  readonly exam: { readonly from: string | null; readonly to: string | null };
  readonly cushionMinutes: { readonly from: number | null; readonly to: number | null };
}

const finishOf = (plan: Plan): string => {
  const last = plan.sessions.at(-1);
  return last ? dateAt(last.start, planClock(plan)) : plan.basis.start;
};

/** The exam day; where there are several, one after the other. */
function examsOf(plan: Plan): string | null {
  const exams = stageIds(plan).flatMap((id) => stagePlan(plan, id).exam ?? []);
  return exams.length === 0 ? null : exams.map(examAt).join(', ');
}

export function diffOf(
  { plan: before, logged }: PlanState,
  { plan, because, replacement }: Replanned,
  now: EpochMinutes,
): Diff {
  const old = new Map(before.sessions.map((session) => [session.number, session]));
  const missed = new Set(replacement.missed);
  const why = (number: number): string => because.get(number) ?? WITH_THE_OTHERS;
  const cushion = (of: Plan): number | null => cushionNow(of, logged, now);
  return {
    moved: plan.sessions.flatMap((session) => {
      const from = old.get(session.number)?.start;
      if (from === undefined || from === session.start) return [];
      const reason = missed.has(session.number) ? 'missed' : why(session.number);
      return [{ session, from, to: session.start, reason }];
    }),
    added: plan.sessions
      .filter(({ number }) => !old.has(number))
      .map((session) => ({ session, reason: why(session.number) })),
    dropped: replacement.dropped.flatMap((number) => {
      const session = old.get(number);
      return session ? [{ session, reason: why(number) }] : [];
    }),
    changed: replacement.changed.filter(({ number, minutes }) => {
      const was = old.get(number);
      return was !== undefined && was.minutes !== minutes;
    }),
    finish: { from: finishOf(before), to: finishOf(plan) },
    exam: {
      from: examsOf(before),
      to: examsOf(plan),
    },
    cushionMinutes: { from: cushion(before), to: cushion(plan) },
  };
}

/** True when nothing at all would change. */
export const isEmpty = (diff: Diff): boolean =>
  diff.moved.length + diff.added.length + diff.dropped.length + diff.changed.length === 0 &&
  diff.exam.from === diff.exam.to;

export function diffDocument(diff: Diff, plan: Plan) {
  const clock = planClock(plan);
  const at = (instant: EpochMinutes): string => formatInstant(instant, clock);
  return {
    schema: 'certplan.diff/1',
    moved: diff.moved.map(({ session, from, to, reason }) => ({
      number: session.number,
      from: at(from),
      to: at(to),
      reason,
    })),
    added: diff.added.map(({ session, reason }) => ({
      ...sessionDocument(session, clock),
      reason,
    })),
    dropped: diff.dropped.map(({ session, reason }) => ({
      number: session.number,
      title: session.title,
      from: at(session.start),
      reason,
    })),
    changed: diff.changed.map((session) => ({
      number: session.number,
      minutes: session.minutes,
      title: session.title,
    })),
    finish: diff.finish,
    exam: diff.exam,
    cushionMinutes: diff.cushionMinutes,
  };
}
