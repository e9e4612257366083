/** The plan made ready for the rules: instants and civil days worked out once, sessions indexed. */
import type { CurriculumFacts, FoundationsFacts } from './curriculum-facts.ts';
import type { Kind, PlanDocument, SessionDocument } from './plan-document.ts';
import type { Given } from './violation.ts';
import { dayOf, instantOf, ZoneClock } from './zone-clock.ts';

export interface SessionView {
  readonly number: number;
  readonly session: SessionDocument;
  readonly start: number;
  readonly end: number;
  /** Civil date of the start in the learner's zone: the date on which the session counts. */
  readonly day: number;
  /** Pinned, done or past: rules 1–7 do not bind it (its minutes count for rule 3). */
  readonly exempt: boolean;
  readonly done: boolean;
}

/** An activity of the plan with its sessions (its parts) by start; skipped ones are left out. */
export interface Item {
  readonly activity: string;
  readonly kind: Kind;
  readonly sessions: readonly SessionView[];
  readonly minutes: number;
  /** The start of the first session that the rules bind; Infinity when they bind none. */
  readonly boundStart: number;
  /** The end of the last session still to be done; -Infinity when all is done. */
  readonly readyAt: number;
}

export interface ExamView {
  readonly day: number;
  /** The first instant at which nobody studies any more: the exam, or the free exam day. */
  readonly closes: number;
}

export interface PlanView {
  readonly plan: PlanDocument;
  readonly curriculum: CurriculumFacts;
  readonly foundations: FoundationsFacts;
  readonly given: Given;
  readonly clock: ZoneClock;
  /** All but the skipped ones, by start. */
  readonly sessions: readonly SessionView[];
  readonly byNumber: ReadonlyMap<number, SessionView>;
  /** Items by activity id, bridges apart: an id may stand in both kinds of file. */
  readonly activities: ReadonlyMap<string, Item>;
  readonly bridges: ReadonlyMap<string, Item>;
  readonly exam: ExamView | null;
}

/** Needs a document whose fields have passed `checkFields`. */
export function viewPlan(
  plan: PlanDocument,
  curriculum: CurriculumFacts,
  foundations: FoundationsFacts,
  given: Given,
): PlanView {
  const clock = ZoneClock.for(plan.timezone);
  const now = given.now === undefined ? -Infinity : instantOf(given.now);
  const byNumber = new Map<number, SessionView>();
  const sessions: SessionView[] = [];
  for (const session of plan.sessions) {
    const start = instantOf(session.start);
    const done = session.status === 'done';
    const view: SessionView = {
      number: session.number,
      session,
      start,
      end: instantOf(session.end),
      day: clock.dayAt(start),
      exempt: session.pinned || done || start < now,
      done,
    };
    byNumber.set(session.number, view);
    if (session.status !== 'skipped') sessions.push(view);
  }
  sessions.sort((a, b) => a.start - b.start || a.end - b.end || a.number - b.number);
  return {
    plan,
    curriculum,
    foundations,
    given,
    clock,
    sessions,
    byNumber,
    activities: items(sessions.filter((it) => it.session.kind !== 'bridge')),
    bridges: items(sessions.filter((it) => it.session.kind === 'bridge')),
    exam: viewExam(plan, clock),
  };
}

function items(sessions: readonly SessionView[]): ReadonlyMap<string, Item> {
  const groups = new Map<string, [SessionView, ...SessionView[]]>();
  for (const view of sessions) {
    const group = groups.get(view.session.activity);
    if (group) group.push(view);
    else groups.set(view.session.activity, [view]);
  }
  const result = new Map<string, Item>();
  for (const [activity, group] of groups) {
    let minutes = 0;
    let boundStart = Infinity;
    let readyAt = -Infinity;
    for (const view of group) {
      minutes += view.session.minutes;
      if (!view.exempt) boundStart = Math.min(boundStart, view.start);
      if (!view.done) readyAt = Math.max(readyAt, view.end);
    }
    const kind = group[0].session.kind;
    result.set(activity, { activity, kind, sessions: group, minutes, boundStart, readyAt });
  }
  return result;
}

function viewExam(plan: PlanDocument, clock: ZoneClock): ExamView | null {
  if (!plan.exam) return null;
  const [date = '', time] = plan.exam.at.split('T');
  const day = dayOf(date);
  if (time === undefined) return { day, closes: clock.startOfDay(day) };
  const [hours = '0', minutes = '0'] = time.split(':');
  return { day, closes: clock.at(day, Number(hours) * 60 + Number(minutes)) };
}

export const numbersOf = (item: Item): number[] => item.sessions.map((it) => it.number);
