/** Stored data that is damaged, cut off or locked. */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ErrorDocument, HOOK_MILLISECONDS, parseJson, Sandbox, STACK } from './run.ts';
import { NO_FILES, planOf, quickPlan } from './sample.ts';

describe('a journal', () => {
  const place = new Sandbox();
  let whole: string;
  beforeAll(async () => {
    await place.ok(quickPlan('good', ...NO_FILES));
    await place.ok(quickPlan('mine', ...NO_FILES));
    whole = readFileSync(place.journal('mine'), 'utf8');
  }, HOOK_MILLISECONDS);

  const DAMAGES: readonly [string, (text: string) => string, number][] = [
    ['a changed letter', (text) => text.replace('"created"', '"creaded"'), 1],
    ['a changed title', (text) => text.replace(/"title":"./, '"title":"#'), 1],
    ['rubbish in front', (text) => `rubbish\n${text}`, 1],
    ['rubbish behind', (text) => `${text}{"no":"event"}\n`, 2],
    ['zero bytes', (text) => `${text}\0\0\0\0\n`, 2],
  ];

  test.each(DAMAGES)('%s: exit 5, the line, and nothing is touched', async (_, damage, line) => {
    writeFileSync(place.journal('mine'), damage(whole));
    const before = place.snapshot();
    for (const args of [['show'], ['show', '1'], ['export', 'ics']]) {
      const { code, stdout, stderr } = await place.run([...args, '--plan', 'mine']);
      expect([args, code, stdout]).toEqual([args, 5, '']);
      expect(stderr).toContain(`${place.journal('mine')}:${line}:`);
      expect(stderr).toContain('certplan doctor');
      expect(stderr).not.toMatch(STACK);
    }
    const json = await place.run(['show', '--plan', 'mine', '--json']);
    expect(parseJson<ErrorDocument>(json.stdout).error.message).toContain(`mine.jsonl:${line}:`);
    expect(place.snapshot()).toEqual(before);
  });

  test('an empty journal is damaged, too', async () => {
    writeFileSync(place.journal('mine'), '');
    const { code, stderr } = await place.run(['show', '--plan', 'mine']);
    expect(code).toBe(5);
    expect(stderr).toContain(place.journal('mine'));
  });

  test('one damaged journal does not hide the other plans', async () => {
    writeFileSync(place.journal('mine'), `rubbish\n${whole}`);
    const { stdout } = await place.ok(['plans']);
    expect(stdout).toMatch(/^. +good +azure-ai-102/m);
    expect(stdout).toMatch(/^. +mine +damaged/m);
    expect((await place.ok(['show', '--plan', 'good'])).stdout).toMatch(/^good/);
  });

  test('a damaged one can be replaced with --force and is kept aside', async () => {
    const broken = `rubbish\n${whole}`;
    writeFileSync(place.journal('mine'), broken);
    await place.ok(quickPlan('mine', '--force', ...NO_FILES));
    expect(planOf((await place.ok(['show', '--json'])).stdout).name).toBe('mine');
    const kept = place.copiesOf(Buffer.from(broken));
    expect(kept).toHaveLength(1);
  });

  test('a last line that was cut off is said and set aside; the plan is there', async () => {
    writeFileSync(place.journal('mine'), whole);
    const sound = (await place.ok(['show', '--plan', 'mine', '--json'])).stdout;
    appendFileSync(place.journal('mine'), '{"type":"done","sess');
    const before = place.snapshot();
    const { stdout, stderr } = await place.ok(['show', '--plan', 'mine', '--json']);
    expect(stdout).toBe(sound);
    expect(stderr).toMatch(/^note .*mine\.jsonl was cut off/m);
    expect(place.snapshot()).toEqual(before);
  });
});

describe.concurrent('a lock', () => {
  const place = new Sandbox();
  const lock = (name: string, at = place): string => `${at.journal(name)}.lock`;
  const hold = (name: string, pid: number, at = place): void =>
    writeFileSync(lock(name, at), JSON.stringify({ pid, host: hostname() }));

  beforeAll(async () => {
    await place.ok(quickPlan('good', ...NO_FILES));
  }, HOOK_MILLISECONDS);

  test('of a dead process is broken', async () => {
    const ended = spawnSync(process.execPath, ['--version']).pid;
    hold('stale', ended);
    await place.ok(quickPlan('stale', ...NO_FILES));
    expect(existsSync(lock('stale'))).toBe(false);
  });

  test('that was left empty is broken', async () => {
    writeFileSync(lock('empty'), '');
    await place.ok(quickPlan('empty', ...NO_FILES));
    expect(existsSync(lock('empty'))).toBe(false);
  });

  test('that is given back soon is waited for', async () => {
    hold('soon', process.pid);
    setTimeout(() => rmSync(lock('soon')), 1500);
    await place.ok(quickPlan('soon', ...NO_FILES));
    expect(existsSync(place.journal('soon'))).toBe(true);
  });

  test('that is kept: exit 5 after ten seconds, who keeps it, nothing written', async () => {
    const other = new Sandbox();
    mkdirSync(dirname(other.journal('kept')));
    hold('kept', process.pid, other);
    const before = other.snapshot();
    const started = Date.now();
    const { code, stdout, stderr } = await other.run(quickPlan('kept', '--json'));
    expect(code).toBe(5);
    expect(Date.now() - started).toBeGreaterThanOrEqual(9900);
    expect(stderr).toContain(lock('kept', other));
    expect(stderr).toContain(String(process.pid));
    expect(parseJson<ErrorDocument>(stdout).error.code).toBe('locked');
    expect(other.snapshot()).toEqual(before);
  });

  test('does not keep readers out', async () => {
    hold('good', process.pid);
    await place.ok(['show', '--plan', 'good']);
  });

  test('two that make the same plan at once: one does, the other is told', async () => {
    const both = await Promise.all([
      place.run(quickPlan('race', ...NO_FILES)),
      place.run(quickPlan('race', ...NO_FILES)),
    ]);
    expect(both.map(({ code }) => code).sort()).toEqual([0, 2]);
    expect(planOf((await place.ok(['show', '--plan', 'race', '--json'])).stdout).name).toBe('race');
  });
});
