/**
 * Shape, first part: every field of cli.md is there and of its type. The other checks rely on it;
 * where a field is wrong they do not run.
 */

import type { FoundationsFacts } from './curriculum-facts.ts';
import { KINDS, type PlanDocument, STATUSES, VERDICTS, WEEKDAYS } from './plan-document.ts';
import type { Violation } from './violation.ts';
import { dayOf, instantOf, ZoneClock } from './zone-clock.ts';

/** Says what is wrong with a value, or null. */
type Check = (value: unknown) => string | null;

const that =
  (expected: string, test: (value: unknown) => boolean): Check =>
  (value) =>
    test(value) ? null : `expected ${expected}, found ${JSON.stringify(value)?.slice(0, 60)}`;

const doesNotThrow = (action: () => unknown): boolean => {
  try {
    action();
    return true;
  } catch {
    return false;
  }
};

const isWhole = (value: unknown): value is number => Number.isInteger(value);
const isFilled = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isDate = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && doesNotThrow(() => dayOf(value));
const isInstant = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
  doesNotThrow(() => instantOf(value));
const isLocalTime = (value: unknown): boolean => {
  const [date, time, ...rest] = typeof value === 'string' ? value.split('T') : [];
  return (
    isDate(date) &&
    (time === undefined || /^([01]\d|2[0-3]):[0-5]\d$/.test(time)) &&
    rest.length === 0
  );
};

const filled = that('text', isFilled);
const text = that('a string', (value) => typeof value === 'string');
const bool = that('true or false', (value) => typeof value === 'boolean');
const date = that('a date', isDate);
const instant = that('an RFC 3339 time with offset', isInstant);
const count = that('a whole number from 0', (value) => isWhole(value) && value >= 0);
const positive = that('a whole number from 1', (value) => isWhole(value) && value >= 1);
const whole = that('a whole number', isWhole);
const finite = that('a number', (value) => Number.isFinite(value));
const oneOf = (values: readonly unknown[]) =>
  that(`one of ${values.join(', ')}`, (value) => values.includes(value));
const nullOr =
  (check: Check): Check =>
  (value) =>
    value === null ? null : check(value);

const listOf =
  (check: Check): Check =>
  (value) => {
    if (!Array.isArray(value)) return 'expected a list';
    for (const [index, element] of value.entries()) {
      const fault = check(element);
      if (fault !== null) return `[${index}]: ${fault}`;
    }
    return null;
  };

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields beyond these are allowed: the contract may be added to. */
function object(fields: Readonly<Record<string, Check>>): Check {
  const entries = Object.entries(fields);
  return (value) => {
    if (!isMapping(value)) return 'expected an object';
    for (const [key, check] of entries) {
      if (!(key in value)) return `${key} is missing`;
      const fault = check(value[key]);
      if (fault !== null) return `${key}: ${fault}`;
    }
    return null;
  };
}

const mapOf =
  (key: (name: string) => boolean, check: Check): Check =>
  (value) => {
    if (!isMapping(value)) return 'expected an object';
    for (const [name, element] of Object.entries(value)) {
      if (!key(name)) return `unknown key "${name}"`;
      const fault = check(element);
      if (fault !== null) return `${name}: ${fault}`;
    }
    return null;
  };

const part: Check = that('[i, n] with 1 ≤ i ≤ n', (value) => {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [index, of]: unknown[] = value;
  return isWhole(index) && isWhole(of) && index >= 1 && index <= of;
});

const kindNames: readonly string[] = KINDS;

const SESSION = object({
  number: positive,
  uid: filled,
  activity: filled,
  part: nullOr(part),
  kind: oneOf(KINDS),
  title: filled,
  url: nullOr(that('an http(s) address', (value) => isFilled(value) && /^https?:\/\//.test(value))),
  start: instant,
  end: instant,
  actual: nullOr(object({ on: date, minutes: finite })),
  minutes: positive,
  domain: nullOr(filled),
  tasks: listOf(filled),
  status: oneOf(STATUSES),
  pinned: bool,
  builds: object({ after: listOf(positive) }),
  reasons: listOf(filled),
});

const TIME_FROM = /^([01]\d|2[0-3]):[0-5]\d$/;
const WINDOW = object({
  days: listOf(oneOf(WEEKDAYS)),
  from: that('HH:MM', (value) => typeof value === 'string' && TIME_FROM.test(value)),
  to: that(
    'HH:MM, up to 24:00',
    (value) => typeof value === 'string' && (value === '24:00' || TIME_FROM.test(value)),
  ),
});

function planFields(skills: ReadonlySet<string>): Check {
  return object({
    schema: oneOf(['certplan.plan/1']),
    name: filled,
    certification: filled,
    timezone: that(
      'an IANA time zone',
      (value) => isFilled(value) && doesNotThrow(() => ZoneClock.for(value)),
    ),
    revision: count,
    createdAt: instant,
    start: date,
    finish: date,
    exam: nullOr(
      object({
        at: that('YYYY-MM-DD or YYYY-MM-DDTHH:MM', isLocalTime),
        source: oneOf(['given', 'suggested']),
      }),
    ),
    learner: object({
      skills: mapOf(
        (name) => skills.has(name),
        object({
          level: oneOf([0, 1, 2, 3, 4]),
          source: oneOf(['given', 'inferred', 'assumed']),
        }),
      ),
      hoursPerWeek: that(
        'a number above 0',
        (value) => Number.isFinite(value) && Number(value) > 0,
      ),
      windows: listOf(WINDOW),
      sessionMinutes: that('40 to 240', (value) => isWhole(value) && value >= 40 && value <= 240),
      daysOff: listOf(date),
    }),
    totals: object({
      minutes: count,
      byKind: mapOf((name) => kindNames.includes(name), count),
      byDomain: mapOf(() => true, count),
      sessions: count,
    }),
    feasibility: object({
      verdict: oneOf(VERDICTS),
      neededMinutes: count,
      availableMinutes: nullOr(count),
      cushionMinutes: nullOr(whole),
      remedies: listOf(() => null),
    }),
    sessions: listOf(SESSION),
    waived: listOf(object({ activity: filled, title: filled, minutes: finite, reason: filled })),
    cuts: listOf(
      object({
        activity: filled,
        title: filled,
        minutes: finite,
        reason: text,
        weightLost: finite,
      }),
    ),
    milestones: listOf(object({ kind: filled, date, title: filled })),
    warnings: listOf(object({ code: filled, message: filled })),
  });
}

const checksBySkills = new WeakMap<ReadonlySet<string>, Check>();

export function checkFields(plan: PlanDocument, { skills }: FoundationsFacts): Violation[] {
  let check = checksBySkills.get(skills);
  if (!check) {
    check = planFields(skills);
    checksBySkills.set(skills, check);
  }
  const fault = check(plan);
  return fault === null ? [] : [{ rule: 'shape', message: fault, sessions: [] }];
}
