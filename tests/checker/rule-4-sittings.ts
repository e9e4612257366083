/** Rule 4: sittings, parts, and what stays unbroken. */
import { type Item, numbersOf, type PlanView, type SessionView } from './plan-view.ts';
import type { Violation } from './violation.ts';
import { MINUTE } from './zone-clock.ts';

const BREAK = 10 * MINUTE;
const SHORTEST_PART = 20;
const LONGEST_UNBROKEN_LAB = 120;

export function checkSittings(view: PlanView): Violation[] {
  return [...sittingLengths(view), ...unbrokenAndParts(view)];
}

interface Sitting {
  readonly members: readonly SessionView[];
  readonly minutes: number;
}

/** Runs of sessions with less than ten minutes between them. */
function sittings(sessions: readonly SessionView[]): Sitting[] {
  const result: Sitting[] = [];
  let members: SessionView[] = [];
  let end = -Infinity;
  const close = () => {
    const first = members[0];
    if (first) result.push({ members, minutes: (end - first.start) / MINUTE });
  };
  for (const view of sessions) {
    if (view.start - end >= BREAK) {
      close();
      members = [];
    }
    members.push(view);
    end = Math.max(end, view.end);
  }
  close();
  return result;
}

function sittingLengths({ plan, sessions, activities }: PlanView): Violation[] {
  const limit = plan.learner.sessionMinutes;
  const violations: Violation[] = [];
  for (const { members, minutes } of sittings(sessions)) {
    if (minutes <= limit || members.every((it) => it.exempt)) continue;
    const [first] = members;
    if (members.length === 1 && first && mayBeLong(first, activities, limit)) continue;
    violations.push({
      rule: 4,
      message: `the sitting from ${first?.session.start} lasts ${minutes} minutes, more than ${limit}`,
      sessions: members.map((it) => it.number),
    });
  }
  return violations;
}

/** Whether a session may be longer than a sitting, alone in it. */
function mayBeLong(
  { session }: SessionView,
  activities: ReadonlyMap<string, Item>,
  limit: number,
): boolean {
  if (session.kind === 'practice-exam') return true;
  if (session.kind !== 'lab') return false;
  const whole = activities.get(session.activity)?.minutes ?? session.minutes;
  return whole <= LONGEST_UNBROKEN_LAB || session.minutes <= Math.max(LONGEST_UNBROKEN_LAB, limit);
}

function unbrokenAndParts({ plan, activities, bridges }: PlanView): Violation[] {
  const limit = plan.learner.sessionMinutes;
  const violations: Violation[] = [];
  for (const item of [...activities.values(), ...bridges.values()]) {
    if (item.kind === 'review' || item.kind === 'logistics') {
      // Sessions of one id may be separate meetings; only labelled ones are parts.
      if (!item.sessions.some((it) => it.session.part)) continue;
    }
    const bound = item.sessions.filter((it) => !it.exempt);
    if (bound.length === 0) continue;
    const isSplit = item.sessions.length > 1;
    const mustBeWhole =
      item.kind === 'practice-exam' ||
      (item.kind === 'lab' && item.minutes <= LONGEST_UNBROKEN_LAB);
    if (isSplit && mustBeWhole) {
      violations.push({
        rule: 4,
        message: `${item.kind} ${item.activity} (${item.minutes} minutes) is not one unbroken session`,
        sessions: numbersOf(item),
      });
    }
    for (const { session, number } of bound) {
      if (isSplit && session.minutes < SHORTEST_PART) {
        violations.push({
          rule: 4,
          message: `a part of ${item.activity} has ${session.minutes} minutes, under ${SHORTEST_PART}`,
          sessions: [number],
        });
      }
      const longest = Math.max(LONGEST_UNBROKEN_LAB, limit);
      if (item.kind === 'lab' && session.minutes > longest) {
        violations.push({
          rule: 4,
          message: `${session.minutes} minutes of lab ${item.activity} at a stretch, over ${longest}`,
          sessions: [number],
        });
      }
    }
  }
  return violations;
}
