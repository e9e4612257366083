/**
 * What a sound curriculum could do better. A hint is no fault: the planner takes the file as it is.
 * "Standard depth" here means what a plan without `--depth` takes: essential and standard.
 */
import { addDays, type CivilDate } from '../time/civil-date.ts';
import { midWeight } from './curriculum.ts';
import type { FaultPath } from './fault.ts';
import type { CurriculumYaml } from './schema.ts';
import { isContent } from './vocabulary.ts';

export const HINT_CODES = [
  'example-left',
  'task-without-practice',
  'task-on-one-page',
  'weight-without-hours',
  'few-labs',
  'thorough-share',
  'mix-with-one-way',
  'minutes-estimated',
  'checked-long-ago',
  'long-lab-without-stops',
  'billing-unnamed',
] as const;
export type HintCode = (typeof HINT_CODES)[number];

export interface Hint {
  readonly path: FaultPath;
  readonly code: HintCode;
  readonly message: string;
}

type Activity = CurriculumYaml['activities'][number];

/** A domain with less than this share of what its weight asks for is told. */
const LEAST_OF_WEIGHT = 0.5;
/** Design, chapter 1: reading alone does not pass these exams. */
const LEAST_LABS = 0.3;
/** Design, chapter 4: thorough holds about a quarter of the minutes. */
const THOROUGH = { least: 0.15, most: 0.35 };
const MOST_ESTIMATED = 0.5;
const DAYS_UNTIL_OLD = 365;
/** A lab over this many minutes is cut into parts, which end at named stops. */
const LONGEST_UNBROKEN_LAB = 120;

/**
 * @param today decides what was checked too long ago
 * @returns in no order; without what the file answers (`hints-answered`)
 */
export function curriculumHints(yaml: CurriculumYaml, today: CivilDate): Hint[] {
  const answered = yaml['hints-answered'] ?? {};
  return [
    ...examplesLeft(yaml),
    ...thinTasks(yaml),
    ...lightDomains(yaml),
    ...shares(yaml),
    ...oneWayLookAlikes(yaml),
    ...oldMinutes(yaml, today),
    ...labs(yaml),
  ].filter(({ code }) => answered[code] === undefined);
}

const isPlanned = ({ depth, for: learners }: Activity): boolean =>
  depth !== 'thorough' && learners === undefined;

const minutesOf = (activities: readonly Activity[]): number =>
  activities.reduce((sum, { minutes }) => sum + minutes.value, 0);

const isHandsOn = ({ kind }: Activity): boolean => kind === 'lab' || kind === 'project';

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** What `certplan curriculum new` wrote and nobody changed: one hint, at the first. */
function examplesLeft({ activities, sources }: CurriculumYaml): Hint[] {
  const isExample = (url: string): boolean => /^https?:\/\/example\.(com|org|net)(\/|$)/.test(url);
  const places = [
    ...sources.map(({ url }, index) => ({ url, path: ['sources', index, 'url'] })),
    ...activities.map(({ url }, index) => ({ url, path: ['activities', index, 'url'] })),
  ].filter(({ url }) => isExample(url));
  const [first] = places;
  if (!first) return [];
  return [
    {
      path: first.path,
      code: 'example-left',
      message: `${count(places.length, 'address', 'addresses')} of the example ${places.length === 1 ? 'is' : 'are'} left; put in the pages that you study`,
    },
  ];
}

