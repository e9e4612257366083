/** `replan` and `adjust`: shown first, written when agreed, and taken back by one undo. */
import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ErrorDocument, HOOK_MILLISECONDS, parseJson, Sandbox } from './run.ts';
import { BERLIN, NO_FILES, planOf, WORKING } from './sample.ts';

interface DiffJson {
  readonly schema: string;
  readonly moved: readonly {
    readonly number: number;
    readonly from: string;
    readonly to: string;
    readonly reason: string;
  }[];
  readonly added: readonly { readonly number: number; readonly start: string }[];
  readonly dropped: readonly { readonly number: number }[];
  readonly finish: { readonly from: string; readonly to: string };
  readonly exam: { readonly from: string | null; readonly to: string | null };
  readonly cushionMinutes: { readonly from: number | null; readonly to: number | null };
}

const place = new Sandbox();
let whole = '';

beforeAll(async () => {
  await place.ok([
    ...['plan', 'azure-ai-103', ...WORKING, '--hours', '7', ...BERLIN, '--exam', '2027-03-20'],
    ...['--name', 'mine', ...NO_FILES],
  ]);
  whole = readFileSync(place.journal('mine'), 'utf8');
}, HOOK_MILLISECONDS);

beforeEach(() => writeFileSync(place.journal('mine'), whole));

/** The second Monday of the plan, at noon. */
const MONDAY = '2026-12-07T11:00:00Z';
const at = (now: string) => ({ env: { CERTPLAN_NOW: now } });
const ok = (args: readonly string[], now = MONDAY) => place.ok(args, at(now));
const sessions = async (now = MONDAY) =>
  planOf((await ok(['show', '--json'], now)).stdout).sessions;
const diffOf = async (args: readonly string[], now = MONDAY): Promise<DiffJson> =>
  parseJson<DiffJson>((await ok([...args, '--json'], now)).stdout);

/** All of the plan until a moment but the last of it is done. */
async function allButTheLast(now = MONDAY): Promise<number> {
  const past = (await sessions(now)).filter(({ end }) => Date.parse(end) <= Date.parse(now));
  const last = past.at(-1)?.number ?? 0;
  const done = past.map(({ number }) => String(number)).filter((it) => it !== String(last));
  await ok(['done', ...done, '--on', 'yesterday'], now);
  return last;
}

describe('replan', () => {
  test('without --yes and without a terminal: the changes are shown, exit 2, nothing is written', async () => {
    const missed = await allButTheLast();
    const before = place.snapshot();
    const outcome = await place.run(['replan'], at(MONDAY));
    expect(outcome.code).toBe(2);
    expect(outcome.stdout).toMatch(new RegExp(`^ +${missed} .* → `, 'm'));
    expect(outcome.stdout).toMatch(/^ {2}finish .* · exam Sat 20 Mar stays · cushion /m);
    expect(outcome.stderr).toContain('--yes');
    expect(place.snapshot()).toEqual(before);
  });

  test('--dry-run shows the same and ends with 0; --yes does what was shown', async () => {
    const missed = await allButTheLast();
    const shown = await diffOf(['replan', '--dry-run']);
    expect(shown.schema).toBe('certplan.diff/1');
    expect(shown.moved.find(({ number }) => number === missed)?.reason).toBe('missed');
    const before = await sessions();
    expect(await diffOf(['replan', '--yes'])).toEqual(shown);
    const after = await sessions();
    for (const session of after) {
      const old = before.find(({ number }) => number === session.number);
      const move = shown.moved.find(({ number }) => number === session.number);
      expect([session.number, session.start]).toEqual([
        session.number,
        move?.to ?? old?.start ?? session.start,
      ]);
      if (session.status === 'planned') {
        expect(Date.parse(session.start)).toBeGreaterThanOrEqual(Date.parse(MONDAY));
      }
      if (old) expect(session.uid).toBe(old.uid);
    }
    expect((await diffOf(['replan', '--dry-run'])).moved).toEqual([]);
  });

  test('one undo takes it back, to the letter', async () => {
    await allButTheLast();
    const before = await sessions();
    await ok(['replan', '--yes']);
    expect(await sessions()).not.toEqual(before);
    await ok(['undo']);
    expect(await sessions()).toEqual(before);
  });

  test('with nothing to do: said, exit 0, nothing written', async () => {
    const before = place.snapshot();
    const { stdout } = await ok(['replan'], '2026-11-25T12:00:00Z');
    expect(stdout).toContain('nothing to change');
    expect(place.snapshot()).toEqual(before);
  });

  test('a session whose timer runs within its slot stays there', async () => {
    const [first] = await sessions('2026-11-25T12:00:00Z');
    const inside = new Date(Date.parse(first?.start ?? '') + 300_000).toISOString();
    await ok(['start', '1'], inside);
    expect((await diffOf(['replan', '--dry-run'], inside)).moved).toEqual([]);
    await ok(['stop', '--not-done'], inside);
    expect((await diffOf(['replan', '--dry-run'], inside)).moved.length).toBeGreaterThan(0);
  });

  test('what was pinned stays, and makes others go', async () => {
    const target = (await sessions()).find(
      ({ start, kind }) => start > '2026-12-12' && kind === 'docs',
    );
    const other = (await sessions()).find(
      ({ start, kind, number }) =>
        start > '2026-12-15' && kind === 'docs' && number !== target?.number,
    );
    await allButTheLast();
    const when = target?.start.slice(0, 16) ?? '';
    await ok(['move', String(other?.number), when]);
    const diff = await diffOf(['replan', '--yes']);
    expect(diff.moved.some(({ number }) => number === target?.number)).toBe(true);
    const after = (await sessions()).find(({ number }) => number === other?.number);
    expect(after).toMatchObject({ pinned: true });
    expect(after?.start.slice(0, 16)).toBe(when);
  });

  test('after weeks away the day and the content do not both hold: each way is offered with numbers', async () => {
    const late = '2027-02-15T12:00:00Z';
    const before = place.snapshot();
    const outcome = await place.run(['replan', '--yes', '--json'], at(late));
    expect(outcome.code).toBe(3);
    const { error } = parseJson<ErrorDocument>(outcome.stdout);
    expect(error.code).toBe('does-not-fit');
    const exam = error.feasibility?.remedies.find(({ kind }) => kind === 'exam');
    const cut = error.feasibility?.remedies.find(({ kind }) => kind === 'cut');
    expect(place.snapshot()).toEqual(before);
    if (exam?.kind !== 'exam' || cut?.kind !== 'cut') throw new Error('no remedies');
    expect(error.hint).toContain(`certplan adjust --exam ${exam.value}`);
    await ok(['adjust', '--exam', exam.value ?? '', '--yes'], late);
    const planned = (await sessions(late)).filter(({ status }) => status === 'planned');
    expect(planned.every(({ start }) => Date.parse(start) >= Date.parse(late))).toBe(true);
    expect(planned.length).toBeGreaterThan(20);
    if (cut.activities !== null) {
      await ok(['undo'], late);
      await ok(['adjust', '--cut', '--yes'], late);
      const left = await sessions(late);
      expect(left.some(({ activity }) => cut.activities?.includes(activity))).toBe(false);
    }
  }, 60_000);
});

