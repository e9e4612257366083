/** Reading what is stored: show, plans, use, export. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ErrorDocument, HOOK_MILLISECONDS, parseJson, Sandbox } from './run.ts';
import { NO_FILES, planOf, quickPlan } from './sample.ts';

const place = new Sandbox();

beforeAll(async () => {
  await place.ok(quickPlan('first', ...NO_FILES));
  await place.ok(quickPlan('second', '--hours', '5', ...NO_FILES));
}, HOOK_MILLISECONDS);

const plan = async () => planOf((await place.ok(['show', '--plan', 'first', '--json'])).stdout);

describe('show', () => {
  test('the whole plan, by week, every session once', async () => {
    const { stdout, stderr } = await place.ok(['show', '--plan', 'first']);
    const { sessions } = await plan();
    const numbers = [...stdout.matchAll(/\d\d:\d\d . +(\d+) +\d+ m +/g)].map((match) =>
      Number(match[1]),
    );
    expect(numbers).toEqual(sessions.map(({ number }) => number));
    expect(stdout).toMatch(/^first . /);
    expect(stdout).toMatch(/^week 1 of \d+ /m);
    expect(stderr).toMatch(/^next +certplan show \d+$/m);
  });

  test('one session with its reasons', async () => {
    const { sessions } = await plan();
    const session = sessions.find(({ reasons, url }) => reasons.length > 0 && url !== null);
    if (!session) throw new Error('no session with a reason');
    const { stdout } = await place.ok(['show', String(session.number), '--plan', 'first']);
    expect(stdout).toMatch(
      new RegExp(`^${session.number}  .* ${session.minutes} min.*Europe/Berlin`),
    );
    expect(stdout).toContain(session.title);
    expect(stdout).toContain(session.url);
    for (const reason of session.reasons) expect(stdout).toContain(reason);
    const json = await place.ok(['show', String(session.number), '--plan', 'first', '--json']);
    expect(parseJson(json.stdout)).toMatchObject(session);
  });

  test('a session that is not there: exit 4, the range is named', async () => {
    const { code, stderr } = await place.run(['show', '9999', '--plan', 'first']);
    const { sessions } = await plan();
    expect(code).toBe(4);
    expect(stderr).toContain('9999');
    expect(stderr).toContain(`1 to ${sessions.length}`);
  });
});

describe('which plan', () => {
  test('the last made is in use, `use` changes it, --plan goes past it', async () => {
    const name = async (...more: string[]) =>
      planOf((await place.ok(['show', '--json', ...more])).stdout).name;
    expect(await name()).toBe('second');
    expect(await name('--plan', 'first')).toBe('first');
    expect(await name()).toBe('second');
    expect((await place.ok(['use', 'first'])).stdout).toContain('first');
    expect(await name()).toBe('first');
    await place.ok(['use', 'second', '--json']);
    expect(await name()).toBe('second');
  });

  test('plans lists them and marks the one in use', async () => {
    const { stdout } = await place.ok(['plans']);
    expect(stdout).toMatch(/^ +first +azure-ai-102 +no exam day +0 of \d+ sessions done$/m);
    expect(stdout).toMatch(/^\* +second /m);
    const { plans } = parseJson<{ plans: { name: string; inUse: boolean }[] }>(
      (await place.ok(['plans', '--json'])).stdout,
    );
    expect(plans.map(({ name, inUse }) => [name, inUse])).toEqual([
      ['first', false],
      ['second', true],
    ]);
  });

  test.each([
    [['show', '--plan', 'frist']],
    [['use', 'frist']],
    [['export', 'csv', '--plan', 'frist']],
  ])('%j: exit 4, a near match is suggested, nothing changes', async (line) => {
    const before = place.snapshot();
    const { code, stdout, stderr } = await place.run(line);
    expect([code, stdout]).toEqual([4, '']);
    expect(stderr).toContain('did you mean "first"?');
    expect(place.snapshot()).toEqual(before);
  });

  test('--home goes before CERTPLAN_HOME', async () => {
    const other = new Sandbox();
    await other.ok(quickPlan('third', ...NO_FILES, '--home', 'elsewhere'));
    expect(Object.keys(other.snapshot()).sort()).toEqual([
      'home',
      'work',
      'work/elsewhere',
      'work/elsewhere/current',
      'work/elsewhere/plans',
      'work/elsewhere/plans/third.jsonl',
    ]);
    const shown = await other.ok(['show', '--json', '--home', 'elsewhere']);
    expect(planOf(shown.stdout).name).toBe('third');
  });

  test("without either, plans live in the platform's data folder", async () => {
    const other = new Sandbox();
    const env = { CERTPLAN_HOME: undefined, XDG_DATA_HOME: join(other.root, 'data') };
    await other.ok(quickPlan('fourth', ...NO_FILES), { env });
    expect(planOf((await other.ok(['show', '--json'], { env })).stdout).name).toBe('fourth');
    expect(Object.keys(other.snapshot(other.home))).toEqual([]);
    expect(Object.keys(other.snapshot(other.work))).toEqual([]);
  });

  test('where there is none: exit 4 and how to make one; plans is no failure', async () => {
    const empty = new Sandbox();
    const before = empty.snapshot();
    for (const line of [['show'], ['show', '1'], ['export', 'ics'], ['use', 'x']]) {
      const { code, stderr } = await empty.run(line);
      expect([line, code]).toEqual([line, 4]);
      expect(stderr).toContain('certplan plan ');
    }
    expect((await empty.ok(['plans'])).stdout).toContain('no plan');
    expect(parseJson((await empty.ok(['plans', '--json'])).stdout)).toMatchObject({ plans: [] });
    expect(empty.snapshot()).toEqual(before);
  });
});

describe('export', () => {
  const LOOKS = {
    ics: /^BEGIN:VCALENDAR\r\n[\s\S]*BEGIN:VEVENT[\s\S]*END:VCALENDAR\r\n$/,
    pdf: /^%PDF-1\.\d[\s\S]*%%EOF\s*$/,
    checklist: /^- \[ \] /m,
    html: /^<!doctype html>[\s\S]*<\/html>\s*$/i,
    csv: /^number,date,start,end,minutes,kind,title[^\n]*\r\n1,2026-1/,
    json: /^\{[\s\S]*"schema": "certplan\.plan\/1"[\s\S]*\}\n$/,
    todo: /^BEGIN:VCALENDAR\r\n[\s\S]*BEGIN:VTODO[\s\S]*END:VCALENDAR\r\n$/,
  } as const;

  test.concurrent.each(Object.entries(LOOKS))(
    '%s to stdout and to a file, the same bytes',
    async (format, look) => {
      const toStdout = await place.ok(['export', format]);
      expect(toStdout.bytes.toString('latin1')).toMatch(look);
      expect(toStdout.stderr).toBe('');
      const dash = await place.ok(['export', format, '-o', '-']);
      expect(dash.bytes.equals(toStdout.bytes)).toBe(true);
      const file = `deep/er/plan.${format}`;
      const toFile = await place.ok(['export', format, '--output', file]);
      expect(toFile.stdout).toBe('');
      expect(readFileSync(join(place.work, file)).equals(toStdout.bytes)).toBe(true);
    },
  );

  test('with --json it says which file it wrote', async () => {
    const { stdout } = await place.ok(['export', 'csv', '-o', 'x.csv', '--json']);
    expect(parseJson(stdout)).toMatchObject({ format: 'csv', file: 'x.csv' });
  });

  test('--json and another document cannot share stdout', async () => {
    const { code, stdout } = await place.run(['export', 'csv', '--json']);
    expect(code).toBe(2);
    expect(parseJson<ErrorDocument>(stdout).error.hint).toContain('-o');
  });

  test('a folder in the way: exit 1, nothing changes', async () => {
    mkdirSync(join(place.work, 'folder'));
    const before = place.snapshot();
    const { code, stdout, stderr } = await place.run(['export', 'pdf', '-o', 'folder']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('cannot write folder');
    expect(place.snapshot()).toEqual(before);
  });

  test('an unknown format: exit 2 and a suggestion', async () => {
    const { code, stderr } = await place.run(['export', 'pfd']);
    expect(code).toBe(2);
    expect(stderr).toContain('did you mean "pdf"?');
  });

  test('nothing that export does changes what is stored', async () => {
    const before = place.snapshot(place.home);
    await place.ok(['export', 'ics']);
    expect(place.snapshot(place.home)).toEqual(before);
  });
});
