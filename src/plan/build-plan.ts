/** curriculum + learner → plan. Pure: the same request gives the same plan, to the letter. */
import type { Curriculum } from '../curriculum/curriculum.ts';
import type { Foundations } from '../curriculum/foundations.ts';
import { examLife, statusOn } from '../curriculum/lifecycle.ts';
import { CLOUD_SKILL, SKILLS } from '../curriculum/vocabulary.ts';
import { cannotPlan } from '../errors.ts';
import type { Learner } from '../learner/learner.ts';
import { CUSHION_SHARE } from '../schedule/constants.ts';
import type { Span } from '../schedule/openings.ts';
import { type Aim, makeSchedule, type ScheduleResult } from '../schedule/schedule.ts';
import { type CivilDate, dayNumber } from '../time/civil-date.ts';
import type { DateWithTime } from '../time/parse-date.ts';
import {
  dateAt,
  type EpochMinutes,
  startOfDay,
  zoneChanges,
  zoneClock,
} from '../time/wall-clock.ts';
import { SHORTEST_PART } from '../workload/segments.ts';
import { computeWorkload, type Workload } from '../workload/workload.ts';
import { milestonesOf } from './milestones.ts';
import type { Feasibility, MadeForYou, Plan, PlanExam, Warning } from './plan.ts';
import { relaxations } from './relaxations.ts';
import { toSessions, uidBase } from './sessions.ts';
import { formatHours } from './words.ts';

export interface PlanRequest {
  readonly name: string;
  readonly curriculum: Curriculum;
  readonly foundations: Foundations;
  readonly learner: Learner;
  readonly start: CivilDate;
  readonly exam: DateWithTime | null;
  readonly allowBeta: boolean;
  readonly busy: readonly Span[];
  readonly now: EpochMinutes;
  readonly createdAt: string;
  /** What was noticed before planning, e.g. windows that offer less than the hours. */
  readonly warnings: readonly Warning[];
}

/** Days before and after the plan for which the zone's offsets are kept with it. */
const DAYS_OF_OFFSETS_AROUND = 14;

/** @throws UserError with exit code 3 when no plan can be made; nothing else is thrown */
export function buildPlan(request: PlanRequest): Plan {
  const { curriculum, learner } = request;
  const clock = zoneClock(learner.timeZone);
  const today = dateAt(request.now, clock);
  const aim = aimOf(request, today);
  refuseUselessWindows(learner);
  const workload = computeWorkload(curriculum, request.foundations, learner);
  const result = makeSchedule(
    {
      items: workload.items,
      domains: curriculum.domains,
      learner,
      clock,
      start: request.start,
      notBefore:
        request.start === today
          ? Math.max(request.now, startOfDay(request.start, clock))
          : startOfDay(request.start, clock),
      busy: request.busy,
      needMinutes: workload.needMinutes,
    },
    aim,
  );
  if (!result.fits) throw doesNotFit(request, workload, result);

  const { schedule } = result;
  const exam: PlanExam | null = schedule.exam;
  const base = uidBase(learner, curriculum.id, request.createdAt);
  return {
    name: request.name,
    revision: 1,
    createdAt: request.createdAt,
    curriculum,
    learner,
    zoneChanges: zoneChanges(
      clock,
      dayNumber(request.start) - DAYS_OF_OFFSETS_AROUND,
      Math.max(
        dayNumber(exam?.date ?? request.start),
        ...schedule.placements.map((placement) => placement.day),
      ) + DAYS_OF_OFFSETS_AROUND,
    ),
    exam,
    sessions: toSessions(schedule.placements, curriculum.guide, base),
    milestones: milestonesOf(curriculum, exam, request.start),
    warnings: [
      ...request.warnings,
      ...lifeWarnings(curriculum, today, exam),
      ...(request.start < today
        ? [
            {
              code: 'start-in-past',
              message: `the plan starts on ${request.start}, which has passed`,
            },
          ]
        : []),
      ...relaxations(schedule.placements, exam, learner.sessionMinutes),
    ],
    waived: workload.waived,
    cuts: [],
    feasibility: feasibilityOf(workload.needMinutes, schedule.availableMinutes),
    reviewMinutes: workload.reviewMinutes,
    madeForYou: madeForYou(workload, learner, curriculum),
  };
}

/** "Tight" = cushion under 10 % of the need (design §7). */
export function feasibilityOf(neededMinutes: number, availableMinutes: number | null): Feasibility {
  if (availableMinutes === null) {
    return { verdict: 'fits', neededMinutes, availableMinutes, cushionMinutes: null, remedies: [] };
  }
  const cushionMinutes = availableMinutes - neededMinutes;
  return {
    verdict: cushionMinutes < CUSHION_SHARE * neededMinutes ? 'tight' : 'fits',
    neededMinutes,
    availableMinutes,
    cushionMinutes,
    remedies: [],
  };
}

