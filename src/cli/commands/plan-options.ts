/** From the words of the command line to a plan request. Everything is checked before anything is read or written. */
import type { Curriculum } from '../../curriculum/curriculum.ts';
import type { Depth } from '../../curriculum/vocabulary.ts';
import { badInput } from '../../errors.ts';
import { chooseWindows } from '../../learner/choose-windows.ts';
import { parseDaysOff } from '../../learner/days-off.ts';
import { parseKnown, parseScored } from '../../learner/known.ts';
import type { Learner } from '../../learner/learner.ts';
import { completeSkills, parseSkills } from '../../learner/skills.ts';
import { offeredMinutes } from '../../learner/window-offer.ts';
import { parseWindows, type Window } from '../../learner/windows.ts';
import type { Warning } from '../../plan/plan.ts';
import { formatHours } from '../../plan/words.ts';
import { addDays, type CivilDate } from '../../time/civil-date.ts';
import { type DateWithTime, parseDate, parseDateTime } from '../../time/parse-date.ts';
import { dateAt, type EpochMinutes, isTimeZone, zoneClock } from '../../time/wall-clock.ts';
import { LONGEST_UNBROKEN_LAB } from '../../workload/constants.ts';
import { systemTimeZone } from '../context.ts';

export interface PlanFlags {
  readonly skill?: readonly string[];
  readonly knows?: readonly string[];
  readonly scored?: readonly string[];
  readonly hours?: number;
  readonly when?: string;
  readonly start?: string;
  readonly exam?: string;
  readonly timezone?: string;
  readonly off?: readonly string[];
  readonly busy?: readonly string[];
  readonly session: number;
  readonly depth: Depth;
  readonly cut?: boolean;
  readonly whatIf?: boolean;
  readonly beta?: boolean;
  readonly name?: string;
  readonly out?: string;
  readonly paper?: 'a4' | 'letter';
  readonly ics: boolean;
  readonly pdf: boolean;
  readonly checklist: boolean;
  readonly dryRun?: boolean;
  readonly force?: boolean;
}

const DEFAULT_HOURS = 8;
/** Weekly caps are kept in half hours, as `--hours` takes them. */
const CAP_STEP = 30;

export interface PlanWishes {
  readonly learner: Learner;
  readonly start: CivilDate;
  readonly exam: DateWithTime | null;
  readonly warnings: readonly Warning[];
}

/** What needs no curriculum: a mistake here is told before any file is read. */
export function checkFlags(flags: PlanFlags, now: EpochMinutes) {
  const timeZone = flags.timezone ?? systemTimeZone();
  if (!isTimeZone(timeZone)) {
    throw badInput(
      'bad-timezone',
      `${flags.timezone === undefined ? "the system's time zone" : '--timezone'} "${timeZone}" is not known`,
      'give an IANA name, for example --timezone Europe/Berlin',
    );
  }
  const today = dateAt(now, zoneClock(timeZone));
  return {
    timeZone,
    today,
    given: parseSkills(flags.skill ?? []),
    windows: flags.when === undefined ? null : parseWindows(flags.when),
    start: flags.start === undefined ? addDays(today, 1) : parseDate(flags.start, today, '--start'),
    exam: flags.exam === undefined ? null : parseDateTime(flags.exam, today, '--exam'),
    daysOff: parseDaysOff(flags.off ?? [], today),
  };
}

export function planWishes(
  flags: PlanFlags,
  checked: ReturnType<typeof checkFlags>,
  curriculum: Curriculum,
): PlanWishes {
  const unbroken = [
    LONGEST_UNBROKEN_LAB,
    ...curriculum.activities
      .filter((activity) => activity.kind === 'practice-exam')
      .map((activity) => activity.minutes),
  ];
  const offered = (windows: readonly Window[]): number =>
    windows.reduce(
      (sum, window) => sum + offeredMinutes(window.to - window.from, flags.session, unbroken),
      0,
    );
  const minutesPerWeek =
    checked.windows !== null && flags.hours === undefined
      ? Math.max(CAP_STEP, Math.ceil(offered(checked.windows) / CAP_STEP) * CAP_STEP)
      : (flags.hours ?? DEFAULT_HOURS) * 60;
  const windows =
    checked.windows ?? chooseWindows(minutesPerWeek, flags.session, Math.max(...unbroken));

  const warnings: Warning[] = [];
  if (checked.windows !== null && flags.hours !== undefined && offered(windows) < minutesPerWeek) {
    warnings.push({
      code: 'windows-below-hours',
      message: `your windows offer ${formatHours(offered(windows))} a week after breaks, less than --hours ${flags.hours}`,
    });
  }
  return {
    learner: {
      skills: completeSkills(checked.given),
      knownTasks: parseKnown(flags.knows ?? [], curriculum.domains),
      scoredDomains: parseScored(flags.scored ?? [], curriculum.domains),
      depth: flags.depth,
      timeZone: checked.timeZone,
      minutesPerWeek,
      windows,
      windowsChosen: checked.windows === null,
      sessionMinutes: flags.session,
      daysOff: checked.daysOff,
    },
    start: checked.start,
    exam: checked.exam,
    warnings,
  };
}
