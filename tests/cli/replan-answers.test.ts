/** `certplan replan` and `adjust`: what they say is what they do, and what other commands say. */
import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { HOOK_MILLISECONDS, type Outcome, parseJson, Sandbox } from './run.ts';
import { BERLIN, NO_FILES, planOf, quickPlan, STRONG, WORKING } from './sample.ts';

interface DiffJson {
  readonly moved: readonly { readonly number: number; readonly to: string }[];
  readonly added: readonly { readonly number: number; readonly reason: string }[];
  readonly dropped: readonly { readonly number: number }[];
  readonly changed: readonly { readonly number: number }[];
  readonly cushionMinutes: { readonly from: number | null; readonly to: number | null };
}

const place = new Sandbox();
const journals = new Map<string, string>();

beforeAll(async () => {
  await place.ok(quickPlan('retired', ...NO_FILES));
  const strong = [...STRONG, ...BERLIN, ...NO_FILES, '--hours', '8'];
  await place.ok(['plan', 'azure-ai-103', ...strong, '--exam', '2027-03-15', '--name', 'given']);
  for (const name of ['retired', 'given']) {
    journals.set(name, readFileSync(place.journal(name), 'utf8'));
  }
}, HOOK_MILLISECONDS);

/** Every test begins with the plans as they were made. */
beforeEach(() => {
  for (const [name, journal] of journals) writeFileSync(place.journal(name), journal);
});

const ok = (plan: string, args: readonly string[], now: string): Promise<Outcome> =>
  place.ok([...args, '--plan', plan], { env: { CERTPLAN_NOW: now } });
const diffOf = async (plan: string, args: readonly string[], now: string): Promise<DiffJson> =>
  parseJson<DiffJson>((await ok(plan, [...args, '--json'], now)).stdout);
const shown = async (plan: string, now: string) =>
  planOf((await ok(plan, ['show', '--json'], now)).stdout);

describe('the cushion', () => {
  const cushions = async (now: string): Promise<(number | null)[]> => {
    const status = parseJson<{ cushionMinutes: number | null }>(
      (await ok('given', ['status', '--json'], now)).stdout,
    );
    const { feasibility } = await shown('given', now);
    const exported = planOf((await ok('given', ['export', 'json'], now)).stdout);
    return [status.cushionMinutes, feasibility.cushionMinutes, exported.feasibility.cushionMinutes];
  };

  test('is the same in status, show, export and both ends of a re-plan', async () => {
    const now = '2026-12-09T12:00:00Z';
    await ok('given', ['done', '1-4', '20', '--minutes', '60'], now);
    await ok('given', ['skip', '21'], now);
    await ok('given', ['start', '22'], now);
    await ok('given', ['stop', '--not-done'], '2026-12-09T12:20:00Z');
    const later = '2026-12-09T12:20:00Z';
    const [before, ...others] = await cushions(later);
    expect(others).toEqual([before, before]);
    const { cushionMinutes } = await diffOf('given', ['replan', '--yes'], later);
    expect(cushionMinutes.from).toBe(before);
    expect(await cushions(later)).toEqual([
      cushionMinutes.to,
      cushionMinutes.to,
      cushionMinutes.to,
    ]);
  });

  test('below zero it does not fit, whatever was said when the plan was made', async () => {
    const { feasibility } = await shown('given', '2027-03-01T12:00:00Z');
    expect(feasibility.cushionMinutes).toBeLessThan(0);
    expect(feasibility.verdict).toBe('does-not-fit');
    const { cushionMinutes, availableMinutes, neededMinutes } = feasibility;
    expect(cushionMinutes).toBe((availableMinutes ?? 0) - neededMinutes);
  });
});

test('what goes ahead of the missed exam guide does not name it as what it waits for', async () => {
  const now = '2026-11-27T12:00:00Z';
  await ok('retired', ['done', '2-4'], now);
  const diff = await diffOf('retired', ['replan', '--yes'], now);
  const plan = await shown('retired', now);
  const ends = new Map(plan.sessions.map(({ number, end }) => [number, Date.parse(end)]));
  const guide = plan.sessions.find(({ number }) => number === 1);
  const ahead = plan.sessions.filter(
    ({ start, status }) =>
      status === 'planned' && Date.parse(start) < Date.parse(guide?.start ?? ''),
  );
  expect(ahead.length).toBeGreaterThan(0);
  for (const { start, builds, status } of plan.sessions) {
    if (status !== 'planned') continue;
    for (const number of builds.after) {
      expect(ends.get(number)).toBeLessThanOrEqual(Date.parse(start));
    }
  }
  // Its minutes are as they were: nothing of that is news.
  expect(diff.changed).toEqual([]);
});

