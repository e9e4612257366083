/**
 * The order in which the search decides the open items, and what it has to remember in between.
 * Two halves of a choice that are remembered alike can be finished in the same ways, so only the
 * better one is followed up: the fewer things to remember, the fewer halves.
 */
import type { Program, Settled } from './program.ts';

/**
 * One item to decide. The masks are sets of bits of the memory, in which a bit says of an item "is
 * cut" and of a set of which one stays "one stays".
 */
export interface Stage {
  readonly item: number;
  /** Earlier items that come directly before: none may be cut where this one stays. */
  readonly before: bigint;
  /** Earlier items that come directly after: all must be cut where this one is. */
  readonly followers: bigint;
  /** Sets that are served where the item stays. */
  readonly serves: bigint;
  /** Sets whose last open item this is: served now or never. */
  readonly lastChance: bigint;
  /** The item itself, where later items ask for it. */
  readonly own: bigint;
  /** What no later item asks for. */
  readonly forget: bigint;
}

/** Something to remember: from the first item decided that writes it to the last that reads it. */
interface Note {
  /** The item whose cut it tells of; null for a set. */
  readonly item: number | null;
  /** Items that write or read it. */
  readonly users: readonly number[];
  open: number;
  written: boolean;
  /** Its bit of the memory while it is remembered, else null. */
  slot: number | null;
}

const writes = (note: Note, item: number): boolean => note.item === null || note.item === item;

function notesOf(program: Program, settled: Settled): Note[] {
  const isOpen = (item: number): boolean => settled[item] === null;
  const note = (item: number | null, users: readonly number[]): Note => ({
    item,
    users,
    open: users.length,
    written: false,
    slot: null,
  });
  const neighbours = new Map<number, Set<number>>();
  for (const [before, item] of program.edges) {
    if (!isOpen(before) || !isOpen(item)) continue;
    neighbours.set(before, (neighbours.get(before) ?? new Set([before])).add(item));
    neighbours.set(item, (neighbours.get(item) ?? new Set([item])).add(before));
  }
  const sets = program.oneStays.filter((set) => !set.some((item) => settled[item] === false));
  return [
    ...sets.map((set) => note(null, set.filter(isOpen))),
    ...[...neighbours].map(([item, users]) => note(item, [...users])),
  ];
}

/** By how many notes the memory grows when the item is decided next. */
function growth(item: number, notes: readonly Note[]): number {
  let sum = 0;
  for (const note of notes) {
    const willBeKept = (note.written || writes(note, item)) && note.open > 1;
    sum += Number(willBeKept) - Number(note.written);
  }
  return sum;
}

/** Greedily by least memory, ties by the order of the items. */
export function stagesOf(program: Program, settled: Settled): Stage[] {
  const notes = notesOf(program, settled);
  const byUser = settled.map((_, item) => notes.filter((note) => note.users.includes(item)));
  const edges = new Set(program.edges.map(([before, item]) => `${before}>${item}`));
  const slots: boolean[] = [];
  const bitOf = (note: Note): bigint => {
    if (note.slot === null) {
      const free = slots.indexOf(false);
      note.slot = free < 0 ? slots.length : free;
      slots[note.slot] = true;
    }
    return 1n << BigInt(note.slot);
  };
  const bitsOf = (some: readonly Note[]): bigint =>
    some.reduce((mask, note) => mask | bitOf(note), 0n);

  const stageOf = (item: number): Stage => {
    const used = byUser[item] ?? [];
    const others = used.filter((note) => note.written && note.item !== null);
    const sets = used.filter((note) => note.item === null);
    for (const note of used) {
      note.open -= 1;
      note.written ||= writes(note, item);
    }
    const done = used.filter((note) => note.open === 0);
    const stage: Stage = {
      item,
      before: bitsOf(others.filter((note) => edges.has(`${note.item}>${item}`))),
      followers: bitsOf(others.filter((note) => edges.has(`${item}>${note.item}`))),
      serves: bitsOf(sets),
      lastChance: bitsOf(sets.filter((note) => note.open === 0)),
      own: bitsOf(used.filter((note) => note.item === item && note.open > 0)),
      forget: bitsOf(done.filter((note) => note.slot !== null)),
    };
    for (const { slot } of done) if (slot !== null) slots[slot] = false;
    return stage;
  };

  const open = new Set(settled.flatMap((value, item) => (value === null ? [item] : [])));
  const stages: Stage[] = [];
  while (open.size > 0) {
    let next = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const item of open) {
      const grown = growth(item, byUser[item] ?? []);
      if (grown < least) {
        least = grown;
        next = item;
      }
    }
    open.delete(next);
    stages.push(stageOf(next));
  }
  return stages;
}
