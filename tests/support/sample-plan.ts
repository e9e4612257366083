/** Plans for tests, from the real curricula, with everything that may vary as an option. */
import { readBusyTimes } from '../../src/busy/read-busy-times.ts';
import type { Depth } from '../../src/curriculum/vocabulary.ts';
import { chooseWindows } from '../../src/learner/choose-windows.ts';
import { parseDaysOff } from '../../src/learner/days-off.ts';
import { parseKnown } from '../../src/learner/known.ts';
import type { Learner } from '../../src/learner/learner.ts';
import { completeSkills, parseSkills } from '../../src/learner/skills.ts';
import { parseWindows } from '../../src/learner/windows.ts';
import { buildPlan, type PlanRequest } from '../../src/plan/build-plan.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { addDays, type CivilDate } from '../../src/time/civil-date.ts';
import { parseDate, parseDateTime } from '../../src/time/parse-date.ts';
import type { Span } from '../../src/time/span.ts';
import { startOfDay, zoneClock } from '../../src/time/wall-clock.ts';
import { type CertificationId, curriculum, foundations } from './curricula.ts';

export const NOW = '2026-11-25T12:00:00Z';
export const TODAY = '2026-11-25';

export interface SampleOptions {
  readonly certification?: CertificationId;
  readonly name?: string;
  readonly skills?: string;
  readonly hours?: number;
  readonly when?: string;
  readonly start?: string;
  readonly exam?: string;
  readonly timeZone?: string;
  readonly off?: readonly string[];
  readonly session?: number;
  readonly depth?: Depth;
  readonly beta?: boolean;
  readonly cut?: boolean;
  /** Tasks and domains that are known already. */
  readonly knows?: readonly string[];
  /** The text of a calendar with busy times. */
  readonly busy?: string;
  /** When the plan is made: RFC 3339, UTC. */
  readonly now?: string;
}

export function sampleLearner(options: SampleOptions = {}): Learner {
  const minutesPerWeek = (options.hours ?? 8) * 60;
  const sessionMinutes = options.session ?? 90;
  const { activities, domains } = curriculum(options.certification ?? 'aws-mla-c02');
  const exams = activities.filter((activity) => activity.kind === 'practice-exam');
  return {
    skills: completeSkills(parseSkills([options.skills ?? 'python=3,apis=2,iam=2,statistics=1'])),
    knownTasks: parseKnown(options.knows ?? [], domains),
    scoredDomains: {},
    depth: options.depth ?? 'standard',
    timeZone: options.timeZone ?? 'Europe/Berlin',
    minutesPerWeek,
    windows:
      options.when === undefined
        ? chooseWindows(
            minutesPerWeek,
            sessionMinutes,
            Math.max(120, ...exams.map((exam) => exam.minutes)),
          )
        : parseWindows(options.when),
    windowsChosen: options.when === undefined,
    sessionMinutes,
    daysOff: parseDaysOff(options.off ?? [], TODAY),
  };
}

const YEAR = 366;

function busySpans({ busy, timeZone }: SampleOptions, start: CivilDate): readonly Span[] {
  if (busy === undefined) return [];
  const clock = zoneClock(timeZone ?? 'Europe/Berlin');
  const from = startOfDay(start, clock);
  const to = startOfDay(addDays(start, YEAR), clock);
  const { spans, warnings } = readBusyTimes(busy, { file: 'busy.ics', clock, from, to });
  if (warnings.length > 0) throw new Error(warnings.join('; '));
  return spans;
}

export function sampleRequest(options: SampleOptions = {}): PlanRequest {
  const certification = options.certification ?? 'aws-mla-c02';
  const now = options.now ?? NOW;
  const start = parseDate(options.start ?? '2026-11-26', TODAY, 'start');
  return {
    name: options.name ?? certification,
    curriculum: curriculum(certification),
    foundations: foundations(),
    learner: sampleLearner(options),
    start,
    exam: options.exam === undefined ? null : parseDateTime(options.exam, TODAY, 'exam'),
    allowBeta: options.beta ?? false,
    cut: options.cut ?? false,
    busy: busySpans(options, start),
    now: Date.parse(now) / 60_000,
    createdAt: now,
    warnings: [],
  };
}

export const samplePlan = (options: SampleOptions = {}): Plan => buildPlan(sampleRequest(options));
