/** A tiny curriculum and a plan for it, made by hand, for the checker's own tests. */
import { Temporal } from 'temporal-polyfill';
import { readCurriculumFacts, readFoundationsFacts } from './curriculum-facts.ts';
import type { Kind, PlanDocument, SessionDocument } from './plan-document.ts';

const activity = (id: string, kind: Kind, minutes: number, more: string) =>
  `  - {id: ${id}, kind: ${kind}, minutes: {value: ${minutes}}, ${more}}`;

export const CURRICULUM_YAML = `
id: tiny
guide: guide
lifecycle: {first-exam: '2026-09-29', general-availability: '2027-01-14', last-exam: '2027-06-30'}
domains:
  - {id: d1, tasks: [{id: '1.1'}, {id: '1.2'}]}
  - {id: d2, tasks: [{id: '2.1'}]}
activities:
${[
  activity('guide', 'docs', 30, "tasks: ['1.2'], depth: essential"),
  activity('docs-a', 'docs', 60, "tasks: ['1.1', '1.2'], depth: essential"),
  activity('video-a', 'video', 20, "tasks: ['1.2'], depth: thorough, after: [docs-a]"),
  activity('lab-a', 'lab', 100, "tasks: ['1.1'], depth: essential, builds-on: {python: 2}"),
  activity('course-b', 'course', 105, "tasks: ['2.1'], depth: essential, after: [video-a]"),
  activity('lab-long', 'lab', 150, "tasks: ['2.1'], depth: standard"),
  activity('starter', 'project', 60, "tasks: ['1.1'], depth: standard, for: beginners"),
  activity('project', 'project', 120, "tasks: ['1.1', '2.1'], depth: standard, after: [lab-a]"),
  activity('pq-d1', 'practice-questions', 30, "tasks: ['1.1', '1.2'], depth: essential"),
  activity('pq-d2', 'practice-questions', 30, "tasks: ['2.1'], depth: essential"),
  activity('pe-1', 'practice-exam', 130, "tasks: ['1.1', '2.1'], depth: essential"),
  activity('pe-2', 'practice-exam', 130, "tasks: ['1.1', '2.1'], depth: standard"),
].join('\n')}
`;

export const FOUNDATIONS_YAML = `
skills:
  - id: python
    steps:
      - {from: 0, to: 1, bridges: [{id: br-1, minutes: {value: 30}}]}
      - from: 1
        to: 2
        bridges:
          - {id: br-2, minutes: {value: 40}}
          - {id: br-2-more, minutes: {value: 30}, after: [br-2]}
      - {from: 2, to: 3, bridges: [{id: br-3, minutes: {value: 30}}]}
`;

export const CURRICULUM = readCurriculumFacts(CURRICULUM_YAML);
export const FOUNDATIONS = readFoundationsFacts(FOUNDATIONS_YAML);

export interface Draft {
  /** Local wall time of the start. */
  at: string;
  minutes: number;
  activity: string;
  kind: Kind;
  tasks: string[];
  domain: string | null;
  part: [number, number] | null;
  status?: SessionDocument['status'];
  pinned?: boolean;
  after?: number[];
}

const KIND_OF: Readonly<Record<string, Kind>> = {
  'br-1': 'bridge',
  'br-2': 'bridge',
  'br-2-more': 'bridge',
  'br-3': 'bridge',
  'pe-1-review': 'exam-review',
  'pe-2-review': 'exam-review',
  review: 'review',
  'exam-day': 'logistics',
};

export function draft(
  at: string,
  activity: string,
  minutes: number,
  part?: [number, number],
): Draft {
  const facts = CURRICULUM.activities.get(activity);
  const kind = facts?.kind ?? KIND_OF[activity] ?? 'docs';
  const tasks = kind === 'review' ? ['1.1', '1.2', '2.1'] : [...(facts?.tasks ?? [])];
  const domain = facts?.domains.length === 1 ? (facts.domains[0] ?? null) : null;
  return { at, minutes, activity, kind, tasks, domain, part: part ?? null };
}

/** Exam on Wednesday 2027-03-10; all rules hold. */
export const DRAFTS: readonly Draft[] = [
  draft('2027-02-01T19:00', 'guide', 30),
  draft('2027-02-01T19:30', 'br-1', 30),
  draft('2027-02-02T19:00', 'br-2', 40),
  draft('2027-02-02T19:40', 'br-2-more', 30),
  draft('2027-02-03T19:00', 'docs-a', 60),
  draft('2027-02-04T19:00', 'lab-a', 100),
  draft('2027-02-06T09:00', 'course-b', 60, [1, 2]),
  draft('2027-02-06T10:10', 'course-b', 45, [2, 2]),
  draft('2027-02-08T19:00', 'lab-long', 100, [1, 2]),
  draft('2027-02-09T19:00', 'lab-long', 50, [2, 2]),
  draft('2027-02-10T19:00', 'pq-d1', 30),
  draft('2027-02-10T19:30', 'pq-d2', 30),
  draft('2027-02-11T19:00', 'project', 60, [1, 2]),
  draft('2027-02-12T19:00', 'project', 60, [2, 2]),
  draft('2027-02-20T09:00', 'pe-1', 130),
  draft('2027-02-20T11:20', 'pe-1-review', 50),
  draft('2027-02-22T19:00', 'review', 30),
  draft('2027-03-01T19:00', 'review', 30),
  draft('2027-03-04T19:00', 'pe-2', 130),
  draft('2027-03-05T19:00', 'pe-2-review', 50),
  draft('2027-03-09T19:00', 'exam-day', 30),
];

