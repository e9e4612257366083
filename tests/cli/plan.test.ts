/** `certplan plan`: what is written, stored and printed. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { HOOK_MILLISECONDS, type Outcome, parseJson, Sandbox } from './run.ts';
import { BERLIN, expectSound, NO_FILES, planOf, quickPlan, WORKING } from './sample.ts';

const WHEN = 'mon,wed 19:00-21:30; sat 09:00-13:00';
const AZURE = ['plan', 'azure-ai-103', ...WORKING, ...BERLIN, '--when', WHEN];

describe('a plan with an exam day', () => {
  const place = new Sandbox();
  const args = [...AZURE, '--exam', '2027-03-05T09:00', '--name', 'mine'];
  let dry: Outcome;
  let afterDry: Record<string, string>;
  let real: Outcome;
  let shown: Outcome;
  let exported: Outcome;

  beforeAll(async () => {
    dry = await place.ok([...args, '--dry-run', '--json']);
    afterDry = place.snapshot();
    real = await place.ok([...args, '--json']);
    [shown, exported] = await Promise.all([
      place.ok(['show', '--json']),
      place.ok(['export', 'json']),
    ]);
  }, HOOK_MILLISECONDS);

  test('a dry run stores and writes nothing', () => {
    expect(afterDry).toEqual({ work: 'folder', home: 'folder' });
  });

  test('dry run, real run, show and export answer the same document', () => {
    const document = parseJson(real.stdout);
    expect(parseJson(dry.stdout)).toEqual(document);
    expect(parseJson(shown.stdout)).toEqual(document);
    expect(parseJson(exported.stdout)).toEqual(document);
  });

  test('the document says what was asked for', () => {
    expect(planOf(real.stdout)).toMatchObject({
      schema: 'certplan.plan/1',
      name: 'mine',
      certification: 'azure-ai-103',
      timezone: 'Europe/Berlin',
      createdAt: '2026-11-25T12:00:00.000Z',
      exam: { at: '2027-03-05T09:00', source: 'given' },
      learner: {
        windows: [
          { days: ['mon', 'wed'], from: '19:00', to: '21:30' },
          { days: ['sat'], from: '09:00', to: '13:00' },
        ],
        sessionMinutes: 90,
      },
      feasibility: { verdict: expect.stringMatching(/^(fits|tight)$/) },
    });
  });

  test('the independent checker finds nothing', () => {
    expectSound(planOf(real.stdout), { examGiven: '2027-03-05T09:00' });
  });

  test('the folder holds a calendar, a PDF and a checklist, and nothing else', () => {
    expect(readdirSync(place.work).sort()).toEqual(['mine.ics', 'mine.md', 'mine.pdf']);
  });

  test('the calendar has every session under its UID', () => {
    const text = place.read('mine.ics');
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(text).toMatch(/\r\nEND:VCALENDAR\r\n$/);
    const unfolded = text.replaceAll('\r\n ', '');
    for (const { uid } of planOf(real.stdout).sessions) {
      expect(unfolded).toContain(`\r\nUID:${uid}\r\n`);
    }
  });

  test('the PDF is whole', () => {
    const bytes = readFileSync(join(place.work, 'mine.pdf')).toString('latin1');
    expect(bytes).toMatch(/^%PDF-1\.\d/);
    expect(bytes.trimEnd()).toMatch(/%%EOF$/);
  });

  test('the checklist has one open box for each session', () => {
    const boxes = place.read('mine.md').match(/^\s*- \[ \] /gm) ?? [];
    expect(boxes).toHaveLength(planOf(real.stdout).sessions.length);
  });

  test('warnings stand on stderr, also with --json', () => {
    for (const { message } of planOf(real.stdout).warnings) expect(real.stderr).toContain(message);
  });
});

describe('for people', () => {
  const place = new Sandbox();
  let made: Outcome;
  beforeAll(async () => {
    made = await place.ok(quickPlan('mine', '--out', 'sub/folder'));
  }, HOOK_MILLISECONDS);

  test('the summary is on stdout: verdict, exam, what was changed and why, files', () => {
    expect(made.stdout).toContain('(AI-102)');
    expect(made.stdout).toMatch(
      /fits +\d+ h of study in \d+ weeks from .* 2026, at most 10 h a week/,
    );
    expect(made.stdout).toContain('made for you');
    expect(made.stdout).toContain('by domain');
    expect(made.stdout).toContain(
      'wrote  sub/folder/mine.ics  sub/folder/mine.pdf  sub/folder/mine.md',
    );
  });

  test('notes and the hint are on stderr', () => {
    expect(made.stderr).toMatch(/^note +AI-102 is retired/m);
    expect(made.stderr).toMatch(/^next +certplan show$/m);
    expect(made.stdout).not.toContain('retired');
  });

  test('--out makes its folder and nothing goes elsewhere', () => {
    expect(Object.keys(place.snapshot(place.work)).sort()).toEqual([
      'sub',
      'sub/folder',
      'sub/folder/mine.ics',
      'sub/folder/mine.md',
      'sub/folder/mine.pdf',
    ]);
  });

  test('a plan of that name without --force exits 2 and changes nothing', async () => {
    const before = place.snapshot();
    const again = await place.run(quickPlan('mine', '--hours', '5'));
    expect(again.code).toBe(2);
    expect(again.stderr).toMatch(/"mine" exists already/);
    expect(again.stderr).toMatch(/--force/);
    expect(place.snapshot()).toEqual(before);
  });

  test('--force replaces it and keeps the old journal, byte for byte', async () => {
    const old = readFileSync(place.journal('mine'));
    await place.ok(quickPlan('mine', '--force', '--hours', '5', ...NO_FILES));
    const shown = planOf((await place.ok(['show', '--json'])).stdout);
    expect(shown.learner.hoursPerWeek).toBe(5);
    expect(place.copiesOf(old)).toHaveLength(1);
    const listed = parseJson<{ plans: { name: string }[] }>(
      (await place.ok(['plans', '--json'])).stdout,
    );
    expect(listed.plans.map(({ name }) => name)).toEqual(['mine']);
  });
});

describe.concurrent('what is written', () => {
  test.each([
    ['--no-ics', ['x.md', 'x.pdf']],
    ['--no-pdf', ['x.ics', 'x.md']],
    ['--no-checklist', ['x.ics', 'x.pdf']],
  ])('%s leaves that file out', async (flag, files) => {
    const place = new Sandbox();
    await place.ok(quickPlan('x', flag));
    expect(readdirSync(place.work).sort()).toEqual(files);
    expect(existsSync(place.journal('x'))).toBe(true);
  });

  test('without --name the plan bears the id of the certification', async () => {
    const place = new Sandbox();
    await place.ok([...quickPlan('x').slice(0, -2), '--no-pdf', '--no-checklist']);
    expect(readdirSync(place.work)).toEqual(['azure-ai-102.ics']);
    expect(existsSync(place.journal('azure-ai-102'))).toBe(true);
  });

  test('a name may be any that the contract allows, and `plans` lists it', async () => {
    const place = new Sandbox();
    const names = ['a', '0', 'a.b_c-d', 'my.old', 'x'.repeat(64)];
    for (const name of names) await place.ok(quickPlan(name, ...NO_FILES));
    const listed = parseJson<{ plans: { name: string }[] }>(
      (await place.ok(['plans', '--json'])).stdout,
    );
    expect(listed.plans.map(({ name }) => name).sort()).toEqual([...names].sort());
  });
});

describe.concurrent('learner and calendar', () => {
  const place = new Sandbox();
  const dry = async (args: readonly string[], env: Record<string, string> = {}) =>
    planOf((await place.ok([...args, '--dry-run', '--json'], { env })).stdout);

  test("the default start is tomorrow in the learner's zone, not in UTC", async () => {
    const line = ['plan', 'azure-ai-102', '--when', 'daily 06:00-08:00', '--timezone'];
    expect((await dry([...line, 'Pacific/Kiritimati'])).start).toBe('2026-11-27');
    expect((await dry([...line, 'America/New_York'])).start).toBe('2026-11-26');
  });

  test("the default zone is the system's", async () => {
    const plan = await dry(['plan', 'azure-ai-102'], { TZ: 'Asia/Tokyo' });
    expect(plan.timezone).toBe('Asia/Tokyo');
    expect(plan.sessions[0]?.start).toMatch(/\+09:00$/);
  });

  test('dates are understood as words', async () => {
    const line = ['plan', 'azure-ai-102', ...BERLIN, '--when', 'daily 06:00-08:00', '--start'];
    // 25 November 2026 is a Wednesday.
    const starts = { today: '2026-11-25', tomorrow: '2026-11-26', fri: '2026-11-27' };
    const more = { '+3d': '2026-11-28', '+2w': '2026-12-09', '2027-02-01': '2027-02-01' };
    for (const [word, date] of Object.entries({ ...starts, ...more })) {
      const now = word === 'today' ? '2026-11-25T03:00:00Z' : '2026-11-25T12:00:00Z';
      expect([word, (await dry([...line, word], { CERTPLAN_NOW: now })).start]).toEqual([
        word,
        date,
      ]);
    }
  });

  test('what is known already shortens the plan, and each waiver says so', async () => {
    const line = ['plan', 'azure-ai-103', ...WORKING, ...BERLIN];
    const [plain, knowing] = await Promise.all([
      dry(line),
      dry([...line, '--knows', 'd1', '--scored', 'd2=90']),
    ]);
    expect(knowing.totals.minutes).toBeLessThan(plain.totals.minutes);
    expect(knowing.waived.length).toBeGreaterThan(plain.waived.length);
    for (const { reason } of knowing.waived) expect(reason).toMatch(/^waived: ./);
    expectSound(knowing, { examGiven: null });
  });

  test('days off stay free; without --hours the cap is what the windows offer', async () => {
    const plan = await dry([...AZURE, '--off', '2026-12-21..2027-01-03,2027-01-06']);
    expect(plan.learner.daysOff).toHaveLength(15);
    const dates = new Set(plan.sessions.map(({ start }) => start.slice(0, 10)));
    for (const day of plan.learner.daysOff) expect(dates).not.toContain(day);
    expectSound(plan, { examGiven: null });
    // 150 minutes hold 140 of study and one break; 240 hold 220 and two.
    expect(plan.learner.hoursPerWeek * 60).toBeGreaterThanOrEqual(140 * 2 + 220);
    expect(plan.learner.hoursPerWeek).toBeLessThanOrEqual(9);
  });

  test('windows that offer less than --hours are said to', async () => {
    const { stdout, stderr } = await place.ok([...AZURE, '--hours', '20', '--dry-run', '--json']);
    expect(planOf(stdout).warnings.map(({ code }) => code)).toContain('windows-below-hours');
    expect(stderr).toMatch(/less than --hours 20/);
  });
});
