/**
 * Which task to review in which slot, so that the weighted recall on the exam day is highest: first
 * slot by slot in order of time, then changes of single slots and exchanges of two as long as they help.
 */
import { recallOn } from './memory.ts';

export interface ReviewTask {
  /** Share of the exam, any unit. */
  readonly weight: number;
  /** Days on which the task is learned or met anyway, in order. */
  readonly days: readonly number[];
  /** Those of them on which it is met again without a review: one there would be no second return. */
  readonly practised?: readonly number[];
  /** A slot is of use from this day on: enough of the task has been learned on earlier ones. */
  readonly from: number;
  /** From this day on a slot is taken all the same where the task would get too few. Absent: `from`. */
  readonly fromIfOwed?: number;
  /** Reviews that the task must get (rule 9), as far as slots allow. */
  readonly atLeast: number;
}

export interface ReviewSlot {
  readonly day: number;
  /** In the last days before the exam: there every task is met once before one is met twice. */
  readonly last: boolean;
}

/** Rounds of improvement; the first brings nearly all of the gain. */
const ROUNDS = 1;
/** Exchanges of two slots are tried up to so many slots: beyond, they cost more time than they gain. */
const EXCHANGES_UP_TO = 100;
/** So few assignments are all tried: exchanges can miss the best by a few per cent on tiny cases. */
const ALL_TRIED_UP_TO = 5000;
/** A smaller gain is noise of the arithmetic. */
const EPSILON = 1e-12;

/**
 * @param slots in order of time
 * @param spareLast slots of the last days that are beyond one for each task, or beyond what is asked there
 * @returns index of the task for each slot, or null where no task can use it
 */
