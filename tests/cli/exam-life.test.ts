/** Certifications and the life of their exams: beta, current, retired. */
import { expect, test } from 'vitest';
import { type ErrorDocument, parseJson, Sandbox } from './run.ts';
import { BERLIN, expectSound, planOf, quickPlan, STRONG } from './sample.ts';

const place = new Sandbox();

interface Entry {
  readonly id: string;
  readonly status: string;
  readonly successors: readonly string[];
}

const statusAt = async (now: string): Promise<Record<string, string>> => {
  const { stdout } = await place.ok(['certs', '--json'], { env: { CERTPLAN_NOW: now } });
  const { certifications } = parseJson<{ certifications: Entry[] }>(stdout);
  return Object.fromEntries(certifications.map(({ id, status }) => [id, status]));
};

test.concurrent('certs lists each certification with where it stands', async () => {
  const { stdout } = await place.ok(['certs']);
  expect(stdout).toMatch(/^aws-mls-c01 .*retired .*2026-03-31 .*aws-mla-c02/m);
  expect(stdout).toMatch(/^aws-mla-c02 .*beta .*2027-01-14/m);
  expect(stdout).toMatch(/^azure-ai-102 .*retired .*2026-06-30 .*azure-ai-103/m);
  expect(stdout).toMatch(/^azure-ai-103 .*current/m);
});

test.concurrent('where it stands depends on the day', async () => {
  const before = await statusAt('2026-03-31T12:00:00Z');
  const after = await statusAt('2026-04-01T12:00:00Z');
  const available = await statusAt('2027-01-14T12:00:00Z');
  expect([before['aws-mls-c01'], after['aws-mls-c01']]).toEqual(['retiring', 'retired']);
  expect(available['aws-mla-c02']).toBe('active');
});

test.concurrent('certs aws-mls-c01 names its last exam day and its successors', async () => {
  const { stdout } = await place.ok(['certs', 'aws-mls-c01']);
  expect(stdout).toContain('last exam day was 2026-03-31');
  expect(stdout).toMatch(/successors +aws-mla-c02/);
  const document = parseJson<{ status: string; successors: string[]; domains: unknown[] }>(
    (await place.ok(['certs', 'aws-mls-c01', '--json'])).stdout,
  );
  expect(document.status).toBe('retired');
  expect(document.successors).toContain('aws-mla-c02');
  expect(document.domains.length).toBeGreaterThan(0);
});

test.concurrent('certs aws-mla-c02 says from when it is generally available', async () => {
  const { stdout } = await place.ok(['certs', 'aws-mla-c02']);
  expect(stdout).toMatch(/status +beta/);
  expect(stdout).toContain('2027-01-14');
});

test.concurrent.each([
  ['2026-09-28', 'retiring', 'announced'],
  ['2026-09-29', 'retired', 'beta'],
  ['2027-01-13', 'retired', 'beta'],
  ['2027-01-14', 'retired', 'current'],
])('on %s MLA-C01 is %s and MLA-C02 is %s, side by side', async (day, before, after) => {
  const env = { CERTPLAN_NOW: `${day}T12:00:00Z` };
  const { stdout } = await place.ok(['certs'], { env });
  expect(stdout).toMatch(new RegExp(`^\\(earlier\\) +MLA-C01 +${before} .*2026-09-28`, 'm'));
  expect(stdout).toMatch(new RegExp(`^aws-mla-c02 +MLA-C02 +${after} .*2027-01-14`, 'm'));
  const { stdout: full } = await place.ok(['certs', 'aws-mla-c02'], { env });
  expect(full).toMatch(new RegExp(`MLA-C01: ${before}`));
});

test.concurrent('certs names the price of the day: the beta is cheaper', async () => {
  const priceOn = async (day: string): Promise<string | undefined> => {
    const { stdout } = await place.ok(['certs'], { env: { CERTPLAN_NOW: `${day}T12:00:00Z` } });
    return /^aws-mla-c02 .* (\d+)$/m.exec(stdout)?.[1];
  };
  expect(await priceOn('2027-01-13')).toBe('75');
  expect(await priceOn('2027-01-14')).toBe('150');
});

test.concurrent('certs ID has hours and costs of typical learners where there is no plan', async () => {
  const nowhere = { env: { CERTPLAN_HOME: `${place.root}/nowhere` } };
  const { stdout } = await place.ok(['certs', 'azure-ai-103', '--json'], nowhere);
  const { hours } = parseJson<{ hours: { who: string; minutes: number; weeks: number | null }[] }>(
    stdout,
  );
  expect(hours).toHaveLength(3);
  const minutes = hours.map((one) => one.minutes);
  expect([...minutes].sort((a, b) => a - b)).toEqual(minutes);
});

