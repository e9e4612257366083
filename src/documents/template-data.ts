/**
 * What a template may use: `templateData(plan, words)`, plain values only. Dates and times come ready to
 * be printed, in the learner's zone, beside the ISO form; every text has passed `plainText`, every
 * link is an http(s) address. A value that does not exist is null, never left out.
 */
import type { Kind } from '../curriculum/vocabulary.ts';
import { DEFAULT_LANGUAGE, languageOf } from '../plan/language.ts';
import { type Plan, planClock, type Session } from '../plan/plan.ts';
import { planCosts } from '../plan/plan-costs.ts';
import { totalsOf } from '../plan/totals.ts';
import { plainText } from '../text/plain-text.ts';
import { civilDate, firstDayOfWeek, isoWeekIndex, isoWeekName } from '../time/civil-date.ts';
import { formatMinute, type ZoneClock } from '../time/wall-clock.ts';
import { commentWord } from './checklist/escape-markdown.ts';
import { type LookUp, type SessionData, sessionData, weekdayOf } from './session-data.ts';
import { milestoneTitle } from './words/milestone-title.ts';
import type { Words } from './words/words.ts';

/** A day with at least one session. */
export interface DayData {
  /** `2026-11-28`, `Sat 28 Nov`. */
  readonly date: string;
  readonly day: string;
  readonly sessions: readonly SessionData[];
}

/** An ISO week with at least one session. */
export interface WeekData {
  /** `2026-W48`. */
  readonly name: string;
  /** Weeks since the first one of the plan, counted from 1. */
  readonly number: number;
  /** `Week 3`. */
  readonly title: string;
  /** `Mon 23 Nov`, `Sun 29 Nov 2026`. */
  readonly from: string;
  readonly to: string;
  /** Both: `Mon 23 Nov to Sun 29 Nov 2026`. */
  readonly span: string;
  /** The first date: `2026-11-23`. */
  readonly monday: string;
  /** `7 h 30 m`. */
  readonly hours: string;
  readonly sessions: readonly SessionData[];
  /** The same sessions by day. */
  readonly days: readonly DayData[];
}

export interface TemplateData {
  /** Of the words and dates: `en`, `de-AT`. */
  readonly lang: string;
  /** True where that is not the language of the material, English. */
  readonly translated: boolean;
  /** Fixed words, by name. Commands in them stand in backticks, for the filter `marked`. */
  readonly words: Readonly<Record<string, string>>;
  readonly plan: {
    readonly name: string;
    /** RFC 3339, UTC. */
    readonly createdAt: string;
    readonly revision: number;
    readonly certification: string;
    /** `AWS Certified …`. */
    readonly title: string;
    readonly examCode: string;
    readonly timeZone: string;
    /** Dates of the first and last session: `Wed 25 Nov 2026`; null in an empty plan. */
    readonly start: string | null;
    readonly finish: string | null;
    /** `8 h`. */
    readonly weekly: string;
    /** `104 h`, all sessions and the reviews to come. */
    readonly needed: string;
    /** `104 h, 8 h a week, Wed 25 Nov 2026 to Fri 26 Feb 2027`. */
    readonly study: string;
    /** `10 h 40 m` or null where there is no exam day. */
    readonly cushion: string | null;
    /** `cushion 10 h 40 m`, or null. */
    readonly cushionWords: string | null;
    /** `fits`, `tight` or `does-not-fit`; for CSS classes and conditions. */
    readonly feasibility: Plan['feasibility']['verdict'];
    /** `fits`, `tight` or `does not fit`; for people. */
    readonly verdict: string;
    /** How ticks come back, with commands in backticks. */
    readonly tickThen: string;
    /** `about 179 USD: exam 150, …; 6 labs bill by use: not known`. */
    readonly costs: string;
    readonly sessions: number;
    readonly done: number;
    /** How many certifications the plan is for. */
    readonly certifications: number;
  };
  readonly exam: {
    /** `2027-03-05`. */
    readonly date: string;
    /** `Fri 5 Mar 2027`. */
    readonly day: string;
    /** `09:00`, or null while no time is known. */
    readonly time: string | null;
    readonly minutes: number;
    readonly source: 'given' | 'suggested';
    /** The same for people. */
    readonly sourceName: string;
  } | null;
  /** The milestones, in order of time, the exam among them. */
  readonly keyDates: readonly {
    readonly kind: string;
    readonly date: string;
    /** `Fri 12 Feb 2027`. */
    readonly day: string;
    /** `Fri`. */
    readonly weekday: string;
    readonly title: string;
  }[];
  readonly domains: readonly {
    readonly id: string;
    readonly title: string;
    /** Per cent of the exam, rounded. */
    readonly weight: number;
    /** Planned hours. */
    readonly hours: string;
  }[];
  /** Minutes by kind of session, largest first. */
  readonly kinds: readonly {
    readonly kind: Kind;
    readonly name: string;
    readonly hours: string;
  }[];
  readonly weeks: readonly WeekData[];
  readonly warnings: readonly string[];
}