const count = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`;

function thinTasks({ domains, activities, guide }: CurriculumYaml): Hint[] {
  const planned = activities.filter((item) => isPlanned(item) && item.id !== guide);
  return domains.flatMap(({ tasks }, d) =>
    tasks.flatMap(({ id }, t): Hint[] => {
      const path = ['domains', d, 'tasks', t];
      const serving = planned.filter(({ tasks: served }) => served.includes(id));
      const practised = serving.some(
        (item) => isHandsOn(item) || item.kind === 'practice-questions',
      );
      const content = serving.filter(({ kind }) => isContent(kind));
      return [
        ...(practised
          ? []
          : [
              {
                path,
                code: 'task-without-practice' as const,
                message: `task ${id} has no lab, project or practice questions up to standard depth`,
              },
            ]),
        ...(content.length > 1
          ? []
          : [
              {
                path,
                code: 'task-on-one-page' as const,
                message: `task ${id} rests on ${content[0] ? `"${content[0].id}" alone` : 'the exam guide alone'} up to standard depth`,
              },
            ]),
      ];
    }),
  );
}

/** An activity over several tasks counts for each domain by its share of them. */
function lightDomains({ domains, activities, guide }: CurriculumYaml): Hint[] {
  const content = activities.filter(
    (item) => isPlanned(item) && isContent(item.kind) && item.id !== guide,
  );
  const total = minutesOf(content);
  const weights = domains.reduce((sum, { weight }) => sum + midWeight(weight), 0);
  if (total === 0) return [];
  return domains.flatMap(({ id, weight, tasks }, d): Hint[] => {
    const own = new Set(tasks.map((task) => task.id));
    const minutes = content.reduce(
      (sum, item) =>
        sum +
        (item.minutes.value * item.tasks.filter((task) => own.has(task)).length) /
          item.tasks.length,
      0,
    );
    const wanted = midWeight(weight) / weights;
    const share = minutes / total;
    if (share >= wanted * LEAST_OF_WEIGHT) return [];
    return [
      {
        path: ['domains', d, 'weight'],
        code: 'weight-without-hours',
        message: `domain ${id} is ${percent(wanted)} of the exam and ${percent(share)} of the content minutes up to standard depth`,
      },
    ];
  });
}

function shares({ activities }: CurriculumYaml): Hint[] {
  const content = activities.filter((item) => isContent(item.kind) && item.for === undefined);
  const planned = content.filter(isPlanned);
  const handsOn = minutesOf(planned.filter(isHandsOn)) / Math.max(1, minutesOf(planned));
  const thorough =
    minutesOf(content.filter(({ depth }) => depth === 'thorough')) /
    Math.max(1, minutesOf(content));
  const estimated =
    minutesOf(content.filter(({ minutes }) => minutes.basis === 'estimate')) /
    Math.max(1, minutesOf(content));
  const path = ['activities'];
  const hints: Hint[] = [];
  if (handsOn < LEAST_LABS) {
    hints.push({
      path,
      code: 'few-labs',
      message: `labs and projects are ${percent(handsOn)} of the content minutes up to standard depth, less than ${percent(LEAST_LABS)}`,
    });
  }
  if (thorough < THOROUGH.least || thorough > THOROUGH.most) {
    hints.push({
      path,
      code: 'thorough-share',
      message: `thorough depth holds ${percent(thorough)} of the content minutes; about a quarter leaves room for --depth`,
    });
  }
  if (estimated > MOST_ESTIMATED) {
    hints.push({
      path,
      code: 'minutes-estimated',
      message: `${percent(estimated)} of the content minutes are estimates; look for published times, or count words (200 a minute)`,
    });
  }
  return hints;
}

function oneWayLookAlikes({ domains }: CurriculumYaml): Hint[] {
  const mixed = new Map(
    domains.flatMap(({ tasks }) => tasks.map((task) => [task.id, new Set(task['mix-with'])])),
  );
  return domains.flatMap(({ tasks }, d) =>
    tasks.flatMap((task, t) =>
      task['mix-with'].flatMap((other, m): Hint[] =>
        mixed.get(other)?.has(task.id)
          ? []
          : [
              {
                path: ['domains', d, 'tasks', t, 'mix-with', m],
                code: 'mix-with-one-way',
                message: `task ${task.id} is mixed with ${other}, but ${other} not with ${task.id}`,
              },
            ],
      ),
    ),
  );
}

/** One hint, at the oldest. */
function oldMinutes({ checked, activities }: CurriculumYaml, today: CivilDate): Hint[] {
  const oldest = addDays(today, -DAYS_UNTIL_OLD);
  const dates = [
    { date: checked, path: ['checked'] },
    ...activities.map(({ minutes }, index) => ({
      date: minutes.checked,
      path: ['activities', index, 'minutes', 'checked'],
    })),
  ]
    .filter(({ date }) => date < oldest)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const [first] = dates;
  if (!first) return [];
  return [
    {
      path: first.path,
      code: 'checked-long-ago',
      message: `${count(dates.length, 'date', 'dates')} of checking ${dates.length === 1 ? 'is' : 'are'} more than a year back, the oldest ${first.date}`,
    },
  ];
}

function labs({ activities }: CurriculumYaml): Hint[] {
  return activities.flatMap(({ id, lab, minutes }, a): Hint[] => {
    if (!lab) return [];
    const path = ['activities', a, 'lab'];
    return [
      ...(minutes.value > LONGEST_UNBROKEN_LAB && lab.stops.length === 0
        ? [
            {
              path,
              code: 'long-lab-without-stops' as const,
              message: `lab "${id}" takes ${minutes.value} minutes and is cut into parts; name its stops`,
            },
          ]
        : []),
      ...(lab['bills-while-idle'] && lab.billing.length === 0
        ? [
            {
              path: [...path, 'bills-while-idle'],
              code: 'billing-unnamed' as const,
              message: `lab "${id}" bills while idle; say under billing what does`,
            },
          ]
        : []),
    ];
  });
}
