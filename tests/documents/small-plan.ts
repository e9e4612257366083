/** A plan made by hand, with one session of every sort, for documents; small enough to read. */
import type { Certification } from '../../src/curriculum/curriculum.ts';
import { SKILLS } from '../../src/curriculum/vocabulary.ts';
import type { LearnerSkills } from '../../src/learner/skills.ts';
import type { Plan, Session } from '../../src/plan/plan.ts';
import { dayNumber } from '../../src/time/civil-date.ts';
import { type ZoneChange, zoneChanges, zoneClock } from '../../src/time/wall-clock.ts';

const instant = (text: string): number => Date.parse(text) / 60_000;

const DRAFT: Session = {
  number: 0,
  sequence: 0,
  uid: '',
  activity: '',
  part: null,
  kind: 'docs',
  title: '',
  label: null,
  url: null,
  start: 0,
  minutes: 45,
  domain: null,
  tasks: [],
  status: 'planned',
  pinned: false,
  actual: null,
  after: [],
  reasons: [],
  first: null,
  teardown: [],
  billing: [],
  costUsd: null,
  questions: [],
};

/** A session that is like any other but for what is told here. */
export const session = (number: number, at: string, rest: Partial<Session> = {}): Session => ({
  ...DRAFT,
  number,
  uid: `${String(number).padStart(32, '0')}@certplan`,
  activity: `activity-${number}`,
  title: `Session ${number}`,
  start: instant(at),
  ...rest,
});

const CURRICULUM: Certification = {
  id: 'cloud-ai-1',
  vendor: 'aws',
  name: 'Cloud AI Engineer – Associate',
  examCode: 'CAI-C01',
  level: 'associate',
  checked: '2026-11-23',
  lifecycle: {
    firstExam: '2024-01-01',
    generalAvailability: '2024-01-01',
    lastExam: null,
    note: null,
  },
  successors: [],
  exam: {
    minutes: 130,
    minutesNote: null,
    questions: 65,
    questionsScored: 50,
    passingScore: 720,
    scoreScale: [100, 1000],
    priceUsd: 150,
    questionTypes: ['multiple choice'],
    style: 'scenarios',
    retakeWaitDays: 14,
    retakeRules: '14 days',
    rescheduleDays: 1,
    beta: null,
  },
  validityMonths: 36,
  renewal: { text: 'every three years', opensMonthsBefore: 6 },
  experience: 'one year',
  requires: { python: 2 },
  services: [],
  notes: [],
  sources: [],
  guide: 'guide',
  domains: [
    {
      id: 'd1',
      title: 'Data; its ways, and <costs>',
      weight: 60,
      statedWeight: 60,
      tasks: [
        { id: '1.1', title: 'Store data', topics: [], mixWith: [], checks: [] },
        { id: '1.2', title: 'Move data, cheaply', topics: [], mixWith: [], checks: [] },
      ],
    },
    {
      id: 'd2',
      title: 'Models & serving',
      weight: 40,
      statedWeight: [35, 45],
      tasks: [{ id: '2.1', title: 'Train', topics: [], mixWith: [], checks: [] }],
    },
  ],
};

