/** Random cuts of the shape of real ones, and small ones for brute force. */
import fc from 'fast-check';
import type { CutItem, CutKind } from '../../../src/workload/cut/cut-item.ts';

interface Shape {
  readonly items: { readonly minLength: number; readonly maxLength: number };
  readonly tasks: number;
  /** Chance of an edge to one of the earlier items. */
  readonly edges: number;
}

interface Draw {
  readonly kind: CutKind;
  readonly minutes: number;
  readonly tasks: readonly string[];
  readonly after: readonly number[];
  readonly loss: number;
}

const KIND_DRAW = fc.oneof(
  { weight: 6, arbitrary: fc.constant('reading' as const) },
  { weight: 3, arbitrary: fc.constant('lab' as const) },
  { weight: 1, arbitrary: fc.constant('project' as const) },
);

/** Even shares of the tasks' weights: many choices lose the same, as in real curricula. */
function sharedLosses(draws: readonly Draw[]): number[] {
  const minutes = new Map<string, number>();
  for (const draw of draws) {
    for (const task of draw.tasks) {
      minutes.set(task, (minutes.get(task) ?? 0) + draw.minutes / draw.tasks.length);
    }
  }
  const weight = 100 / minutes.size;
  return draws.map((draw) =>
    draw.tasks.reduce(
      (sum, task) => sum + (weight * draw.minutes) / draw.tasks.length / (minutes.get(task) ?? 1),
      0,
    ),
  );
}

export const randomItems = (shape: Shape): fc.Arbitrary<CutItem[]> => {
  const task = fc.integer({ min: 1, max: shape.tasks }).map((number) => `1.${number}`);
  const draw = fc.record<Draw>({
    kind: KIND_DRAW,
    minutes: fc.integer({ min: 1, max: 24 }).map((fives) => fives * 5),
    tasks: fc.uniqueArray(task, { minLength: 1, maxLength: 3 }),
    after: fc
      .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.array(fc.nat(1000), { maxLength: 2 }))
      .map(([chance, picks]) => (chance < shape.edges ? picks : [])),
    loss: fc.integer({ min: 0, max: 400 }).map((hundredths) => hundredths / 100),
  });
  return fc.tuple(fc.array(draw, shape.items), fc.boolean()).map(([draws, shared]) => {
    const losses = shared ? sharedLosses(draws) : draws.map((each) => each.loss);
    return draws.map(
      (each, index): CutItem => ({
        id: `item-${index}`,
        minutes: each.minutes,
        loss: losses[index] ?? 0,
        tasks: each.tasks,
        kind: each.kind,
        after: index === 0 ? [] : [...new Set(each.after.map((pick) => `item-${pick % index}`))],
      }),
    );
  });
};

export const smallItems = randomItems({
  items: { minLength: 1, maxLength: 12 },
  tasks: 4,
  edges: 0.4,
});

export const largeItems = randomItems({
  items: { minLength: 30, maxLength: 80 },
  tasks: 15,
  edges: 0.5,
});