export function assignReviews(
  tasks: readonly ReviewTask[],
  slots: readonly ReviewSlot[],
  examDay: number,
  spareLast = 0,
): (number | null)[] {
  const assigned: (number | null)[] = slots.map(() => null);
  const daysOf = tasks.map((task) => [...task.days]);
  const recall = tasks.map((task) => recallOn(examDay, task.days));
  const counts = tasks.map(() => 0);
  const lastCounts = tasks.map(() => 0);
  const learned = Math.max(1, tasks.filter((task) => Number.isFinite(task.from)).length);
  const mostLast = Math.ceil(slots.filter((slot) => slot.last).length / learned);

  const hasTurn = (task: number, { last }: ReviewSlot, givenUp?: ReviewSlot): boolean =>
    !last || (lastCounts[task] ?? 0) - (givenUp?.last ? 1 : 0) < mostLast;
  /** @param givenUp a slot that the task loses in exchange */
  const canTake = (task: number, place: ReviewSlot, givenUp?: ReviewSlot): boolean => {
    const facts = tasks[task];
    if (facts === undefined || place.day < facts.from) return false;
    return !(daysOf[task] ?? []).includes(place.day) && hasTurn(task, place, givenUp);
  };
  /** A day on which more of it is learned does little for recall, but it is a return: rule 9 counts it. */
  const canTakeIfOwed = (task: number, place: ReviewSlot): boolean => {
    const facts = tasks[task];
    if (facts === undefined || place.day < (facts.fromIfOwed ?? facts.from)) return false;
    if (facts.practised?.includes(place.day)) return false;
    if (spareLast === 0 && !hasTurn(task, place)) return false;
    return !slots.some(({ day }, slot) => day === place.day && assigned[slot] === task);
  };
  const withDay = (days: readonly number[], day: number): number[] => {
    const position = days.findIndex((other) => other > day);
    return position < 0
      ? [...days, day]
      : [...days.slice(0, position), day, ...days.slice(position)];
  };
  const withoutDay = (days: readonly number[], day: number): number[] => {
    const position = days.indexOf(day);
    return days.filter((_, index) => index !== position);
  };
  const weight = (task: number): number => tasks[task]?.weight ?? 0;
  const set = (slot: number, task: number | null, { day, last }: ReviewSlot): void => {
    const step = last ? 1 : 0;
    const before = assigned[slot] ?? null;
    if (before !== null) {
      daysOf[before] = withoutDay(daysOf[before] ?? [], day);
      recall[before] = recallOn(examDay, daysOf[before] ?? []);
      counts[before] = (counts[before] ?? 0) - 1;
      lastCounts[before] = (lastCounts[before] ?? 0) - step;
    }
    assigned[slot] = task;
    if (task !== null) {
      daysOf[task] = withDay(daysOf[task] ?? [], day);
      recall[task] = recallOn(examDay, daysOf[task] ?? []);
      counts[task] = (counts[task] ?? 0) + 1;
      lastCounts[task] = (lastCounts[task] ?? 0) + step;
    }
  };
  const gainOf = (task: number, day: number): number =>
    weight(task) * (recallOn(examDay, withDay(daysOf[task] ?? [], day)) - (recall[task] ?? 0));
  const lossOf = (task: number, day: number): number =>
    weight(task) * ((recall[task] ?? 0) - recallOn(examDay, withoutDay(daysOf[task] ?? [], day)));

  if ((tasks.length + 1) ** slots.length <= ALL_TRIED_UP_TO) {
    const best = bestOfAll(false);
    const chosen = best.owed === 0 ? best : bestOfAll(true);
    chosen.assigned.forEach((task, slot) => {
      const place = slots[slot];
      if (place) set(slot, task, place);
    });
    giveWhatIsOwed();
    return assigned;
  }

  slots.forEach((place, slot) => {
    const { day } = place;
    let best: number | null = null;
    let bestGain = Number.NEGATIVE_INFINITY;
    tasks.forEach((_, task) => {
      if (!canTake(task, place)) return;
      const gain = gainOf(task, day);
      if (gain > bestGain) {
        best = task;
        bestGain = gain;
      }
    });
    if (best !== null) set(slot, best, place);
  });

  for (let round = 0; round < ROUNDS; round += 1) {
    giveEachItsShare();
    if (!improve()) break;
  }
  giveEachItsShare();
  giveWhatIsOwed();
  return assigned;

  /**
   * Every assignment in turn: the fewest owed returns, then the highest recall.
   * @param ifOwed also with slots that a task takes only where it would get too few
   */
  function bestOfAll(ifOwed: boolean): { assigned: readonly (number | null)[]; owed: number } {
    let best: (number | null)[] = [];
    let fewestOwed = Number.POSITIVE_INFINITY;
    let highest = Number.NEGATIVE_INFINITY;
    const takenAsOwed = tasks.map(() => 0);
    const weigh = (): void => {
      const isGreedy = tasks.some(
        ({ atLeast }, task) => takenAsOwed[task] !== 0 && (counts[task] ?? 0) > atLeast,
      );
      if (isGreedy) return;
      const owed = tasks.reduce(
        (sum, task, index) => sum + Math.max(0, task.atLeast - (counts[index] ?? 0)),
        0,
      );
      const total = recall.reduce((sum, value, index) => sum + value * weight(index), 0);
      if (owed < fewestOwed || (owed === fewestOwed && total > highest + EPSILON)) {
        best = [...assigned];
        fewestOwed = owed;
        highest = total;
      }
    };
    const extend = (slot: number): void => {
      const place = slots[slot];
      if (!place) {
        weigh();
        return;
      }
      tasks.forEach((_, task) => {
        const step = canTake(task, place) ? 0 : 1;
        if (step === 1 && !(ifOwed && canTakeIfOwed(task, place))) return;
        takenAsOwed[task] = (takenAsOwed[task] ?? 0) + step;
        set(slot, task, place);
        extend(slot + 1);
        set(slot, null, place);
        takenAsOwed[task] = (takenAsOwed[task] ?? 0) - step;
      });
      extend(slot + 1);
    };
    extend(0);
    return { assigned: best, owed: fewestOwed };
  }

  /** A task without its due returns takes a slot from the task that loses least by it. */
  function giveEachItsShare(): void {
    tasks.forEach((task, index) => {
      while ((counts[index] ?? 0) < task.atLeast) {
        let bestSlot = -1;
        let least = Number.POSITIVE_INFINITY;
        slots.forEach((place, slot) => {
          const { day } = place;
          const holder = assigned[slot] ?? null;
          if (holder === index || !canTake(index, place)) return;
          if (holder !== null && !isSpared(holder)) return;
          const cost = (holder === null ? 0 : lossOf(holder, day)) - gainOf(index, day);
          if (cost < least) {
            least = cost;
            bestSlot = slot;
          }
        });
        const slot = slots[bestSlot];
        if (!slot) return;
        set(bestSlot, index, slot);
      }
    });
  }

  /** Rule 9 before recall: who has just enough gives way, too, where it finds another slot itself. */
  function giveWhatIsOwed(): void {
    let spare = spareLast;
    tasks.forEach((task, index) => {
      let found = true;
      while (found && (counts[index] ?? 0) < task.atLeast) found = claim(index, new Set());
    });

    function claim(task: number, tried: Set<number>): boolean {
      return slots.some((place, slot) => {
        const holder = assigned[slot] ?? null;
        if (holder === task || tried.has(slot) || !canTakeIfOwed(task, place)) return false;
        tried.add(slot);
        const losesItsTurn =
          place.last && holder !== null && lastCounts[holder] === 1 && lastCounts[task] !== 0;
        if (losesItsTurn && spare <= 0) return false;
        if (holder !== null && !isSpared(holder) && !claim(holder, tried)) return false;
        // Whoever was asked to give way may have come here.
        if (assigned[slot] !== holder || !canTakeIfOwed(task, place)) return false;
        if (losesItsTurn) spare -= 1;
        set(slot, task, place);
        return true;
      });
    }
  }

  function isSpared(holder: number): boolean {
    return (counts[holder] ?? 0) > (tasks[holder]?.atLeast ?? 0);
  }

  /** One round over all slots; true when anything got better. */
  function improve(): boolean {
    let improved = false;
    slots.forEach((place, slot) => {
      const { day } = place;
      const holder = assigned[slot] ?? null;
      const free = holder === null || isSpared(holder);
      const loss = holder === null ? 0 : lossOf(holder, day);
      let best: (() => void) | null = null;
      let bestGain = EPSILON;
      tasks.forEach((_, task) => {
        if (task === holder) return;
        const gain = gainOf(task, day);
        // A holder that owes reviews itself gives a slot only to one that owes as well.
        const owing = (counts[task] ?? 0) < (tasks[task]?.atLeast ?? 0);
        if ((free || owing) && gain - loss > bestGain && canTake(task, place)) {
          bestGain = gain - loss;
          best = () => set(slot, task, place);
        }
        // Not free to give the slot away, or not worth it: perhaps in exchange for another.
        if (slots.length > EXCHANGES_UP_TO) return;
        slots.forEach((other, otherSlot) => {
          if (assigned[otherSlot] !== task || other.day === day) return;
          // The task moves here and leaves its other slot empty.
          if (free && canTake(task, place, other)) {
            const moved = withDay(withoutDay(daysOf[task] ?? [], other.day), day);
            const better = weight(task) * (recallOn(examDay, moved) - (recall[task] ?? 0)) - loss;
            if (better > bestGain) {
              bestGain = better;
              best = () => {
                set(otherSlot, null, other);
                set(slot, task, place);
              };
            }
          }
          if (holder === null || !canTake(holder, other, place) || !canTake(task, place, other))
            return;
          const exchange = exchangeGain(holder, day, task, other.day);
          if (exchange > bestGain) {
            bestGain = exchange;
            best = () => {
              set(slot, null, place);
              set(otherSlot, holder, other);
              set(slot, task, place);
            };
          }
        });
      });
      const act: (() => void) | null = best;
      if (act !== null) {
        (act as () => void)();
        improved = true;
      }
    });
    return improved;
  }

  function exchangeGain(a: number, dayA: number, b: number, dayB: number): number {
    const newA = withDay(withoutDay(daysOf[a] ?? [], dayA), dayB);
    const newB = withDay(withoutDay(daysOf[b] ?? [], dayB), dayA);
    return (
      weight(a) * (recallOn(examDay, newA) - (recall[a] ?? 0)) +
      weight(b) * (recallOn(examDay, newB) - (recall[b] ?? 0))
    );
  }
}
