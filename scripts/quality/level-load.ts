/** Figure 4: an exam day with time to spare: how level the weeks are, and when the content is done. */
import { isContent } from '../../src/curriculum/vocabulary.ts';
import { endOf } from '../../src/schedule/placement.ts';
import { civilDate, dayNumber, firstDayOfWeek, isoWeekIndex } from '../../src/time/civil-date.ts';
import { startOfDay, zoneClock } from '../../src/time/wall-clock.ts';
import { type SampleOptions, sampleRequest } from '../../tests/support/sample-plan.ts';
import {
  describeLearner,
  type Planned,
  planFor,
  plannedLearners,
  withoutExam,
} from './learners.ts';
import { type Figure, percent, table } from './report.ts';
import { meanOf, quantile, shareOf, sumOf } from './statistics.ts';

const LEARNERS = 100;
/** Time to spare: the days from the start to the earliest exam day, times this. */
const SPARE = 1.5;
const GOAL = 1.25;
const DONE_BY = 0.85;

export interface Load {
  /** Worst week over the mean of the full weeks from the start to the exam day. */
  readonly ratio: number;
  /** The same among the full weeks before the content's end, which shows the spreading alone. */
  readonly contentRatio: number;
  /** The content's end as a share of the span from start to exam day. */
  readonly contentEnd: number;
  /** Share of the content minutes placed by 85 % of the span. */
  readonly contentDone: number;
  /** Days off before the exam. */
  readonly daysOff: number;
}

export function loadOf({ request, schedule }: Planned): Load | null {
  if (schedule.exam === null) return null;
  const first = dayNumber(request.start);
  const examDay = dayNumber(schedule.exam.date);
  const perWeek = new Map<number, number>();
  for (const { day, minutes } of schedule.placements) {
    const week = isoWeekIndex(day);
    perWeek.set(week, (perWeek.get(week) ?? 0) + minutes);
  }
  const content = schedule.placements.filter(({ item }) => isContent(item.kind));
  const lastContentDay = Math.max(...content.map(({ day }) => day));
  const fullWeeks = (last: number): number[] => {
    const weeks: number[] = [];
    for (let week = isoWeekIndex(first); firstDayOfWeek(week) + 6 <= last; week += 1) {
      if (firstDayOfWeek(week) >= first) weeks.push(perWeek.get(week) ?? 0);
    }
    return weeks;
  };
  const all = fullWeeks(examDay - 1);
  const ofContent = fullWeeks(lastContentDay);
  if (ofContent.length < 2) return null;
  const clock = zoneClock(request.learner.timeZone);
  const start = startOfDay(request.start, clock);
  const span = startOfDay(schedule.exam.date, clock) - start;
  const done = content.filter((placement) => endOf(placement) <= start + DONE_BY * span);
  return {
    ratio: Math.max(...perWeek.values()) / meanOf(all),
    contentRatio: Math.max(...ofContent) / meanOf(ofContent),
    contentEnd: (Math.max(...content.map(endOf)) - start) / span,
    contentDone: sumOf(done.map(({ minutes }) => minutes)) / sumOf(content.map((c) => c.minutes)),
    daysOff: request.learner.daysOff.filter(
      (date) => dayNumber(date) >= first && dayNumber(date) < examDay,
    ).length,
  };
}

/** The learner with an exam day half as far again as the earliest one. */
function withTimeToSpare(options: SampleOptions): SampleOptions | null {
  const certification =
    options.certification === 'aws-mls-c01'
      ? 'aws-mla-c02'
      : options.certification === 'azure-ai-102'
        ? 'azure-ai-103'
        : (options.certification ?? 'aws-mla-c02');
  const free = { ...withoutExam(options), certification };
  const earliest = planFor(free, 0)?.schedule.exam;
  if (!earliest) return null;
  const start = dayNumber(sampleRequest(free).start);
  return {
    ...free,
    exam: civilDate(start + Math.ceil((dayNumber(earliest.date) - start) * SPARE)),
  };
}

export function levelLoadFigure(): Figure {
  const { planned, refused } = plannedLearners(LEARNERS, withTimeToSpare);
  const loads = planned
    .map((plan) => ({ plan, load: loadOf(plan) }))
    .filter((each): each is typeof each & { load: Load } => each.load !== null);
  const group = (name: string, some: typeof loads): string[] => {
    const ratios = some.map(({ load }) => load.ratio);
    const contentRatios = some.map(({ load }) => load.contentRatio);
    return [
      name,
      String(some.length),
      quantile(ratios, 0.5).toFixed(2),
      quantile(ratios, 0.95).toFixed(2),
      percent(
        shareOf(ratios, (ratio) => ratio <= GOAL),
        0,
      ),
      quantile(contentRatios, 0.5).toFixed(2),
      quantile(contentRatios, 0.95).toFixed(2),
    ];
  };
  const ends = loads.map(({ load }) => load.contentEnd);
  const noDaysOff = loads.filter(({ load }) => load.daysOff === 0);
  const worst = [...noDaysOff].sort((a, b) => b.load.ratio - a.load.ratio)[0];
  const level = shareOf(noDaysOff, ({ load }) => load.ratio <= GOAL);
  const inTime = shareOf(loads, ({ load }) => load.contentEnd <= DONE_BY);
  return {
    title: `4. Level load: ${loads.length} learners, exam day at ${SPARE} × the earliest one (${refused} could not be planned)`,
    lines: [
      ...table([
        ['', 'learners', 'median', '95th', `<= ${GOAL}`, 'content weeks: median', '95th'],
        group('no day off before the exam', noDaysOff),
        group(
          'with days off',
          loads.filter(({ load }) => load.daysOff > 0),
        ),
      ]),
      `content ends at ${percent(quantile(ends, 0.05), 0)} to ${percent(quantile(ends, 0.95), 0)} of the span, median ${percent(quantile(ends, 0.5), 0)} (design: 80 to 85 %)`,
      `content: ${percent(meanOf(loads.map(({ load }) => load.contentDone)), 2)} of its minutes done by 85 % of the span; all done by then for ${percent(inTime)} of the learners`,
      ...(worst
        ? [
            `worst without days off: ${worst.load.ratio.toFixed(2)}, #${worst.plan.index} ${describeLearner(worst.plan.options)}`,
          ]
        : []),
    ],
    summary: `worst week <= ${GOAL} × the mean of full weeks for ${percent(level)} of those without days off; content done by 85 % of the span for ${percent(inTime)}`,
    goal: 'every learner without days off; content done for every learner',
    met: level === 1 && inTime === 1,
  };
}
