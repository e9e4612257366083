/** What `replan` and `adjust` answer: rows that can be read, and a way out that can be typed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { HOOK_MILLISECONDS, type Outcome, parseJson, Sandbox } from './run.ts';
import { NO_FILES, planOf } from './sample.ts';

const place = new Sandbox();
let whole = '';
let sessions: ReturnType<typeof planOf>['sessions'] = [];

beforeAll(async () => {
  await place.ok([
    ...['plan', 'azure-ai-103', '--skill', 'python=3,apis=3,iam=2,statistics=2', '--hours', '8'],
    ...['--exam', '2027-03-12T10:00', '--timezone', 'Europe/Berlin', '--name', 'given'],
    ...NO_FILES,
  ]);
  whole = readFileSync(place.journal('given'), 'utf8');
  sessions = planOf((await place.ok(['show', '--json'])).stdout).sessions;
}, HOOK_MILLISECONDS);

/** Every test begins with the plan as it was made. */
beforeEach(() => writeFileSync(place.journal('given'), whole));

const at = (args: readonly string[], now: string): Promise<Outcome> =>
  place.run(args, { env: { CERTPLAN_NOW: now, COLUMNS: '100' } });
/** What was planned before this day is done. */
const doneBefore = async (date: string): Promise<void> => {
  const numbers = sessions.filter(({ start }) => start < date).map(({ number }) => String(number));
  await place.ok(['done', ...numbers], { env: { CERTPLAN_NOW: `${date}T03:00:00Z` } });
};

describe('a re-plan after a week away', () => {
  test('is the next step that today names, as more is open than a day holds', async () => {
    const away = await at(['today'], '2026-12-08T17:00:00Z');
    expect(away.stdout).toMatch(/sessions of earlier days are open/);
    expect(away.stderr).toBe('next   certplan replan\n');
  });

  test('fits a screen: rows set in under their head, the last line says finish and exam', async () => {
    await doneBefore('2026-12-05');
    const { stdout } = await at(['replan', '--dry-run'], '2026-12-14T17:00:00Z');
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeLessThan(34);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
    expect(lines[0]).toMatch(/missed sessions get new places/);
    expect(lines[1]).toMatch(/^ {4} *\d+ {2}\S/);
    expect(stdout).toMatch(/\n {2}finish .* · exam Fri 12 Mar stays · cushion /);
  });
});

describe('what does not fit any more', () => {
  const NOW = '2027-01-18T08:00:00Z';
  const OFF = ['--off', '2027-02-10..2027-02-12'];

  test('names ways out with all that was asked; the cut among them does what it says', async () => {
    await doneBefore('2027-01-18');
    const { code, stderr } = await at(['adjust', '--hours', '3', ...OFF], NOW);
    expect(code).toBe(3);
    expect(stderr).toMatch(
      /\n {2}certplan adjust --hours 3 --off 2027-02-10\.\.2027-02-12 --exam 20/,
    );
    const typed = /\n {2}certplan (adjust --hours 3 .* --cut)\n/.exec(stderr)?.[1] ?? '';
    const cost = /leaves out (.* thinly covered)/.exec(stderr)?.[1] ?? '';
    expect(typed).toBe(`adjust --hours 3 ${OFF.join(' ')} --cut`);
    expect(cost).not.toBe('');

    const cut = await at([...typed.split(' '), '--dry-run'], NOW);
    expect(cut.code).toBe(0);
    expect(cut.stdout).toContain(`\n  cut      ${cost}\n`);
    expect(cut.stdout).toMatch(/\(cut: [\d.]+ % of the exam's weight\)/);
    expect(cut.stdout).not.toContain('no longer needed');
  });

  test('a later day that is named does, too', async () => {
    await doneBefore('2027-01-18');
    const { stderr } = await at(['adjust', '--hours', '3'], NOW);
    const typed = /\n {2}certplan (adjust --hours 3 --exam \S+)\n/.exec(stderr)?.[1] ?? '';
    expect((await at([...typed.split(' '), '--dry-run'], NOW)).code).toBe(0);
  });

  test('of two exam days the one asked for stays beside --cut only', async () => {
    const { stderr } = await at(['adjust', '--exam', '2027-01-22'], '2026-12-20T08:00:00Z');
    expect(stderr).not.toMatch(/--exam \S+ --exam/);
    expect(stderr).toMatch(/ --exam 2027-01-22 --cut|This would do/);
  });
});

describe('scores', () => {
  test('a weak set on one domain asks for a re-plan, a good one does not', async () => {
    const set = sessions.find(({ kind }) => kind === 'practice-questions');
    await doneBefore(set?.start.slice(0, 10) ?? '');
    const now = `${set?.start.slice(0, 10)}T20:00:00Z`;
    const weak = await at(['score', String(set?.number), '52', '--questions', '20'], now);
    expect(weak.stdout).toMatch(/\nweak {2}d\d .*, under 70 %/);
    expect(weak.stderr).toBe('next   certplan replan\n');
    const { stdout } = await at(['replan', '--dry-run'], now);
    expect(stdout).toMatch(/ note {5}d\d .*, 52 %, comes back by |\(52 % in /);

    const good = await at(['score', String(set?.number), '82', '--questions', '20'], now);
    expect(good.stdout).not.toContain('weak');
    expect(good.stderr).not.toContain('replan');
  });
});

test('a session far ahead of its slot says its day: a mistyped number is noticed', async () => {
  const last = sessions.at(-1);
  const { stdout } = await at(['done', String(last?.number)], '2026-11-27T17:00:00Z');
  expect(stdout).toMatch(/^done {2}\d+ \w+, \d+ m, planned for \w{3} \d+ Mar: /);
});

test('status fits a screen of 30 lines, with a gap before every bar', async () => {
  await doneBefore('2026-12-05');
  const { stdout } = await at(['status'], '2026-12-05T08:00:00Z');
  expect(stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(30);
  expect(stdout).not.toMatch(/h[█▏▎▍▌▋▊▉░]/);
  expect(stdout).toMatch(/ by kind +docs /);
  const document = await at(['status', '--json'], '2026-12-05T08:00:00Z');
  expect(parseJson<{ byDomain: unknown }>(document.stdout).byDomain).toBeDefined();
});
