/** A plan that does not fit: four remedies, each true; what `--cut` leaves out; `--what-if`. */
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type ErrorDocument,
  type FeasibilityDocument,
  HOOK_MILLISECONDS,
  type Outcome,
  parseJson,
  type RemedyDocument,
  Sandbox,
} from './run.ts';
import { BERLIN, expectSound, planOf, WORKING } from './sample.ts';

interface Wish {
  readonly exam: string;
  readonly hours?: number;
  readonly when?: string;
}

const place = new Sandbox();

const lineFor = ({ exam, hours, when }: Wish, ...more: string[]): string[] => [
  ...['plan', 'azure-ai-103', ...WORKING, ...BERLIN, '--exam', exam],
  ...(hours === undefined ? [] : ['--hours', String(hours)]),
  ...(when === undefined ? [] : ['--when', when]),
  ...more,
];

const dayBefore = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

const codeOf = async (line: readonly string[]): Promise<number | null> =>
  (await place.run([...line, '--dry-run'])).code;

function remedy<K extends RemedyDocument['kind']>(
  feasibility: FeasibilityDocument,
  kind: K,
): Extract<RemedyDocument, { kind: K }> {
  const found = feasibility.remedies.find(
    (candidate): candidate is Extract<RemedyDocument, { kind: K }> => candidate.kind === kind,
  );
  if (!found) throw new Error(`no remedy ${kind}`);
  return found;
}

const WISHES: readonly [string, Wish][] = [
  ['all four remedies exist', { exam: '2026-12-28', hours: 8 }],
  ['less depth would not do', { exam: '2026-12-20', hours: 8 }],
  ['windows are fixed', { exam: '2026-12-24', when: 'mon,wed 19:00-21:00; sat 09:00-12:30' }],
  ['nothing short of a later day would do', { exam: '2026-12-04', hours: 2 }],
];

