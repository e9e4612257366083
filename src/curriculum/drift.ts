/** What a newer version of an exam added, dropped and weighted anew. */
import type { Activity, Curriculum, Domain, Task } from './curriculum.ts';
import { matchTitles, type Titled } from './title-match.ts';
import { isContent } from './vocabulary.ts';

/** Weights are scaled to 100 and stated as ranges: less than this is no news. Per cent. */
const LEAST_CHANGE = 1;

export interface Changes<T> {
  readonly kept: readonly { readonly before: T; readonly after: T; readonly alike: number }[];
  readonly added: readonly T[];
  readonly dropped: readonly T[];
}

export interface SharedResource {
  /** Ids in the old and in the new curriculum; mostly the same. */
  readonly before: string;
  readonly after: string;
  readonly title: string;
  readonly kind: Activity['kind'];
  readonly by: 'id' | 'url';
}

export interface Drift {
  readonly domains: Changes<Domain>;
  /** Kept domains whose weight changed. */
  readonly reweighted: readonly { readonly before: Domain; readonly after: Domain }[];
  readonly tasks: Changes<Task>;
  readonly services: { readonly added: readonly string[]; readonly dropped: readonly string[] };
  /** Material of both; practice tests are taken again and do not count. */
  readonly shared: readonly SharedResource[];
}

export const tasksOf = ({ domains }: Pick<Curriculum, 'domains'>): Task[] =>
  domains.flatMap(({ tasks }) => tasks);

export function driftOf(before: Curriculum, after: Curriculum): Drift {
  const domains = changesOf(before.domains, after.domains);
  return {
    domains,
    reweighted: domains.kept.filter(
      (pair) => Math.abs(pair.after.weight - pair.before.weight) >= LEAST_CHANGE,
    ),
    tasks: changesOf(tasksOf(before), tasksOf(after)),
    services: {
      added: without(after.services, before.services),
      dropped: without(before.services, after.services),
    },
    shared: sharedResources(before.activities, after.activities),
  };
}

function changesOf<T extends Titled>(before: readonly T[], after: readonly T[]): Changes<T> {
  const pairs = matchTitles(before, after);
  return {
    // In the order of the newer version.
    kept: after.flatMap((one) => pairs.filter((pair) => pair.after === one)),
    added: after.filter((one) => pairs.every((pair) => pair.after !== one)),
    dropped: before.filter((one) => pairs.every((pair) => pair.before !== one)),
  };
}

const without = (list: readonly string[], other: readonly string[]): string[] => {
  const known = new Set(other.map((name) => name.toLowerCase()));
  return list.filter((name) => !known.has(name.toLowerCase()));
};

/** By id; else by an address that names one activity on each side (a page of many items names none). */
export function sharedResources(
  before: readonly Activity[],
  after: readonly Activity[],
): SharedResource[] {
  const old = before.filter(({ kind }) => isContent(kind));
  const byId = new Map(old.map((activity) => [activity.id, activity]));
  const byUrl = soleByUrl(old);
  const content = after.filter(({ kind }) => isContent(kind));
  const soleAfter = soleByUrl(content);
  return content.flatMap((activity): SharedResource[] => {
    const { id, title, kind, url } = activity;
    if (byId.has(id)) return [{ before: id, after: id, title, kind, by: 'id' }];
    const same = soleAfter.get(url) === activity ? byUrl.get(url) : undefined;
    return same ? [{ before: same.id, after: id, title, kind, by: 'url' }] : [];
  });
}

function soleByUrl(activities: readonly Activity[]): Map<string, Activity> {
  const found = new Map<string, Activity | null>();
  for (const activity of activities) {
    found.set(activity.url, found.has(activity.url) ? null : activity);
  }
  return new Map([...found].flatMap(([url, one]) => (one === null ? [] : [[url, one] as const])));
}