test('before the first day of the plan nothing is placed', async () => {
  const now = '2026-11-25T12:00:00Z';
  await ok('given', ['adjust', '--off', '2026-11-26', '--yes'], now);
  expect((await shown('given', now)).start).toBe('2026-11-28');
});

test('a review that was added for what felt hard is not added by every re-plan', async () => {
  const skills = [...WORKING, ...NO_FILES, '--timezone', 'Asia/Kolkata', '--hours', '5'];
  const wishes = ['--depth', 'essential', '--exam', '2027-06-01T10:00', '--name', 'felt'];
  await place.ok(['plan', 'azure-ai-103', ...skills, ...wishes]);
  const now = '2026-12-10T12:00:00Z';
  await ok('felt', ['done', '1-10', '--felt', 'again'], now);
  const first = await diffOf('felt', ['replan', '--yes'], now);
  expect(first.added.map(({ reason }) => reason)).toContainEqual(
    expect.stringMatching(/felt not understood/),
  );
  const again = await diffOf('felt', ['replan', '--dry-run'], now);
  expect([again.added, again.moved, again.dropped]).toEqual([[], [], []]);
});

test('what felt bad is answered by so many reviews at most, also by a second re-plan', async () => {
  const now = '2026-12-10T12:00:00Z';
  await ok('given', ['done', '1-40', '--felt', 'again'], now);
  expect((await diffOf('given', ['replan', '--yes'], now)).added).toHaveLength(8);
  expect((await diffOf('given', ['replan', '--yes'], now)).added).toEqual([]);
});

test('what a better skill waives is called a check in its session, too', async () => {
  const now = '2026-11-25T12:00:00Z';
  const skills = [...WORKING, ...BERLIN, ...NO_FILES, '--hours', '20', '--name', 'better'];
  await place.ok(['plan', 'azure-ai-103', ...skills]);
  await ok('better', ['adjust', '--skill', 'ml=4', '--yes'], now);
  const { waived, sessions } = await shown('better', now);
  expect(waived.map(({ activity }) => activity)).toContain('doc-rag-concept');
  for (const { activity } of waived) {
    const reasons = sessions.filter((it) => it.activity === activity).map((it) => it.reasons[0]);
    expect([activity, reasons]).toEqual([activity, [expect.stringMatching(/^waived: /)]]);
  }
});

test('a pin that leaves what it waits for no room is named, with a place that does', async () => {
  const now = '2026-11-25T12:00:00Z';
  const { sessions } = await shown('given', now);
  const review = sessions.findLast(({ kind }) => kind === 'exam-review');
  const number = String(review?.number);
  await ok('given', ['move', number, '2026-11-26T19:00'], now);
  const { code, stderr } = await place.run(['replan', '--plan', 'given'], {
    env: { CERTPLAN_NOW: now },
  });
  expect(code).toBe(3);
  expect(stderr).toContain('no order of the sessions there that keeps all the rules');
  const [, when] = new RegExp(`certplan move ${number} (\\S+)`).exec(stderr) ?? [];
  await ok('given', ['move', number, when ?? ''], now);
  await ok('given', ['replan', '--dry-run'], now);
});

describe('one answer', () => {
  const now = '2026-11-28T20:00:00Z';

  test('--json without --yes: one document, the error, with the changes in it; exit 2', async () => {
    const before = readFileSync(place.journal('given'), 'utf8');
    const { code, stdout, stderr } = await place.run(['replan', '--json', '--plan', 'given'], {
      env: { CERTPLAN_NOW: now },
    });
    expect(code).toBe(2);
    const { error } = parseJson<{ error: { code: string; diff: DiffJson } }>(stdout);
    expect(error.code).toBe('not-confirmed');
    expect(error.diff).toEqual(await diffOf('given', ['replan', '--dry-run'], now));
    expect(stderr).toContain('--yes');
    expect(readFileSync(place.journal('given'), 'utf8')).toBe(before);
  });

  test('an exam day in another year is told with its year', async () => {
    const args = ['adjust', '--exam', '2031-12-20', '--dry-run'];
    expect((await ok('given', args, now)).stdout).toContain(
      'exam Mon 15 Mar 2027 → Sat 20 Dec 2031',
    );
  });

  test('the list of moves is set in below its heading, at every width', async () => {
    for (const COLUMNS of ['40', '80', '200']) {
      const { stdout } = await place.ok(['replan', '--dry-run', '--plan', 'given'], {
        env: { CERTPLAN_NOW: now, COLUMNS },
      });
      expect(stdout).toMatch(/^ +1 {2}docs /m);
      expect(stdout).not.toMatch(/^\d+ {2}(docs|lab|course|bridge) /m);
    }
  });
});