function weeksOf(
  sessions: readonly Session[],
  data: readonly SessionData[],
  clock: ZoneClock,
  { common, events, dates }: Words,
): WeekData[] {
  const weeks = new Map<number, { minutes: number; sessions: SessionData[] }>();
  sessions.forEach((session, index) => {
    const own = data[index];
    if (!own) return;
    const week = isoWeekIndex(clock.toWallClock(session.start).day);
    const entry = weeks.get(week) ?? { minutes: 0, sessions: [] };
    entry.minutes += session.minutes;
    entry.sessions.push(own);
    weeks.set(week, entry);
  });
  const first = Math.min(...weeks.keys());
  return [...weeks].map(([week, entry]): WeekData => {
    const monday = civilDate(firstDayOfWeek(week));
    const sunday = civilDate(firstDayOfWeek(week) + 6);
    const number = week - first + 1;
    return {
      name: isoWeekName(monday),
      number,
      title: common.week(number),
      from: dates.day(monday),
      to: dates.dayAndYear(sunday),
      span: events.weekSpan(monday, sunday, dates),
      monday,
      hours: common.hours(entry.minutes),
      sessions: entry.sessions,
      days: daysOf(entry.sessions),
    };
  });
}

function daysOf(sessions: readonly SessionData[]): DayData[] {
  const days = new Map<string, { day: string; sessions: SessionData[] }>();
  for (const session of sessions) {
    const { date, day } = session;
    const entry = days.get(date) ?? { day, sessions: [] };
    entry.sessions.push(session);
    days.set(date, entry);
  }
  return [...days].map(([date, entry]) => ({ date, ...entry }));
}

/**
 * The data of the checklist and the page; deck, table, calendar and task list take its sessions.
 * @param plan for several certifications: as `wholePlan` gives it
 * @param skippedBecause reasons that were given for skipping, by number
 */
export function templateData(
  plan: Plan,
  words: Words,
  skippedBecause: ReadonlyMap<number, string> = new Map(),
): TemplateData {
  const { certification, exam, feasibility, learner } = plan;
  const { common, events, dates } = words;
  const clock = planClock(plan);
  const lookUp: LookUp = {
    sessions: new Map(plan.sessions.map((session) => [session.number, session])),
    domains: new Map(certification.domains.map(({ id, title }) => [id, plainText(title)])),
    tasks: new Map(
      certification.domains.flatMap(({ tasks }) =>
        tasks.map(({ id, title }) => [id, plainText(title)] as const),
      ),
    ),
    skippedBecause,
  };
  const sessions = plan.sessions.map((session) => sessionData(session, clock, lookUp, words));
  const totals = totalsOf(plan);
  const fullDate = (session: Session | undefined): string | null =>
    session === undefined
      ? null
      : dates.dayAndYear(civilDate(clock.toWallClock(session.start).day));
  const start = fullDate(plan.sessions[0]);
  const finish = fullDate(plan.sessions.at(-1));
  const weekly = common.hours(learner.minutesPerWeek);
  const needed = common.roundHours(feasibility.neededMinutes);
  const cushion =
    feasibility.cushionMinutes === null ? null : common.hours(feasibility.cushionMinutes);
  return {
    lang: words.tag,
    translated: languageOf(words.tag) !== languageOf(DEFAULT_LANGUAGE),
    words: events.labels,
    plan: {
      name: plainText(plan.name),
      createdAt: plainText(plan.createdAt),
      revision: plan.revision,
      certification: certification.id,
      title: plainText(certification.name),
      examCode: plainText(certification.examCode),
      timeZone: learner.timeZone,
      start,
      finish,
      weekly,
      needed,
      study: events.study(needed, weekly, start, finish),
      cushion,
      cushionWords: cushion === null ? null : events.cushion(cushion),
      feasibility: feasibility.verdict,
      verdict: common.verdicts[feasibility.verdict],
      tickThen: events.tickThen(`certplan import ${commentWord(plan.name)}.md`, 'certplan done 12'),
      costs: plainText(common.costs(planCosts(plan))),
      sessions: sessions.length,
      done: sessions.filter(({ done }) => done).length,
      certifications: Math.max(
        1,
        new Set(plan.sessions.map(({ certification }) => certification)).size,
      ),
    },
    exam: exam && {
      date: exam.date,
      day: dates.dayAndYear(exam.date),
      time: exam.minute === null ? null : formatMinute(exam.minute),
      minutes: certification.exam.minutes,
      source: exam.source,
      sourceName: common.examSources[exam.source],
    },
    keyDates: plan.milestones.map((milestone) => ({
      kind: milestone.kind,
      date: milestone.date,
      day: dates.dayAndYear(milestone.date),
      weekday: weekdayOf(milestone.date, dates),
      title: plainText(milestoneTitle(plan, milestone, words)),
    })),
    domains: certification.domains.map((domain) => ({
      id: domain.id,
      title: plainText(domain.title),
      weight: Math.round(domain.weight),
      hours: common.roundHours(totals.byDomain[domain.id] ?? 0),
    })),
    kinds: Object.entries(totals.byKind)
      .sort(([, a], [, b]) => b - a)
      .map(([kind, minutes]) => ({
        kind: kind as Kind,
        name: common.kinds[kind as Kind],
        hours: common.roundHours(minutes),
      })),
    weeks: weeksOf(plan.sessions, sessions, clock, words),
    warnings: plan.warnings.map(({ message }) => plainText(message)),
  };
}
