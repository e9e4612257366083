/** The JSON document `certplan.plan/1`, as far as the checker relies on it (cli.md, "JSON"). */

export const KINDS = [
  'docs',
  'course',
  'video',
  'lab',
  'practice-questions',
  'practice-exam',
  'project',
  'bridge',
  'review',
  'exam-review',
  'logistics',
] as const;
export type Kind = (typeof KINDS)[number];

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const STATUSES = ['planned', 'done', 'skipped', 'missed'] as const;
export const VERDICTS = ['fits', 'tight', 'does-not-fit'] as const;

export interface SessionDocument {
  number: number;
  uid: string;
  activity: string;
  part: [number, number] | null;
  kind: Kind;
  title: string;
  url: string | null;
  start: string;
  end: string;
  actual: { on: string; minutes: number } | null;
  minutes: number;
  domain: string | null;
  tasks: string[];
  status: (typeof STATUSES)[number];
  pinned: boolean;
  builds: { after: number[] };
  reasons: string[];
}

export interface WindowDocument {
  days: Weekday[];
  from: string;
  to: string;
}

export interface PlanDocument {
  schema: 'certplan.plan/1';
  name: string;
  certification: string;
  timezone: string;
  revision: number;
  createdAt: string;
  start: string;
  finish: string;
  exam: { at: string; source: 'given' | 'suggested' } | null;
  learner: {
    skills: Record<string, { level: number; source: 'given' | 'inferred' | 'assumed' }>;
    hoursPerWeek: number;
    windows: WindowDocument[];
    sessionMinutes: number;
    daysOff: string[];
  };
  totals: {
    minutes: number;
    byKind: Partial<Record<Kind, number>>;
    byDomain: Record<string, number>;
    sessions: number;
  };
  feasibility: {
    verdict: (typeof VERDICTS)[number];
    neededMinutes: number;
    availableMinutes: number | null;
    cushionMinutes: number | null;
    remedies: unknown[];
  };
  sessions: SessionDocument[];
  waived: { activity: string; title: string; minutes: number; reason: string }[];
  cuts: { activity: string; title: string; minutes: number; reason: string; weightLost: number }[];
  milestones: { kind: string; date: string; title: string }[];
  warnings: { code: string; message: string }[];
}

/** Content is what teaches (design, "Words"). */
export const isContent = (kind: Kind): boolean =>
  isReading(kind) || kind === 'lab' || kind === 'bridge' || kind === 'project';

export const isReading = (kind: Kind): boolean =>
  kind === 'docs' || kind === 'course' || kind === 'video';