function aimOf(request: PlanRequest, today: CivilDate): Aim {
  const { curriculum, exam, start } = request;
  const { examCode, lifecycle } = curriculum;
  const retired = statusOn(lifecycle, today) === 'retired';
  const life = examLife(lifecycle, request.allowBeta);
  const successors = curriculum.successors.join(', ');
  const instead =
    successors === ''
      ? 'leave --exam out to study without an exam day'
      : `its successors: ${successors}; or leave --exam out to study without an exam day`;
  if (exam === null) return retired ? { kind: 'none' } : { kind: 'suggest', life };

  const { date, minute } = exam;
  if (life.last !== null && date > life.last) {
    throw cannotPlan(
      'exam-after-life',
      `--exam ${date}: the last exam day of ${examCode} ${retired ? 'was' : 'is'} ${life.last}`,
      instead,
    );
  }
  if (retired) {
    throw cannotPlan(
      'exam-in-past',
      `--exam ${date} has passed; the last exam day of ${examCode} was ${life.last ?? ''}`,
      instead,
    );
  }
  if (date < today || date <= start) {
    throw cannotPlan(
      'exam-before-start',
      date < today
        ? `--exam ${date} is in the past: today is ${today}`
        : `--exam ${date} is not after the start of the plan, ${start}`,
      'choose a later exam day',
    );
  }
  if (life.first !== null && date < life.first) {
    const beta =
      lifecycle.generalAvailability !== null && lifecycle.firstExam !== null && !request.allowBeta
        ? `choose a day from ${life.first} on, or add --beta to sit the beta exam`
        : `choose a day from ${life.first} on`;
    throw cannotPlan(
      'exam-before-life',
      `--exam ${date}: ${examCode} can be sat from ${life.first} on`,
      beta,
    );
  }
  return { kind: 'given', exam: { date, minute } };
}

function refuseUselessWindows(learner: Learner): void {
  const longest = Math.max(...learner.windows.map((window) => window.to - window.from));
  if (longest < SHORTEST_PART) {
    throw cannotPlan(
      'no-usable-window',
      `--when: the longest window has ${longest} minutes; a session needs at least ${SHORTEST_PART}`,
      'give a longer window',
    );
  }
}

function doesNotFit(
  request: PlanRequest,
  workload: Workload,
  result: Extract<ScheduleResult, { fits: false }>,
) {
  const { examCode, lifecycle } = request.curriculum;
  if (result.reason === 'no-window') {
    return cannotPlan(
      'no-usable-window',
      'no session finds a place: the windows, days off and busy times leave no usable time',
      'give more or longer windows (--when), or fewer days off (--off)',
    );
  }
  const needed = workload.needMinutes;
  const feasibility: Feasibility = {
    verdict: 'does-not-fit',
    neededMinutes: needed,
    availableMinutes: result.availableMinutes,
    cushionMinutes: result.availableMinutes - needed,
    remedies: [],
  };
  const by =
    result.reason === 'life'
      ? `before the last exam day of ${examCode}, ${lifecycle.lastExam ?? ''}`
      : `by ${request.exam?.date ?? ''}`;
  const enough = result.availableMinutes >= needed;
  return cannotPlan(
    'does-not-fit',
    `does not fit: ${formatHours(needed)} are needed ${by}, your windows offer ${formatHours(result.availableMinutes)}${
      enough
        ? `; practice exams, labs and the free days before the exam leave no place for ${result.unplaced.length} activities`
        : ''
    }. Nothing was written`,
    'more hours a week (--hours), a later exam day (--exam) or less depth (--depth essential) may do',
    { feasibility },
  );
}

function lifeWarnings(curriculum: Curriculum, today: CivilDate, exam: PlanExam | null): Warning[] {
  const { examCode, lifecycle, successors } = curriculum;
  const status = statusOn(lifecycle, today);
  const warnings: Warning[] = [];
  if (status === 'retired') {
    warnings.push({
      code: 'retired',
      message: `${examCode} is retired: its last exam day was ${lifecycle.lastExam ?? ''}. This plan has no exam day${
        successors.length > 0 ? `; what follows it: ${successors.join(', ')}` : ''
      }`,
    });
  }
  if (status === 'retiring') {
    warnings.push({
      code: 'retiring',
      message: `${examCode} can be sat until ${lifecycle.lastExam ?? ''}${successors.length > 0 ? `; what follows it: ${successors.join(', ')}` : ''}`,
    });
  }
  const general = lifecycle.generalAvailability;
  if (general !== null && today < general) {
    const inBeta = exam !== null && exam.date < general;
    warnings.push({
      code: 'beta',
      message: inBeta
        ? `${examCode} is in beta on your exam day (general availability: ${general})`
        : `${examCode} is in beta; it is generally available from ${general}`,
    });
  }
  if (curriculum.exam.minutesNote !== null) {
    warnings.push({ code: 'exam-minutes', message: `${examCode}: ${curriculum.exam.minutesNote}` });
  }
  return warnings;
}

function madeForYou(workload: Workload, learner: Learner, curriculum: Curriculum): MadeForYou {
  const bridges = SKILLS.flatMap((skill) => {
    const own = workload.items.filter((item) => item.bridge?.skill === skill);
    if (own.length === 0) return [];
    return [
      {
        skill,
        from: Math.min(...own.map((item) => item.bridge?.from ?? 0)),
        to: Math.max(...own.map((item) => item.bridge?.to ?? 0)),
        count: own.length,
        minutes: own.reduce((sum, item) => sum + item.minutes, 0),
      },
    ];
  });
  const otherClouds = Object.values(CLOUD_SKILL).filter(
    (skill) => skill !== CLOUD_SKILL[curriculum.vendor],
  );
  const notGiven = SKILLS.flatMap((skill) => {
    const { level, source } = learner.skills[skill];
    if (source === 'given' || otherClouds.some((other) => other === skill)) return [];
    return curriculum.requires[skill] === undefined ? [] : [{ skill, level, source }];
  });
  return {
    weakerFoundationsMinutes: workload.weakerFoundationsMinutes,
    paceMinutes: workload.paceMinutes,
    waivedMinutes: workload.waived.reduce((sum, waiver) => sum + waiver.minutes, 0),
    bridges,
    notGiven,
  };
}
