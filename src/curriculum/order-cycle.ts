/**
 * Finds a cycle in "must come after" edges.
 * @param after for each id, the ids that come before it; unknown ids are passed over
 * @returns the ids of one cycle in order, first repeated at the end, or null
 */
export function findCycle(after: ReadonlyMap<string, readonly string[]>): string[] | null {
  const state = new Map<string, 'open' | 'closed'>();
  for (const root of after.keys()) {
    if (state.has(root)) continue;
    // An explicit stack: a chain of a thousand edges must not exhaust the call stack.
    const path: { id: string; next: number }[] = [{ id: root, next: 0 }];
    state.set(root, 'open');
    while (path.length > 0) {
      const top = path[path.length - 1];
      if (!top) break;
      const child = after.get(top.id)?.[top.next];
      top.next += 1;
      if (child === undefined) {
        state.set(top.id, 'closed');
        path.pop();
      } else if (state.get(child) === 'open') {
        const from = path.findIndex((entry) => entry.id === child);
        return [...path.slice(from).map((entry) => entry.id), child].reverse();
      } else if (!state.has(child) && after.has(child)) {
        state.set(child, 'open');
        path.push({ id: child, next: 0 });
      }
    }
  }
  return null;
}