const SESSIONS: readonly Session[] = [
  session(1, '2027-03-22T18:00:00Z', {
    activity: 'guide',
    title: 'Exam guide (domains, tasks; services)',
    url: 'https://example.com/guide?part=a,b;c',
    tasks: ['1.1', '1.2', '2.1'],
    status: 'done',
    actual: { on: '2027-03-23', minutes: 50, felt: null },
    first: 'open the guide and mark every line green, yellow or red',
  }),
  session(2, '2027-03-24T18:00:00Z', {
    kind: 'bridge',
    minutes: 30,
    title: 'Mean, median & mode',
    url: 'https://example.org/wiki/Mean_(statistics)',
    status: 'skipped',
    after: [1],
    reasons: ['bridge: statistics 1 → 2; you have 1 (assumed)'],
  }),
  session(3, '2027-03-27T08:00:00Z', {
    activity: 'long-course',
    kind: 'course',
    part: [1, 2],
    title: 'Datenströme für *alle* [mit_Kafka]',
    url: 'https://example.com/kurs',
    minutes: 90,
    domain: 'd1',
    tasks: ['1.2'],
    status: 'missed',
    after: [1],
    first: 'Start the first lesson',
  }),
  session(4, '2027-03-29T17:00:00Z', {
    activity: 'long-course',
    kind: 'course',
    part: [2, 2],
    title: 'Datenströme für *alle* [mit_Kafka]',
    url: 'https://example.com/kurs',
    minutes: 60,
    domain: 'd1',
    tasks: ['1.2'],
    after: [3],
    first: 'Start the first lesson',
  }),
  session(5, '2027-04-03T07:00:00Z', {
    kind: 'lab',
    title: 'Train a model 🧪 with script mode',
    label: null,
    url: 'https://github.com/example/lab',
    minutes: 115,
    domain: 'd2',
    tasks: ['2.1'],
    after: [1, 2, 3, 4],
    first: 'Open the notebook and check the quota for ml.m5.xlarge',
    teardown: ['delete the endpoint', 'delete the notebook instance'],
    billing: ['endpoint, 0.23 dollars an hour'],
    costUsd: 1,
    reasons: ['60 min (published) × 1.15: ml 1 of 2'],
  }),
  session(6, '2027-04-05T17:00:00Z', {
    kind: 'practice-questions',
    title: '=Practice, domain 1',
    minutes: 40,
    domain: 'd1',
    tasks: ['1.1', '1.2'],
    after: [3, 4],
    questions: ['Which store, and why; at what price?', 'Name "hot" and <cold> data.'],
  }),
  session(7, '2027-04-10T07:00:00Z', {
    activity: 'capstone',
    kind: 'project',
    part: [1, 2],
    title: 'Capstone: fraud detection',
    label: 'Plan and ground: budget alarm, roles',
    minutes: 120,
    domain: 'd2',
    tasks: ['1.1', '1.2', '2.1'],
    teardown: ['delete the stack'],
  }),
  session(8, '2027-04-11T07:00:00Z', {
    activity: 'capstone',
    kind: 'project',
    part: [2, 2],
    title: 'Capstone: fraud detection',
    label: 'Write-up',
    minutes: 30,
    domain: 'd2',
    tasks: ['2.1'],
    after: [7],
  }),
  session(9, '2027-04-17T07:00:00Z', {
    kind: 'practice-exam',
    title: 'Practice exam 1',
    minutes: 130,
    tasks: ['1.1', '1.2', '2.1'],
    costUsd: 29,
  }),
  session(10, '2027-04-18T07:00:00Z', {
    kind: 'exam-review',
    title: 'Review of: Practice exam 1',
    minutes: 50,
    after: [9],
    reasons: ['40 % of the 130 minutes of its exam'],
  }),
];

const changesIn = (timeZone: string): ZoneChange[] =>
  zoneChanges(zoneClock(timeZone), dayNumber('2027-01-01'), dayNumber('2027-12-31'));

const NO_SKILL = { level: 1, source: 'assumed' } as const;

export const smallPlan: Plan = {
  name: 'evenings',
  revision: 3,
  createdAt: '2027-03-20T10:00:00Z',
  updatedAt: '2027-03-20T10:00:00Z',
  certification: CURRICULUM,
  learner: {
    skills: Object.fromEntries(SKILLS.map((skill) => [skill, NO_SKILL])) as LearnerSkills,
    knownTasks: [],
    scoredDomains: {},
    depth: 'standard',
    timeZone: 'Europe/Berlin',
    minutesPerWeek: 480,
    windows: [],
    windowsChosen: true,
    sessionMinutes: 90,
    daysOff: [],
  },
  zoneChanges: changesIn('Europe/Berlin'),
  exam: { date: '2027-04-24', minute: 9 * 60, source: 'given' },
  sessions: SESSIONS,
  milestones: [
    { kind: 'book-by', date: '2027-04-03', title: 'Book CAI-C01' },
    { kind: 'id-check', date: '2027-04-21', title: 'Check your ID, and the way' },
    { kind: 'exam', date: '2027-04-24', title: 'Exam CAI-C01 at 09:00' },
    { kind: 'retake', date: '2027-05-08', title: 'First day of a second try' },
  ],
  warnings: [{ code: 'made-up', message: 'Numbers in this plan are made up.' }],
  waived: [],
  cuts: [],
  feasibility: {
    verdict: 'fits',
    neededMinutes: 710,
    availableMinutes: 1000,
    cushionMinutes: 290,
    remedies: [],
  },
  madeForYou: {
    weakerFoundationsMinutes: 0,
    paceMinutes: 0,
    waivedMinutes: 0,
    bridges: [],
    notGiven: [],
  },
  basis: { start: '2027-03-23', busy: [], allowBeta: false, cut: [], uidBase: 'small' },
};

/** The plan with other sessions, in another zone. */
export const planWith = (sessions: readonly Session[], timeZone = 'Europe/Berlin'): Plan => ({
  ...smallPlan,
  sessions,
  learner: { ...smallPlan.learner, timeZone },
  zoneChanges: changesIn(timeZone),
});

/** The plan with one session of this title (and link). */
export const planTitled = (title: string, url: string | null = null): Plan =>
  planWith([session(1, '2027-04-05T17:00:00Z', { title, url })]);
