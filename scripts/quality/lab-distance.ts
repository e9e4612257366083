/** Figure 5: how soon a lab follows the docs of its task. */
import { isReading } from '../../src/curriculum/vocabulary.ts';
import { endOf } from '../../src/schedule/placement.ts';
import { type Planned, plannedLearners } from './learners.ts';
import { type Figure, percent, table } from './report.ts';
import { quantile, shareOf } from './statistics.ts';

const LEARNERS = 200;
const WITHIN_DAYS = 7;

/** For each lab, days from the last reading of one of its tasks that ends before it to its start. */
export function labDistances({ request, schedule }: Planned): number[] {
  const { placements } = schedule;
  const readings = placements.filter(
    ({ item }) => isReading(item.kind) && item.id !== request.curriculum.guide,
  );
  const seen = new Set<string>();
  return placements.flatMap((lab) => {
    if (lab.item.kind !== 'lab' || seen.has(lab.item.id)) return [];
    seen.add(lab.item.id);
    const days = readings
      .filter(({ item }) => item.tasks.some((task) => lab.item.tasks.includes(task)))
      .filter((reading) => endOf(reading) <= lab.start)
      .map(({ day }) => day);
    return days.length === 0 ? [] : [lab.day - Math.max(...days)];
  });
}

export function labFigure(): Figure {
  const { planned } = plannedLearners(LEARNERS, (options) => options);
  const all = planned.flatMap(labDistances);
  const group = (name: string, some: readonly Planned[]): string[] => {
    const distances = some.flatMap(labDistances);
    return [
      name,
      String(some.length),
      String(distances.length),
      percent(shareOf(distances, (days) => days <= WITHIN_DAYS)),
      `${quantile(distances, 0.5)}`,
      `${quantile(distances, 0.95)}`,
      `${Math.max(...distances)}`,
    ];
  };
  const hours = ({ options }: Planned): number => options.hours ?? 8;
  const share = shareOf(all, (days) => days <= WITHIN_DAYS);
  return {
    title: `5. Labs within ${WITHIN_DAYS} days of the last docs of their task: ${planned.length} learners`,
    lines: table([
      ['', 'learners', 'labs', 'within 7 days', 'median days', '95th', 'longest'],
      group(
        'up to 5 h a week',
        planned.filter((plan) => hours(plan) <= 5),
      ),
      group(
        'more than 5 h a week',
        planned.filter((plan) => hours(plan) > 5),
      ),
      group('all', planned),
    ]),
    summary: `${percent(share)} of ${all.length} labs`,
    goal: 'at least 90 %',
    met: share >= 0.9,
  };
}