describe('adjust', () => {
  test('days off: whoever stood there moves, and nobody else without need', async () => {
    await allButTheLast();
    const diff = await diffOf(['adjust', '--off', '2026-12-24..2026-12-31', '--yes']);
    const missed = diff.moved.filter(({ reason }) => reason === 'missed').length;
    const away = diff.moved.filter(({ from }) => from >= '2026-12-24' && from < '2027-01-01');
    expect(away.length).toBeGreaterThan(0);
    expect((await sessions()).some(({ start }) => start >= '2026-12-24' && start < '2027')).toBe(
      false,
    );
    expect(diff.moved.length).toBeLessThan(missed + away.length * 3 + 6);
  });

  test('more hours bring cushion and move nobody', async () => {
    await allButTheLast();
    await ok(['replan', '--yes']);
    const diff = await diffOf(['adjust', '--hours', '9', '--yes']);
    expect(diff.moved).toEqual([]);
    expect(diff.cushionMinutes.to ?? 0).toBeGreaterThan(diff.cushionMinutes.from ?? 0);
    expect((await ok(['history'])).stdout).toContain('--hours 9');
  });

  test('another exam day takes the last practice exam and the last reviews with it', async () => {
    const diff = await diffOf(
      ['adjust', '--exam', '2027-04-10T09:00', '--yes'],
      '2026-11-25T12:00:00Z',
    );
    expect(diff.exam).toEqual({ from: '2027-03-20', to: '2027-04-10T09:00' });
    const exams = (await sessions()).filter(({ kind }) => kind === 'practice-exam');
    const last = exams.at(-1)?.start.slice(0, 10) ?? '';
    expect(last >= '2027-03-31' && last <= '2027-04-07').toBe(true);
    expect(planOf((await ok(['show', '--json'])).stdout).exam?.at).toBe('2027-04-10T09:00');
  });

  test('a skill that is weaker than thought brings bridges before what needs them', async () => {
    await allButTheLast();
    const diff = await diffOf(['adjust', '--skill', 'python=2', '--yes']);
    expect(diff.added.length).toBeGreaterThan(0);
    expect(diff.added.every(({ start }) => Date.parse(start) >= Date.parse(MONDAY))).toBe(true);
  });

  test.each([
    [['adjust'], 2, 'nothing-to-adjust'],
    [['adjust', '--hours', '0'], 2, 'bad-command-line'],
    [['adjust', '--skill', 'pyton=2'], 2, 'unknown-skill'],
    [['adjust', '--exam', 'someday'], 2, 'bad-date'],
    [['adjust', '--exam', '2026-12-01', '--yes'], 3, 'exam-before-start'],
    [['adjust', '--when', 'mon 19:00-19:10', '--yes'], 3, 'no-usable-window'],
    [['adjust', '--busy', 'missing.ics', '--yes'], 2, 'cannot-read'],
    [['adjust', '--hours', '1', '--yes'], 3, 'does-not-fit'],
  ] as const)('%j: refused, and nothing is written', async (args, code, error) => {
    const before = place.snapshot();
    const outcome = await place.run([...args, '--json'], at(MONDAY));
    expect([args, outcome.code]).toEqual([args, code]);
    expect(parseJson<ErrorDocument>(outcome.stdout).error.code).toBe(error);
    expect(place.snapshot()).toEqual(before);
  });
});
