/** `certplan agenda --month`: the shape of a month. */
import { beforeAll, describe, expect, test } from 'vitest';
import { monthLines } from '../../src/cli/render/month.ts';
import { styleFor } from '../../src/cli/terminal/style.ts';
import { planWith, session, smallPlan } from '../documents/small-plan.ts';
import { HOOK_MILLISECONDS, parseJson, Sandbox } from './run.ts';
import { NO_FILES, quickPlan } from './sample.ts';

const APRIL = { from: '2027-04-01', to: '2027-04-30' } as const;
const lines = (width: number, today = '2027-04-05' as const, plan = smallPlan): string[] =>
  monthLines(plan, { ...styleFor({}), width, unicode: true }, APRIL, today);

describe('the grid', () => {
  test('has a column a weekday, with hours, numbers, today and milestones', () => {
    expect(lines(84).slice(0, 10)).toEqual([
      'April 2027  8 h 5 m in 6 sessions',
      '',
      ' Mon        Tue        Wed        Thu        Fri        Sat        Sun',
      '                                  1          2          3*         4',
      '                                                        1:55',
      '                                                        5',
      '',
      '▸5          6          7          8          9          10         11',
      ' 0:40                                                   2:00       0:30',
      ' 6                                                      7          8',
    ]);
    expect(lines(84).slice(-5)).toEqual([
      'Sat 3 Apr  Book CAI-C01',
      'Wed 21 Apr  Check your ID, and the way',
      'Sat 24 Apr  Exam CAI-C01 at 09:00',
      '',
      '* a date to keep',
    ]);
  });

  test('tells what was missed before what was done', () => {
    const mixed = planWith([
      session(1, '2027-04-05T07:00:00Z', { status: 'done' }),
      session(2, '2027-04-05T09:00:00Z', { status: 'missed' }),
      session(3, '2027-04-06T09:00:00Z', { status: 'done' }),
    ]);
    const text = lines(84, '2027-04-05', mixed).join('\n');
    expect(text).toMatch(/^!1:30 +✓0:45$/m);
    expect(text).toMatch(/^! missed +✓ done/m);
  });

  test.each([35, 40, 60, 80, 200])('fits %i columns, whatever is on a day', (width) => {
    const full = planWith(
      Array.from({ length: 240 }, (_, index) =>
        session(index + 1, new Date(Date.UTC(2027, 3, 1 + (index % 30), 6)).toISOString(), {
          minutes: 80,
        }),
      ),
    );
    for (const line of lines(width, '2027-04-05', full)) {
      expect(line.length).toBeLessThanOrEqual(Math.max(width, 36));
    }
  });
});

const place = new Sandbox();
beforeAll(async () => {
  await place.ok(quickPlan('mine', ...NO_FILES));
}, HOOK_MILLISECONDS);

describe.concurrent('the command', () => {
  test('shows this month, or another one', async () => {
    const { stdout } = await place.ok(['agenda', '--month']);
    expect(stdout).toMatch(/^November 2026 {2}.* in \d+ sessions\n\n Mon .* Sun\n/);
    expect(stdout).toMatch(/▸25/);
    const other = (await place.ok(['agenda', '--month', '2026-12'])).stdout;
    expect(other).toMatch(/^December 2026/);
    expect(other).not.toContain('▸');
    expect((await place.ok(['agenda', '--month', '2030-01'])).stdout).toContain(
      '0 m in 0 sessions',
    );
  });

  test('answers the sessions of the month as JSON', async () => {
    const { stdout } = await place.ok(['agenda', '--month', '2026-12', '--json']);
    const document = parseJson<{ from: string; to: string; sessions: { start: string }[] }>(stdout);
    expect([document.from, document.to]).toEqual(['2026-12-01', '2026-12-31']);
    expect(document.sessions.length).toBeGreaterThan(0);
    for (const { start } of document.sessions) expect(start).toMatch(/^2026-12/);
  });

  test('is ASCII where there is no more', async () => {
    const { stdout } = await place.ok(['agenda', '--month'], { env: { LANG: 'C' } });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
    expect(stdout).toMatch(/^[\u0000-\u007f]*$/);
    expect(stdout).toContain('>25');
  });

  test.each([
    [['--month', '2026-13'], 'a month is written as'],
    [['--month', 'may'], 'a month is written as'],
    [['--month', '--days', '3'], '--days and --month'],
  ])('refuses %j', async (args, message) => {
    const { code, stderr } = await place.run(['agenda', ...args]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
