/** The order in which items are taken: phase, longest path to the end, exam weight × gap. */
import type { Domain } from '../curriculum/curriculum.ts';
import type { WorkItem } from '../workload/work-item.ts';

/** Minutes of the longest chain of items that starts with each one, itself included. */
export function longestPaths(items: readonly WorkItem[]): Map<string, number> {
  const followers = new Map<string, WorkItem[]>();
  for (const item of items) {
    for (const before of item.after) {
      const list = followers.get(before);
      if (list) list.push(item);
      else followers.set(before, [item]);
    }
  }
  const length = new Map<string, number>();
  const byId = new Map(items.map((item) => [item.id, item]));
  // Each item is visited after its followers: an explicit stack, as chains can be long.
  for (const root of items) {
    const stack: WorkItem[] = [root];
    while (stack.length > 0) {
      const item = stack[stack.length - 1];
      if (!item) break;
      if (length.has(item.id)) {
        stack.pop();
        continue;
      }
      const next = followers.get(item.id) ?? [];
      const open = next.filter((follower) => !length.has(follower.id) && byId.has(follower.id));
      if (open.length > 0) {
        stack.push(...open);
        continue;
      }
      const rest = next.reduce((most, follower) => Math.max(most, length.get(follower.id) ?? 0), 0);
      length.set(item.id, item.minutes + rest);
      stack.pop();
    }
  }
  return length;
}

/** Items, first to be taken first. Ties end in the order of the curriculum. */
export function inOrderOfPriority(
  items: readonly WorkItem[],
  domains: readonly Domain[],
): WorkItem[] {
  // Practice questions wait for every reading of their domain, exams for nearly everything:
  // their edges would make all paths alike.
  const paths = longestPaths(items.filter((item) => item.kind !== 'practice-questions'));
  const weight = new Map(domains.map((domain) => [domain.id, domain.weight]));
  const index = new Map(items.map((item, position) => [item.id, position]));
  const gain = (item: WorkItem): number =>
    (weight.get(item.domain ?? '') ?? 0) * (item.minutes / Math.max(1, item.baseMinutes));
  return [...items].sort(
    (a, b) =>
      a.block - b.block ||
      (paths.get(b.id) ?? 0) - (paths.get(a.id) ?? 0) ||
      gain(b) - gain(a) ||
      (index.get(a.id) ?? 0) - (index.get(b.id) ?? 0),
  );
}
