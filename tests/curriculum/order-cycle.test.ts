import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCycle } from '../../src/curriculum/order-cycle.ts';

const graph = (edges: Record<string, readonly string[]>) =>
  findCycle(new Map(Object.entries(edges)));

describe('a cycle of must-come-after edges', () => {
  it('is none in a chain, a tree or a diamond', () => {
    expect(graph({})).toBeNull();
    expect(graph({ a: [], b: ['a'], c: ['b'] })).toBeNull();
    expect(graph({ a: [], b: ['a'], c: ['a'], d: ['b', 'c'] })).toBeNull();
  });

  it('is none through an id that is not known', () => {
    expect(graph({ a: ['elsewhere'], b: ['a', 'nowhere'] })).toBeNull();
  });

  it('is told in the order in which the items would come, closed at the end', () => {
    const cycle = graph({ start: [], a: ['start', 'c'], b: ['a'], c: ['b'] });
    expect(cycle).toHaveLength(4);
    const [first, second, third, last] = cycle ?? [];
    expect(last).toBe(first);
    // Each comes after the one before it.
    const after: Record<string, string> = { a: 'c', b: 'a', c: 'b' };
    expect(after[second ?? '']).toBe(first);
    expect(after[third ?? '']).toBe(second);
    expect(after[last ?? '']).toBe(third);
  });

  it('may be an item after itself', () => {
    expect(graph({ a: [], b: ['b'] })).toEqual(['b', 'b']);
  });

  it('is found exactly when no order of the items obeys all edges', () => {
    const size = 7;
    const edges = fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 14 });
    fc.assert(
      fc.property(edges, (pairs) => {
        const after = new Map<string, string[]>();
        for (let id = 0; id < size; id += 1) after.set(String(id), []);
        for (const [id, other] of pairs) after.get(String(id))?.push(String(other));

        // Take away, again and again, whatever waits for nothing that is left.
        const left = new Set(after.keys());
        for (let shrank = true; shrank; ) {
          shrank = false;
          for (const id of [...left]) {
            if (!after.get(id)?.some((other) => left.has(other))) {
              left.delete(id);
              shrank = true;
            }
          }
        }
        const cycle = findCycle(after);
        expect(cycle === null).toBe(left.size === 0);
        cycle?.slice(1).forEach((id, index) => {
          expect(after.get(id)).toContain(cycle[index]);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('is looked for in a chain of fifty thousand without exhausting the stack', () => {
    const chain = new Map<string, string[]>();
    for (let id = 0; id < 50_000; id += 1) chain.set(String(id), [String(id + 1)]);
    expect(findCycle(chain)).toBeNull();
    chain.set('50000', ['0']);
    expect(findCycle(chain)).toHaveLength(50_002);
  });
});
