/** What ticks made elsewhere mean for the plan: what is done now, what is known, what contradicts. */
import type { CivilDate } from '../../time/civil-date.ts';
import type { DoneEvent } from '../events.ts';
import type { PlanState } from '../state.ts';

/** One box or one task. */
export interface Tick {
  readonly number: number;
  readonly mark: 'done' | 'open' | 'dropped';
  /** Local date; null: the day of the import. */
  readonly on: CivilDate | null;
}

export type ConflictKind = 'not-ticked' | 'skipped-here' | 'dropped-there' | 'gone' | 'unknown';

/** The file and the plan disagree; the plan stays as it is. */
export interface Conflict {
  readonly number: number;
  readonly kind: ConflictKind;
}

export interface Settled {
  readonly events: readonly DoneEvent[];
  /** Sessions that are done now. */
  readonly done: readonly number[];
  /** How many ticks say what the plan says. */
  readonly unchanged: number;
  readonly conflicts: readonly Conflict[];
}

type Verdict = 'done' | 'unchanged' | ConflictKind;

const VERDICTS = {
  planned: { done: 'done', open: 'unchanged', dropped: 'dropped-there' },
  missed: { done: 'done', open: 'unchanged', dropped: 'dropped-there' },
  done: { done: 'unchanged', open: 'not-ticked', dropped: 'not-ticked' },
  skipped: { done: 'skipped-here', open: 'unchanged', dropped: 'unchanged' },
  gone: { done: 'gone', open: 'unchanged', dropped: 'unchanged' },
  unknown: { done: 'unknown', open: 'unknown', dropped: 'unknown' },
} as const satisfies Record<string, Record<Tick['mark'], Verdict>>;

/**
 * @param today local date: the day of ticks without one, and the last possible day of the others,
 *   as the clock of a telephone may be wrong
 */
export function settleTicks(
  state: Pick<PlanState, 'plan' | 'cancelled'>,
  ticks: readonly Tick[],
  today: CivilDate,
  from: NonNullable<DoneEvent['from']>,
): Settled {
  const statuses = new Map<number, keyof typeof VERDICTS>([
    ...state.cancelled.map(({ number }) => [number, 'gone'] as const),
    ...state.plan.sessions.map(({ number, status }) => [number, status] as const),
  ]);
  const byDate = new Map<CivilDate, number[]>();
  const conflicts: Conflict[] = [];
  let unchanged = 0;
  for (const { number, mark, on } of [...ticks].sort((a, b) => a.number - b.number)) {
    const verdict: Verdict = VERDICTS[statuses.get(number) ?? 'unknown'][mark];
    if (verdict === 'unchanged') unchanged += 1;
    else if (verdict !== 'done') conflicts.push({ number, kind: verdict });
    else {
      const date = on === null || on > today ? today : on;
      byDate.set(date, [...(byDate.get(date) ?? []), number]);
    }
  }
  const events = [...byDate]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, numbers]): DoneEvent => {
      return { type: 'done', numbers, on, minutes: null, felt: null, from };
    });
  const done = [...byDate.values()].flat().sort((a, b) => a - b);
  return { events, done, unchanged, conflicts };
}

const REASONS = {
  'not-ticked': ['is done here and not ticked there; it stays done', 'stay done'],
  'skipped-here': [
    'is ticked there and skipped here; it stays skipped (certplan done, if you did it)',
    'stay skipped',
  ],
  'dropped-there': [
    'is cancelled there and open here; it stays open (certplan skip leaves it out)',
    'stay open',
  ],
  gone: ['is ticked there and no longer in the plan', ''],
  unknown: ['is not in the plan', ''],
} as const satisfies Record<ConflictKind, readonly [string, string]>;

/** `session 4 is done here and not ticked there; it stays done`. */
export function conflictWords(kind: ConflictKind, numbers: readonly number[]): string {
  const [one, theyStay] = REASONS[kind];
  if (numbers.length === 1) return `session ${numbers[0]} ${one}`;
  const many = one.replace(/^is /, 'are ').replace(/it stays \w+/, `they ${theyStay}`);
  return `sessions ${numbers.join(', ')} ${many}`;
}
