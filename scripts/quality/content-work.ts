/**
 * The content of a plan as both planners get it for the comparison with TaskJuggler: docs, course,
 * video, lab, project and bridge, divisible at will (rule 4 off), with the `after` edges among
 * them; an edge through something else is kept as an edge to what that comes after.
 */
import { isContent } from '../../src/curriculum/vocabulary.ts';
import type { WorkItem } from '../../src/workload/work-item.ts';

export function contentOf(items: readonly WorkItem[]): WorkItem[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const through = (id: string): string[] => {
    const item = byId.get(id);
    if (item === undefined) return [];
    return isContent(item.kind) ? [id] : item.after.flatMap(through);
  };
  return items
    .filter((item) => isContent(item.kind))
    .map((item) => ({
      ...item,
      after: [...new Set(item.after.flatMap(through))],
      unbroken: false,
      segments: [],
    }));
}
