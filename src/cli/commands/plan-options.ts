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
import type { CalendarFlags } from '../../plan/calendar-choices.ts';
import type { Warning } from '../../plan/plan.ts';
import { formatHours } from '../../plan/words.ts';
import { addDays, type CivilDate } from '../../time/civil-date.ts';
import { type DateWithTime, parseDate, parseDateTime } from '../../time/parse-date.ts';
import { dateAt, type EpochMinutes, isTimeZone, zoneClock } from '../../time/wall-clock.ts';
import { LONGEST_UNBROKEN_LAB } from '../../workload/constants.ts';
import { systemTimeZone } from '../context.ts';
import type { PrintFlags } from '../print-options.ts';

/** Here `--from` names a plan; what days a PDF prints is asked when one is exported. */
export interface PlanFlags extends CalendarFlags, Omit<PrintFlags, 'from' | 'to'> {
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
  readonly session?: number;
  readonly depth?: Depth;
  /** Name of the plan whose finished work counts. */
  readonly from?: string;
  readonly cut?: boolean;
  readonly whatIf?: boolean;
  readonly beta?: boolean;
  readonly name?: string;
  readonly out?: string;
  readonly paper?: 'a4' | 'letter';
  /** As typed. */
  readonly lang?: string;
  readonly ics: boolean;
  readonly pdf: boolean;
  readonly checklist: boolean;
  readonly dryRun?: boolean;
  readonly force?: boolean;
}

export const DEFAULT_HOURS = 8;
const DEFAULT_SESSION_MINUTES = 90;
/** Weekly caps are kept in half hours, as `--hours` takes them. */
const CAP_STEP = 30;

export interface PlanWishes {
  /** One for each certification: the same person, with what is known of that certification. */
  readonly learners: readonly Learner[];
  readonly start: CivilDate;
  /** One for each certification; null: a day is suggested. */
  readonly exams: readonly (DateWithTime | null)[];
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
    exams:
      flags.exam === undefined
        ? []
        : flags.exam.split(',').map((text) => parseDateTime(text.trim(), today, '--exam')),
    daysOff: parseDaysOff(flags.off ?? [], today),
  };
}

export function planWishes(
  flags: PlanFlags,
  checked: ReturnType<typeof checkFlags>,
  curricula: readonly Curriculum[],
): PlanWishes {
  const { session = DEFAULT_SESSION_MINUTES, depth = 'standard' } = flags;
  const unbroken = [
    LONGEST_UNBROKEN_LAB,
    ...curricula
      .flatMap(({ activities }) => activities)
      .filter((activity) => activity.kind === 'practice-exam')
      .map((activity) => activity.minutes),
  ];
  const offered = (windows: readonly Window[]): number =>
    windows.reduce(
      (sum, window) => sum + offeredMinutes(window.to - window.from, session, unbroken),
      0,
    );
  const minutesPerWeek =
    checked.windows !== null && flags.hours === undefined
      ? Math.max(CAP_STEP, Math.ceil(offered(checked.windows) / CAP_STEP) * CAP_STEP)
      : (flags.hours ?? DEFAULT_HOURS) * 60;
  const windows = checked.windows ?? chooseWindows(minutesPerWeek, session, Math.max(...unbroken));

  const warnings: Warning[] = [];
  if (checked.windows !== null && flags.hours !== undefined && offered(windows) < minutesPerWeek) {
    warnings.push({
      code: 'windows-below-hours',
      message: `your windows offer ${formatHours(offered(windows))} a week after breaks, less than --hours ${flags.hours}`,
    });
  }
  return {
    learners: curricula.map((curriculum) => ({
      skills: completeSkills(checked.given),
      knownTasks: parseKnown(ownOf(flags.knows ?? [], curriculum, curricula), curriculum.domains),
      scoredDomains: parseScored(
        ownOf(flags.scored ?? [], curriculum, curricula),
        curriculum.domains,
      ),
      depth,
      timeZone: checked.timeZone,
      minutesPerWeek,
      windows,
      windowsChosen: checked.windows === null,
      sessionMinutes: session,
      daysOff: checked.daysOff,
    })),
    start: checked.start,
    exams: examsFor(checked.exams, curricula),
    warnings,
  };
}

/**
 * What is said of one of several certifications: `aws-mla-c02/1.2`, or `MLA-C02/d1=85`. For one
 * certification nothing needs to stand before the id.
 * @throws UserError, exit code 2, for an id that does not say which one it is of
 */
function ownOf(
  values: readonly string[],
  curriculum: Curriculum,
  curricula: readonly Curriculum[],
): string[] {
  if (curricula.length === 1) return [...values];
  const names = ({ id, examCode }: Curriculum): string[] => [id, examCode.toLowerCase()];
  return values
    .flatMap((value) => value.split(','))
    .flatMap((value) => {
      const [before = '', ...rest] = value.trim().split('/');
      const owner = curricula.find((one) => names(one).includes(before.toLowerCase()));
      if (owner && rest.length > 0) return owner === curriculum ? [rest.join('/')] : [];
      throw badInput(
        'which-certification',
        `"${value.trim()}" does not say of which certification it is`,
        `with several, write it before the id: ${curriculum.id}/${value.trim()}`,
      );
    });
}

/**
 * None, or one for each in the order in which the certifications are typed.
 * @throws UserError, exit code 2
 */
function examsFor(
  exams: readonly DateWithTime[],
  curricula: readonly Curriculum[],
): (DateWithTime | null)[] {
  if (exams.length === 0) return curricula.map(() => null);
  if (exams.length === curricula.length) return [...exams];
  const count = curricula.length;
  throw badInput(
    'exam-days',
    `--exam: ${exams.length} ${exams.length === 1 ? 'day' : 'days'} for ${count} ${count === 1 ? 'certification' : 'certifications'}`,
    count === 1
      ? 'give one day, for example --exam 2027-04-24'
      : 'give one day for each certification, in the order in which they are typed: --exam 2027-03-05,2027-06-18; or none, and days are suggested',
  );
}