describe.concurrent.each(WISHES)('%s', (_, wish) => {
  let refused: Outcome;
  let feasibility: FeasibilityDocument;
  let before: Record<string, string>;
  beforeAll(async () => {
    before = place.snapshot();
    refused = await place.run(lineFor(wish, '--json'));
    const found = parseJson<ErrorDocument>(refused.stdout).error.feasibility;
    if (!found) throw new Error(refused.stdout);
    feasibility = found;
  }, HOOK_MILLISECONDS);

  test('exit 3, numbers in the message, nothing written', () => {
    expect(refused.code).toBe(3);
    expect(refused.stderr).toMatch(
      /^certplan: does not fit: .*\d+ h.* are needed by .*your windows offer /,
    );
    expect(refused.stderr).toContain('Nothing was written.');
    expect(place.snapshot()).toEqual(before);
  });

  test('the document holds the verdict and four remedies, in order', () => {
    expect(feasibility.verdict).toBe('does-not-fit');
    expect(feasibility.cushionMinutes).toBe(
      feasibility.availableMinutes - feasibility.neededMinutes,
    );
    expect(feasibility.remedies.map(({ kind }) => kind)).toEqual(['hours', 'exam', 'depth', 'cut']);
  });

  test('the hours are the least that do, in halves', async () => {
    const { value } = remedy(feasibility, 'hours');
    if (value === null) {
      expect(await codeOf(lineFor({ ...wish, hours: 60 }))).toBe(3);
      return;
    }
    expect(refused.stderr).toContain(`--hours ${value}`);
    expect(value % 0.5).toBe(0);
    expect(await codeOf(lineFor({ ...wish, hours: value }))).toBe(0);
    expect(await codeOf(lineFor({ ...wish, hours: value - 0.5 }))).toBe(3);
  });

  test('the exam day is the earliest that does', async () => {
    const { value } = remedy(feasibility, 'exam');
    if (value === null) throw new Error('a later day always does here');
    expect(refused.stderr).toContain(`--exam ${value}`);
    expect(await codeOf(lineFor({ ...wish, exam: value }))).toBe(0);
    expect(await codeOf(lineFor({ ...wish, exam: dayBefore(value) }))).toBe(3);
  });

  test('less depth does, or does not, as said', async () => {
    const { value } = remedy(feasibility, 'depth');
    const code = await codeOf(lineFor(wish, '--depth', 'essential'));
    expect(code).toBe(value === null ? 3 : 0);
    expect(refused.stderr.includes('--depth essential')).toBe(value !== null);
  });

  test('--cut leaves out what was said, or cannot', async () => {
    const { activities, minutesSaved, weightLost } = remedy(feasibility, 'cut');
    const { code, stdout } = await place.run(lineFor(wish, '--cut', '--dry-run', '--json'));
    if (activities === null) {
      expect(code).toBe(3);
      return;
    }
    expect(code).toBe(0);
    const plan = planOf(stdout);
    expect(plan.cuts.map(({ activity }) => activity).sort()).toEqual([...activities].sort());
    expect(plan.cuts.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(minutesSaved);
    const lost = plan.cuts.reduce((sum, cut) => sum + cut.weightLost, 0);
    expect(Math.abs(lost - (weightLost ?? Number.NaN))).toBeLessThan(0.1);
    for (const { reason } of plan.cuts) expect(reason).not.toBe('');
    const planned = new Set(plan.sessions.map(({ activity }) => activity));
    for (const activity of activities) expect(planned).not.toContain(activity);
    expectSound(plan, { examGiven: wish.exam });
  });
});

test.concurrent('--cut lists the cuts for people', async () => {
  const wish = { exam: '2027-01-05', hours: 8 };
  const line = lineFor(wish, '--cut', '--dry-run');
  const [{ stdout }, json] = await Promise.all([place.ok(line), place.ok([...line, '--json'])]);
  const { cuts } = planOf(json.stdout);
  expect(stdout).toMatch(new RegExp(`left out: ${cuts.length} items, .* thinly covered`));
  for (const { title } of cuts) expect(stdout).toContain(title);
});

test.concurrent('--cut cuts nothing from a plan that fits', async () => {
  const { stdout } = await place.ok(
    lineFor({ exam: '2027-05-05', hours: 8 }, '--cut', '--dry-run', '--json'),
  );
  expect(planOf(stdout).cuts).toEqual([]);
});

describe.concurrent('--what-if', () => {
  interface Row {
    readonly hoursPerWeek: number;
    readonly present: boolean;
    readonly exam: string | null;
    readonly verdict: string;
    readonly neededMinutes: number;
    readonly cushionMinutes: number | null;
  }
  const line = ['plan', 'azure-ai-103', ...WORKING, ...BERLIN, '--hours', '8'];

  test('is a table around the present hours; nothing is stored or written', async () => {
    const before = place.snapshot();
    const { stdout } = await place.ok([...line, '--what-if']);
    expect(stdout).toMatch(/^hours a week +exam day +verdict/);
    for (const hours of ['4 h', '6 h', '8 h (now)', '10 h', '12 h']) {
      expect(stdout).toContain(`\n${hours} `);
    }
    expect(place.snapshot()).toEqual(before);
  });

  test('every row is what a plan at those hours would be', async () => {
    const { stdout } = await place.ok([...line, '--what-if', '--json']);
    const { rows } = parseJson<{ rows: Row[] }>(stdout);
    expect(rows.map(({ hoursPerWeek }) => hoursPerWeek)).toEqual([4, 6, 8, 10, 12]);
    expect(rows.filter(({ present }) => present)).toHaveLength(1);
    for (const row of rows) {
      const plan = planOf(
        (await place.ok([...line, '--hours', String(row.hoursPerWeek), '--dry-run', '--json']))
          .stdout,
      );
      expect({
        exam: plan.exam?.at,
        verdict: plan.feasibility.verdict,
        neededMinutes: plan.feasibility.neededMinutes,
        cushionMinutes: plan.feasibility.cushionMinutes,
      }).toEqual({
        exam: row.exam,
        verdict: row.verdict,
        neededMinutes: row.neededMinutes,
        cushionMinutes: row.cushionMinutes,
      });
    }
  });

  test('with an exam day it says at which hours that day holds', async () => {
    const { stdout } = await place.ok([...line, '--exam', '2026-12-28', '--what-if', '--json']);
    const { rows } = parseJson<{ rows: Row[] }>(stdout);
    for (const { hoursPerWeek, exam, verdict } of rows) {
      expect(exam).toBe('2026-12-28');
      const code = await codeOf(lineFor({ exam: '2026-12-28', hours: hoursPerWeek }));
      expect([hoursPerWeek, code]).toEqual([hoursPerWeek, verdict === 'does-not-fit' ? 3 : 0]);
    }
  });
});