export interface Extras {
  timezone?: string;
  exam?: PlanDocument['exam'];
  learner?: Partial<PlanDocument['learner']>;
  warnings?: string[];
  waived?: string[];
  cuts?: string[];
}

/** The document for drafts: sorted, numbered, with totals. */
export function planOf(drafts: readonly Draft[], extras: Extras = {}): PlanDocument {
  const timezone = extras.timezone ?? 'America/New_York';
  const wall = (instant: Temporal.ZonedDateTime) =>
    instant
      .toString({ timeZoneName: 'never', smallestUnit: 'minute' })
      .replace(/T(\d\d:\d\d)/, 'T$1:00');
  const timed = drafts
    .map((it) => ({ ...it, start: Temporal.PlainDateTime.from(it.at).toZonedDateTime(timezone) }))
    .sort((a, b) => Temporal.ZonedDateTime.compare(a.start, b.start));
  const sessions = timed.map(
    (it, index): SessionDocument => ({
      number: index + 1,
      uid: `${index + 1}@tiny`,
      activity: it.activity,
      part: it.part,
      kind: it.kind,
      title: it.activity,
      url: null,
      start: wall(it.start),
      end: wall(it.start.add({ minutes: it.minutes })),
      actual: null,
      minutes: it.minutes,
      domain: it.domain,
      tasks: [...it.tasks],
      status: it.status ?? 'planned',
      pinned: it.pinned ?? false,
      builds: { after: [...(it.after ?? [])] },
      reasons: extras.waived?.includes(it.activity) ? ['waived: known'] : [],
    }),
  );
  const byKind: Partial<Record<Kind, number>> = {};
  const byDomain: Record<string, number> = {};
  let minutes = 0;
  for (const it of sessions) {
    minutes += it.minutes;
    byKind[it.kind] = (byKind[it.kind] ?? 0) + it.minutes;
    if (it.domain !== null) byDomain[it.domain] = (byDomain[it.domain] ?? 0) + it.minutes;
  }
  const exam: PlanDocument['exam'] =
    extras.exam === undefined ? { at: '2027-03-10', source: 'given' } : extras.exam;
  const available = exam ? 2000 : null;
  return {
    schema: 'certplan.plan/1',
    name: 'tiny',
    certification: 'tiny',
    timezone,
    revision: 1,
    createdAt: '2027-01-31T12:00:00Z',
    start: sessions[0]?.start.slice(0, 10) ?? '2027-02-01',
    finish: sessions.at(-1)?.start.slice(0, 10) ?? '2027-02-01',
    exam,
    learner: {
      skills: { python: { level: 0, source: 'given' } },
      hoursPerWeek: 8,
      windows: [
        { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '19:00', to: '21:30' },
        { days: ['sat'], from: '09:00', to: '13:00' },
      ],
      sessionMinutes: 90,
      daysOff: [],
      ...extras.learner,
    },
    totals: { minutes, byKind, byDomain, sessions: sessions.length },
    feasibility: {
      verdict: 'fits',
      neededMinutes: minutes,
      availableMinutes: available,
      cushionMinutes: available === null ? null : available - minutes,
      remedies: [],
    },
    sessions,
    waived: (extras.waived ?? []).map((id) => ({
      activity: id,
      title: id,
      minutes: 10,
      reason: 'known',
    })),
    cuts: (extras.cuts ?? []).map((id) => ({
      activity: id,
      title: id,
      minutes: 10,
      reason: 'no room',
      weightLost: 1,
    })),
    milestones: [],
    warnings: (extras.warnings ?? []).map((code) => ({ code, message: code })),
  };
}

/** The good drafts with some changed: by activity, or `activity/part`. */
export function withChanges(changes: Readonly<Record<string, Partial<Draft>>>): Draft[] {
  const used = new Set<string>();
  const drafts = DRAFTS.map((it) => {
    const key = it.part ? `${it.activity}/${it.part[0]}` : it.activity;
    const change = changes[key];
    if (!change || used.has(key)) return it;
    used.add(key);
    return { ...it, ...change };
  });
  const missed = Object.keys(changes).find((key) => !used.has(key));
  if (missed !== undefined) throw new Error(`no draft ${missed}`);
  return drafts;
}

export const without = (...activities: string[]): Draft[] =>
  DRAFTS.filter((it) => !activities.includes(it.activity));