test.concurrent('certs ID has the hours of the learner in use, and says whose they are', async () => {
  const own = { env: { CERTPLAN_HOME: `${place.root}/own` } };
  await place.ok(quickPlan('mine', '--no-ics', '--no-pdf', '--no-checklist'), own);
  const { stdout } = await place.ok(['certs', 'azure-ai-103'], own);
  expect(stdout).toMatch(/hours +\d+ h for you, as plan "mine" knows you, about \d+ weeks/);
  expect(stdout).toMatch(/costs .*exam 165/);
  expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(/renewal .*6 months before expiry/);
});

test.concurrent.each([40, 80, 120])(
  'certs fits %i columns, whole and one by one',
  async (width) => {
    const env = { COLUMNS: String(width) };
    for (const line of [['certs'], ['certs', 'aws-mla-c02'], ['certs', 'azure-ai-102']]) {
      const { stdout } = await place.ok(line, { env });
      expect(stdout.split('\n').filter((text) => text.length > width)).toEqual([]);
    }
  },
);

const IN_BETA = [
  ...['plan', 'aws-mla-c02', ...STRONG, ...BERLIN, '--hours', '30', '--exam', '2026-12-20'],
  ...['--dry-run', '--json'],
];

test.concurrent('no exam day before general availability', async () => {
  const { code, stdout, stderr } = await place.run(IN_BETA);
  expect(code).toBe(3);
  expect(stderr).toContain('2026-12-20');
  expect(stderr).toContain('2027-01-14');
  expect(stderr).toContain('--beta');
  expect(parseJson<ErrorDocument>(stdout).error.code).toBe('exam-before-life');
});

test.concurrent('with --beta that day is taken, and the plan says what it is', async () => {
  const { stdout, stderr } = await place.ok([...IN_BETA, '--beta']);
  const plan = planOf(stdout);
  expect(plan.exam).toEqual({ at: '2026-12-20', source: 'given' });
  expect(plan.warnings.filter(({ code }) => code === 'beta')).toHaveLength(1);
  expect(stderr).toMatch(/in beta on your exam day/);
  expectSound(plan, { examGiven: '2026-12-20', beta: true });
});

test.concurrent('a suggested day is not in the beta', async () => {
  const line = [
    'plan',
    'aws-mla-c02',
    ...STRONG,
    ...BERLIN,
    '--hours',
    '30',
    '--dry-run',
    '--json',
  ];
  const plan = planOf((await place.ok(line)).stdout);
  expect(plan.exam?.source).toBe('suggested');
  expect(plan.exam && plan.exam.at >= '2027-01-14').toBe(true);
  expectSound(plan, { examGiven: null });
});

test.concurrent('a plan for a retired exam has no exam day and exactly one warning about it', async () => {
  const { stdout, stderr } = await place.ok(quickPlan('old', '--dry-run', '--json'));
  const plan = planOf(stdout);
  expect(plan.exam).toBeNull();
  expect(plan.feasibility).toMatchObject({
    verdict: 'fits',
    availableMinutes: null,
    cushionMinutes: null,
  });
  expect(plan.warnings.filter(({ code }) => code === 'retired')).toHaveLength(1);
  expect(stderr.match(/retired/g)).toHaveLength(1);
  expect(stderr).toContain('azure-ai-103');
  expect(plan.milestones.filter(({ kind }) => kind === 'exam')).toEqual([]);
  expectSound(plan, { examGiven: null });
});

test.concurrent.each([
  ['aws-mls-c01', '2027-01-20', '2026-03-31', 'aws-mla-c02'],
  ['aws-mls-c01', '2026-03-01', '2026-03-31', 'aws-mla-c02'],
  ['azure-ai-102', '2026-12-20', '2026-06-30', 'azure-ai-103'],
])('%s --exam %s: exit 3, and why', async (id, exam, last, successor) => {
  const before = place.snapshot();
  const { code, stderr } = await place.run(['plan', id, '--exam', exam]);
  expect(code).toBe(3);
  expect(stderr).toContain(`--exam ${exam}`);
  expect(stderr).toContain(last);
  expect(stderr).toContain(successor);
  expect(place.snapshot()).toEqual(before);
});

test.concurrent('an exam that is retiring can be sat on its last day, not after', async () => {
  const line = [
    'plan',
    'aws-mls-c01',
    ...STRONG,
    ...BERLIN,
    '--hours',
    '20',
    '--dry-run',
    '--json',
  ];
  const env = { CERTPLAN_NOW: '2025-12-01T12:00:00Z' };
  const [last, after] = await Promise.all([
    place.ok([...line, '--exam', '2026-03-31'], { env }),
    place.run([...line, '--exam', '2026-04-01'], { env }),
  ]);
  expect(planOf(last.stdout).exam?.at).toBe('2026-03-31');
  expect(after.code).toBe(3);
  expect(after.stderr).toContain('the last exam day of MLS-C01 is 2026-03-31');
});
