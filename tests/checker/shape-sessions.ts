/** Shape, second part: order, numbers, UIDs, part labels and `builds.after`. */
import { type Item, numbersOf, type PlanView } from './plan-view.ts';
import type { Violation } from './violation.ts';
import { dateOf } from './zone-clock.ts';

export function checkSessionList(view: PlanView): Violation[] {
  return [
    ...orderAndNumbers(view),
    ...uids(view),
    ...partLabels(view),
    ...waitsFor(view),
    ...startAndFinish(view),
  ];
}

const shape = (message: string, sessions: readonly number[] = []): Violation => ({
  rule: 'shape',
  message,
  sessions,
});

function orderAndNumbers({ plan, byNumber, given }: PlanView): Violation[] {
  const violations: Violation[] = [];
  if (byNumber.size !== plan.sessions.length) violations.push(shape('a number is used twice'));
  let before = -Infinity;
  for (const [index, { number }] of plan.sessions.entries()) {
    const start = byNumber.get(number)?.start ?? before;
    if (start < before) violations.push(shape('sessions are not sorted by start', [number]));
    before = start;
    // Later sessions of a re-plan take the next numbers, wherever they lie.
    if (given.now === undefined && number !== index + 1) {
      violations.push(shape(`session ${index + 1} by start has number ${number}`, [number]));
    }
  }
  return violations;
}

function uids({ plan }: PlanView): Violation[] {
  const seen = new Map<string, number>();
  const violations: Violation[] = [];
  for (const { uid, number } of plan.sessions) {
    const other = seen.get(uid);
    if (other !== undefined) violations.push(shape(`uid ${uid} is used twice`, [other, number]));
    seen.set(uid, number);
  }
  return violations;
}

/** Parts are labelled 1 … n by date; an activity in one session has no label. */
function partLabels({ plan, activities, bridges }: PlanView): Violation[] {
  const skipped = new Set(
    plan.sessions.filter((it) => it.status === 'skipped').map((it) => it.activity),
  );
  return [...activities.values(), ...bridges.values()]
    .filter((item) => !labelsFit(item, skipped.has(item.activity)))
    .map((item) => shape(`the part labels of ${item.activity} do not fit`, numbersOf(item)));
}

function labelsFit({ kind, sessions }: Item, hasSkipped: boolean): boolean {
  const labels = sessions.map((it) => it.session.part);
  // Reviews and logistics may share an id without being parts of one thing.
  if ((kind === 'review' || kind === 'logistics') && labels.every((it) => it === null)) return true;
  if (hasSkipped) {
    return labels.every((it, index) => !it || it[0] > (labels[index - 1]?.[0] ?? 0));
  }
  if (labels.length === 1) return labels[0] === null;
  return labels.every((it, index) => it?.[0] === index + 1 && it[1] === labels.length);
}

function waitsFor({ sessions, byNumber }: PlanView): Violation[] {
  const violations: Violation[] = [];
  for (const { number, session, start, exempt } of sessions) {
    for (const other of session.builds.after) {
      const earlier = byNumber.get(other);
      if (!earlier || other === number) {
        violations.push(
          shape(`session ${number} builds on ${other}, which is no other session`, [number]),
        );
      } else if (!exempt && !earlier.done && earlier.end > start) {
        violations.push(
          shape(`session ${number} builds on ${other}, which ends later`, [other, number]),
        );
      }
    }
  }
  return violations;
}

function startAndFinish({ plan, sessions }: PlanView): Violation[] {
  const first = sessions[0];
  const last = sessions.at(-1);
  if (!first || !last) return [shape('there are no sessions')];
  const violations: Violation[] = [];
  const hasSkipped = sessions.length < plan.sessions.length;
  if (plan.start !== dateOf(first.day) && !hasSkipped) {
    violations.push(shape(`start ${plan.start}, first session on ${dateOf(first.day)}`));
  }
  if (plan.finish !== dateOf(last.day) && !hasSkipped) {
    violations.push(shape(`finish ${plan.finish}, last session on ${dateOf(last.day)}`));
  }
  return violations;
}
