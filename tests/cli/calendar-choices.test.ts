/** `--alarm`, `--free`, `--exam-place`: of `plan`, which keeps them, and of `export ics`. */
import { beforeAll, describe, expect, test } from 'vitest';
import { readBack } from '../documents/ics/read-back.ts';
import { type ErrorDocument, HOOK_MILLISECONDS, parseJson, Sandbox } from './run.ts';
import { NO_FILES, quickPlan } from './sample.ts';

const place = new Sandbox();
const CHOICES = ['--alarm', 'lab=30,review=off', '--alarm', '20', '--free', '--exam-place', 'Home'];
beforeAll(async () => {
  await place.ok(quickPlan('usual', ...NO_FILES));
  await place.ok(quickPlan('chosen', ...CHOICES, '--no-pdf', '--no-checklist'));
}, HOOK_MILLISECONDS);

const ics = async (...args: string[]): Promise<string> =>
  (await place.ok(['export', 'ics', ...args])).stdout;
const triggers = (file: string): (string | undefined)[] => [
  ...new Set(file.match(/^TRIGGER:.*(?=\r$)/gm)),
];

describe('a plan made with choices', () => {
  test('has them in its calendar and in every later one', async () => {
    const file = place.read('chosen.ics');
    expect(await ics('--plan', 'chosen')).toBe(file);
    expect(triggers(file)).toContain('TRIGGER:-PT20M');
    const reviews = readBack(file).events.filter(({ summary }) => summary.includes(' · review: '));
    expect(reviews.length).toBeGreaterThan(0);
    for (const { component } of reviews) {
      expect(component.getAllSubcomponents('valarm')).toEqual([]);
    }
    expect(file.match(/^TRANSP:TRANSPARENT/gm)?.length).toBeGreaterThan(20);
  });

  test('can be exported in another way, once', async () => {
    const other = await ics('--plan', 'chosen', '--alarm', 'off', '--no-free');
    expect(other).not.toContain('VALARM');
    expect(other.match(/^TRANSP:TRANSPARENT/gm)?.length ?? 0).toBeLessThan(10);
    expect(await ics('--plan', 'chosen')).toBe(place.read('chosen.ics'));
  });

  test('is the same plan otherwise', async () => {
    const sessions = async (name: string) => {
      const { stdout } = await place.ok(['show', '--json', '--plan', name]);
      return parseJson<{ sessions: { start: string }[] }>(stdout).sessions.map(
        ({ start }) => start,
      );
    };
    expect(await sessions('chosen')).toEqual(await sessions('usual'));
  });
});

describe.concurrent('what cannot be', () => {
  test.each([
    [['--alarm', 'soon'], 'bad-alarm'],
    [['--alarm', '-5'], 'bad-alarm'],
    [['--alarm', '20000'], 'bad-alarm'],
    [['--alarm', 'lba=5'], 'bad-alarm'],
    [['--alarm', 'lab=5=6'], 'bad-alarm'],
    [['--alarm', ''], 'bad-alarm'],
  ])('export ics %j and plan %j', async (args, code) => {
    const lines = [['export', 'ics', '-o', 'never.ics', ...args], quickPlan('never', ...args)];
    for (const line of lines) {
      const { code: exit, stdout } = await place.run([...line, '--json']);
      expect([exit, parseJson<ErrorDocument>(stdout).error.code]).toEqual([2, code]);
    }
  });

  test.each([['--alarm', '5'], ['--free'], ['--exam-place', 'x']])(
    'a table with %s',
    async (...args) => {
      const { code, stderr } = await place.run(['export', 'csv', ...args]);
      expect([code, stderr]).toEqual([2, expect.stringContaining(`${args[0]} is for ics`)]);
    },
  );
});
