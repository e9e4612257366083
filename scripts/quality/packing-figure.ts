/** Figure 1: packing over random learners without an exam day, and what stands behind the late ones. */
import { CAUSES, type Cause, idleOf } from './idle.ts';
import { describeLearner, type Planned, plannedLearners, SEED, withoutExam } from './learners.ts';
import { type Packing, packingOf, type Reading } from './packing.ts';
import { type Figure, percent, table } from './report.ts';
import { quantile, sumOf } from './statistics.ts';

const LEARNERS = 500;
export const GOAL_MEDIAN = 0.02;
export const GOAL_95TH = 0.05;
const SHOWN = 5;
/** Days without any opening between the bound and the end: a few minutes more cost all of them. */
const FREE_STRETCH_DAYS = 3;

interface Case {
  readonly plan: Planned;
  readonly packing: Packing;
  readonly lost: ReadonlyMap<Cause, number>;
}

function caseOf(plan: Planned): Case {
  const packing = packingOf(plan);
  const lost = new Map<Cause, number>();
  for (const { cause, minutes } of idleOf(plan.schedule.placements, packing)) {
    lost.set(cause, (lost.get(cause) ?? 0) + minutes);
  }
  return { plan, packing, lost };
}

const causes = Object.keys(CAUSES) as Cause[];

const mainCause = ({ lost }: Case): Cause | undefined =>
  causes
    .filter((cause) => (lost.get(cause) ?? 0) > 0)
    .sort((a, b) => (lost.get(b) ?? 0) - (lost.get(a) ?? 0))[0];

/** True where days off, or windows far apart, lie between the bound and the end. */
function crossesFreeDays({ packing: { openings, bound, end } }: Case): boolean {
  return openings.some((opening, index) => {
    const before = openings[index - 1]?.end ?? opening.start;
    return (
      before >= bound - 1440 &&
      opening.start <= end &&
      opening.start - before >= FREE_STRETCH_DAYS * 1440
    );
  });
}

function causeTable(all: readonly Case[], late: readonly Case[]): string[] {
  const placed = (some: readonly Case[]): number =>
    sumOf(some.map(({ packing }) => packing.minutes));
  const lostTo = (some: readonly Case[], cause: Cause): string =>
    percent(sumOf(some.map(({ lost }) => lost.get(cause) ?? 0)) / placed(some), 2);
  return table([
    [
      'offered minutes left unused, as a share of those placed',
      'all',
      'late',
      'main cause of late',
    ],
    ...causes.map((cause) => [
      CAUSES[cause],
      lostTo(all, cause),
      lostTo(late, cause),
      String(late.filter((each) => mainCause(each) === cause).length),
    ]),
  ]);
}

const distribution = (name: string, lateness: readonly number[]): string[] => [
  name,
  ...[0.5, 0.75, 0.9, 0.95, 1].map((share) => percent(quantile(lateness, share), 2)),
];

export function packingFigure(): Figure {
  const { planned, refused } = plannedLearners(LEARNERS, withoutExam);
  const all = planned.map(caseOf);
  const lateness = all.map(({ packing }) => packing.lateness);
  const late = all.filter(({ packing }) => packing.lateness > GOAL_95TH);
  const touching = all.filter(({ packing: { openings } }) =>
    openings.some((opening, index) => openings[index - 1]?.end === opening.start),
  );
  const apart = all.filter((each) => !touching.includes(each));
  const worst = [...all].sort((a, b) => b.packing.lateness - a.packing.lateness);
  const read = (reading: Reading): number[] =>
    planned.map((plan) => packingOf(plan, reading).lateness);
  const attainable = read({ attainable: true });
  // Late by the bound itself: what the rules let the windows give comes so much later.
  const beyond = planned.filter((plan, index) => {
    const { bound, start } = packingOf(plan, { attainable: true });
    const own = all[index]?.packing.bound ?? bound;
    return (bound - own) / (own - start) > GOAL_95TH;
  }).length;
  const middle = quantile(lateness, 0.5);
  const high = quantile(lateness, 0.95);
  const latenessOf = (some: readonly Case[]): number[] => some.map((each) => each.packing.lateness);
  return {
    title: `1. Packing: ${all.length} random learners, no exam day given (seed ${SEED}, ${refused} could not be planned)`,
    lines: [
      ...table([
        [
          'end of the content after the bound, share of the span',
          'median',
          '75th',
          '90th',
          '95th',
          'worst',
        ],
        distribution('all', lateness),
        distribution(`windows that do not touch (${apart.length})`, latenessOf(apart)),
        distribution(`touching windows (${touching.length})`, latenessOf(touching)),
        distribution(
          'all, minutes of practice exams not counted as placed',
          read({ noExams: true }),
        ),
        distribution(
          'all, no window counted for a session over --session',
          read({ sittingsOnly: true }),
        ),
        distribution('all, against what rules 1 to 4 let the windows give', attainable),
      ]),
      '',
      ...causeTable(all, late),
      `late: by more than ${percent(GOAL_95TH, 0)}, ${late.length} learners; ${late.filter(crossesFreeDays).length} of them end behind ${FREE_STRETCH_DAYS} or more free days that the bound just precedes`,
      `${beyond} learners cannot be less late than ${percent(GOAL_95TH, 0)}: touching windows need a break between them, a long session does not fill every window that would hold it, or sittings are no multiples of 5 minutes`,
      '',
      ...worst
        .slice(0, SHOWN)
        .flatMap((each) => [
          `${percent(each.packing.lateness)} (${mainCause(each)}): #${each.plan.index} ${describeLearner(each.plan.options)}`,
        ]),
    ],
    summary: `median ${percent(middle, 2)}, 95th percentile ${percent(high, 2)}, worst ${percent(quantile(lateness, 1))}`,
    goal: `median <= ${percent(GOAL_MEDIAN, 0)}, 95th percentile <= ${percent(GOAL_95TH, 0)}`,
    met: middle <= GOAL_MEDIAN && high <= GOAL_95TH,
  };
}
