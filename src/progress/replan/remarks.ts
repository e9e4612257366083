/** What a re-plan leaves as it is although a score or a feeling asks for more, and why. */
import { formatDate } from '../../plan/words.ts';
import { addDays } from '../../time/civil-date.ts';
import { dateAt, type ZoneClock } from '../../time/wall-clock.ts';
import { formatNumbers } from '../find-sessions.ts';
import { WEAK_PERCENT } from '../gate.ts';
import { type Extra, latestByDomain, WEAK_BACK_WITHIN_DAYS } from './extras.ts';
import type { ReplanRequest } from './request.ts';

/** @param without the first session of each extra for which there was no room */
export function remarksOn(
  request: ReplanRequest,
  without: readonly Extra[],
  clock: ZoneClock,
): string[] {
  const exam = without.find(({ item }) => item.kind === 'practice-exam');
  const reviews = without.filter(({ item }) => item.kind === 'review');
  return [
    ...weakOnTheirWay(request, clock),
    ...(exam ? [`no room before the exam for another practice exam (${exam.because})`] : []),
    ...(reviews.length > 0
      ? [`no room soon for another review of ${tasksWithReasons(reviews)}`]
      : []),
  ];
}

/** Weak domains whose tasks come back soon anyway. */
function weakOnTheirWay({ state, curriculum, now }: ReplanRequest, clock: ZoneClock): string[] {
  const today = dateAt(now, clock);
  const latest = latestByDomain(state.scores, curriculum);
  return curriculum.domains.flatMap(({ id, title }) => {
    const score = latest.get(id);
    if (!score || score.percent >= WEAK_PERCENT) return [];
    const last = addDays(today, WEAK_BACK_WITHIN_DAYS);
    const soon = state.plan.sessions.filter(
      ({ kind, status, domain, start }) =>
        kind === 'review' &&
        status === 'planned' &&
        domain === id &&
        start >= now &&
        dateAt(start, clock) <= last,
    );
    const end = soon.at(-1);
    if (!end) return [];
    const numbers = formatNumbers(soon.map(({ number }) => number));
    return [
      `${id} ${title}, ${score.percent} %, comes back by ${formatDate(dateAt(end.start, clock))} already: ${soon.length === 1 ? 'review' : 'reviews'} ${numbers}`,
    ];
  });
}

/** `1.4 (25 felt hard); 2.1, 2.3 (55 % in Deployment)`. */
function tasksWithReasons(reviews: readonly Extra[]): string {
  const tasks = new Map<string, string[]>();
  for (const { item, because } of reviews) {
    tasks.set(because, [...(tasks.get(because) ?? []), ...item.tasks]);
  }
  return [...tasks].map(([because, ids]) => `${ids.join(', ')} (${because})`).join('; ');
}
