/** From one exam version to the next: what is said, what changed, what finished work counts. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type ErrorDocument, HOOK_MILLISECONDS, parseJson, Sandbox } from './run.ts';
import { BERLIN, NO_FILES, planOf, STRONG, WORKING } from './sample.ts';

const place = new Sandbox();
const AT = (now: string) => ({ env: { CERTPLAN_NOW: now } });

const OLD = [
  ...['plan', 'azure-ai-102', ...WORKING, ...BERLIN, '--hours', '10', '--name', 'old'],
  ...['--when', 'mon,wed 18:00-20:30; sat 09:00-14:00', '--session', '100', ...NO_FILES],
];
const DONE_DAY = '2027-01-10T12:00:00Z';

interface Shared {
  readonly activity: string;
  readonly minutes: number;
  readonly reason: string;
}
interface Drift {
  readonly tasks: Record<'kept' | 'added' | 'dropped', readonly unknown[]>;
  readonly shared: readonly { readonly before: string }[];
  readonly work: {
    readonly plan: string;
    readonly done: { readonly sessions: number };
    readonly counts: { readonly sessions: number; readonly minutes: number };
  } | null;
}

beforeAll(async () => {
  await place.ok([
    ...['plan', 'azure-ai-103', ...STRONG, ...BERLIN],
    '--name',
    'other',
    ...NO_FILES,
  ]);
  await place.ok(OLD);
  await place.ok(
    ['done', ...Array.from({ length: 40 }, (_, index) => String(index + 1))],
    AT(DONE_DAY),
  );
}, HOOK_MILLISECONDS);

const driftOf = async (...more: string[]): Promise<Drift> => {
  const line = ['curriculum', 'drift', 'azure-ai-102', 'azure-ai-103', '--json', ...more];
  return parseJson<Drift>((await place.ok(line)).stdout);
};

describe('a plan whose exam has ended', () => {
  test('says so in status, whenever it is asked, with what to type', async () => {
    const { stdout } = await place.ok(['status', '--plan', 'old'], AT(DONE_DAY));
    const text = stdout.replaceAll(/\s+/g, ' ');
    expect(text).toContain('AI-102 has ended, 2026-06-30 was its last exam day; AI-103 follows it');
    expect(text).toContain('certplan curriculum drift azure-ai-102 azure-ai-103 --plan old');
    expect(text).toContain('certplan plan azure-ai-103 --from old');
    const json = await place.ok(['status', '--plan', 'old', '--json'], AT(DONE_DAY));
    expect(parseJson<{ life: unknown[] }>(json.stdout).life).toMatchObject([
      { code: 'retired', certification: 'azure-ai-102', successor: 'azure-ai-103' },
    ]);
  });

  test('says so in today on one day of the week, and writes nothing to know it', async () => {
    const before = place.snapshot();
    const week = ['11', '12', '13', '14', '15', '16', '17'];
    const told = await Promise.all(
      week.map(async (day) => {
        const line = ['today', '--plan', 'old'];
        const { stdout } = await place.ok(line, AT(`2027-01-${day}T08:00:00Z`));
        return stdout.includes('AI-102 has ended');
      }),
    );
    expect(told.filter(Boolean)).toHaveLength(1);
    expect(place.snapshot()).toEqual(before);
  });

  test('whose exam lives on, nothing is said', async () => {
    const { stdout } = await place.ok(['status', '--plan', 'other', '--json'], AT(DONE_DAY));
    expect(parseJson<{ life: unknown[] }>(stdout).life).toEqual([]);
  });
});

describe('drift', () => {
  test('says what changed and what finished work counts', async () => {
    const { stdout } = await place.ok(['curriculum', 'drift', 'azure-ai-102', 'azure-ai-103']);
    expect(stdout).toMatch(/^AI-102 → AI-103/);
    expect(stdout).toMatch(/new +1\.2 Set up AI solutions in Foundry/);
    expect(stdout).toMatch(/gone +6\.1 Implement an Azure AI Search solution/);
    expect(stdout).toContain('your work in plan old');
    const { work, shared } = await driftOf();
    expect(work?.plan).toBe('old');
    expect(work?.done.sessions).toBe(40);
    expect(work?.counts.sessions).toBeGreaterThan(0);
    expect(shared.length).toBeGreaterThan(20);
  });

  test('without a plan of the old certification compares only', async () => {
    const elsewhere = { env: { CERTPLAN_HOME: `${place.root}/nothing` } };
    const line = ['curriculum', 'drift', 'aws-mls-c01', 'aws-mla-c02', '--json'];
    expect(parseJson<Drift>((await place.ok(line, elsewhere)).stdout).work).toBeNull();
    expect(parseJson<Drift>((await place.ok(line)).stdout).work).toBeNull();
  });

  test('reads files, and finds no drift of a file from its own id', async () => {
    const file = new URL('../../curricula/azure-ai-103.yaml', import.meta.url).pathname;
    const line = ['curriculum', 'drift', 'azure-ai-103', file, '--json'];
    const { tasks } = parseJson<Drift>((await place.ok(line)).stdout);
    expect([tasks.added, tasks.dropped]).toEqual([[], []]);
  });

  test.each([
    [['azure-ai-102', 'azure-ai-999'], 4, 'unknown-certification'],
    [['azure-ai-102', 'nothing.yaml'], 2, 'cannot-read'],
    [['azure-ai-102', 'azure-ai-103', '--plan', 'other'], 2, 'other-certification'],
    [['azure-ai-102', 'azure-ai-103', '--plan', 'nobody'], 4, 'no-plan'],
  ])('%j: exit %i', async (args, exit, code) => {
    const { code: got, stdout } = await place.run(['curriculum', 'drift', ...args, '--json']);
    expect(got).toBe(exit);
    expect(parseJson<ErrorDocument>(stdout).error.code).toBe(code);
  });

  test.each([40, 80])('fits %i columns', async (width) => {
    const line = ['curriculum', 'drift', 'azure-ai-102', 'azure-ai-103'];
    const { stdout } = await place.ok(line, { env: { COLUMNS: String(width) } });
    expect(stdout.split('\n').filter((text) => text.length > width)).toEqual([]);
  });
});

describe('plan --from', () => {
  const NEXT = ['plan', 'azure-ai-103', '--from', 'old', '--dry-run'];

  test('does not plan again what is done, and says so', async () => {
    const { stdout, stderr } = await place.ok([...NEXT, '--json'], AT(DONE_DAY));
    const plan = planOf(stdout);
    const { shared } = parseJson<{ shared: Shared[] }>(stdout);
    const planned = new Set(plan.sessions.map(({ activity }) => activity));
    expect(shared.length).toBeGreaterThan(0);
    for (const { activity, reason } of shared) {
      expect(planned.has(activity)).toBe(false);
      expect(reason).toMatch(/^shared: done in old, 2027-01-\d\d$/);
    }
    expect(stderr).toContain('are those of plan old');
    const human = await place.ok(NEXT, AT(DONE_DAY));
    expect(human.stdout).toMatch(new RegExp(`carried over from old: ${shared.length} items?`));
  });

  test('goes on with learner, hours, windows and sittings of the old plan', async () => {
    const { stdout } = await place.ok([...NEXT, '--json'], AT(DONE_DAY));
    const { learner } = parseJson<{ learner: Record<string, unknown> }>(stdout);
    expect(learner).toMatchObject({
      hoursPerWeek: 10,
      sessionMinutes: 100,
      windows: [
        { days: ['mon', 'wed'], from: '18:00', to: '20:30' },
        { days: ['sat'], from: '09:00', to: '14:00' },
      ],
      skills: { python: { level: 3, source: 'given' } },
    });
  });

  test('what is given holds', async () => {
    const given = ['--skill', 'python=2', '--hours', '6', '--when', 'sat,sun 08:00-13:00'];
    const { stdout } = await place.ok([...NEXT, ...given, '--json'], AT(DONE_DAY));
    const { learner } = parseJson<{ learner: Record<string, unknown> }>(stdout);
    expect(learner).toMatchObject({ hoursPerWeek: 6, skills: { python: { level: 2 } } });
  });

  test('a plan made with it keeps what it shares through undo and re-plan', async () => {
    const line = ['plan', 'azure-ai-103', '--from', 'old', '--name', 'next', ...NO_FILES, '--json'];
    const made = await place.ok(line, AT(DONE_DAY));
    const ids = parseJson<{ shared: Shared[] }>(made.stdout).shared.map(({ activity }) => activity);
    await place.ok(['replan', '--yes', '--plan', 'next'], AT('2027-01-25T12:00:00Z'));
    const { stdout } = await place.ok(
      ['show', '--plan', 'next', '--json'],
      AT('2027-01-25T12:00:00Z'),
    );
    const planned = new Set(planOf(stdout).sessions.map(({ activity }) => activity));
    expect(ids.filter((id) => planned.has(id))).toEqual([]);
  });

  test('of a plan that does not exist: exit 4, and nothing is written', async () => {
    const before = place.snapshot();
    const { code, stdout } = await place.run(['plan', 'azure-ai-103', '--from', 'odl', '--json']);
    expect(code).toBe(4);
    expect(parseJson<ErrorDocument>(stdout).error.message).toContain('old');
    expect(place.snapshot()).toEqual(before);
  });
});

test('costs stand in the plan: the fee, a month once, and what is not known', async () => {
  const line = ['plan', 'aws-mla-c02', ...STRONG, ...BERLIN, '--hours', '20', '--dry-run'];
  const { stdout } = await place.ok([...line, '--json']);
  const { costs } = parseJson<{
    costs: {
      examUsd: number;
      knownUsd: number;
      subscriptions: { usd: number; items: string[] }[];
      unpriced: unknown[];
    };
  }>(stdout);
  expect(costs.examUsd).toBe(150);
  expect(costs.subscriptions.map(({ usd, items }) => [usd, items.length])).toEqual([[29, 2]]);
  expect(costs.unpriced.length).toBeGreaterThan(0);
  const human = await place.ok(line);
  expect(human.stdout.replaceAll(/\s+/g, ' ')).toMatch(
    /costs about \d+ USD: exam 150, AWS Skill Builder one month 29.* bill by use: not known/,
  );
});

test('a plan for two exams: each sits at its own costs', async () => {
  const line = ['plan', 'azure-ai-901', 'azure-ai-103', ...STRONG, ...BERLIN, '--hours', '15'];
  const { stdout } = await place.ok([...line, '--dry-run', '--json']);
  const { costs, exams } = parseJson<{
    costs: { examUsd: number; knownUsd: number };
    exams: { costs: { examUsd: number; knownUsd: number } }[];
  }>(stdout);
  expect(exams.map((exam) => exam.costs.examUsd)).toEqual([99, 165]);
  expect(costs.examUsd).toBe(264);
  expect(costs.knownUsd).toBe(exams.reduce((sum, exam) => sum + exam.costs.knownUsd, 0));
});
