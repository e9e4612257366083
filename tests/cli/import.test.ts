/** Ticks and events that come back from elsewhere. */
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { encodeEvent } from '../../src/progress/journal.ts';
import { happen, stateOf } from '../support/journal.ts';
import { type ErrorDocument, HOOK_MILLISECONDS, parseJson, Sandbox, STACK } from './run.ts';
import { NO_FILES, planOf, quickPlan } from './sample.ts';

interface ImportDocument {
  readonly schema: string;
  readonly done: number[];
  readonly unchanged: number;
  readonly conflicts: { readonly number: number; readonly message: string }[];
  readonly merged: number;
}

const place = new Sandbox();
const journal = place.journal('mine');
let fresh: Buffer;
let sessions: number;
beforeAll(async () => {
  await place.ok(quickPlan('other', '--session', '100', ...NO_FILES));
  await place.ok(quickPlan('mine', ...NO_FILES));
  fresh = readFileSync(journal);
  sessions = stateOf(journal).plan.sessions.length;
}, HOOK_MILLISECONDS);
beforeEach(() => writeFileSync(journal, fresh));

const file = (name: string, content: string | Buffer): string => {
  writeFileSync(join(place.work, name), content);
  return name;
};
const exported = async (format: string): Promise<string> =>
  (await place.ok(['export', format])).stdout;
const importing = async (name: string, ...more: string[]): Promise<ImportDocument> =>
  parseJson<ImportDocument>((await place.ok(['import', name, '--json', ...more])).stdout);
const tick = (checklist: string, ...numbers: number[]): string =>
  checklist.replace(/^- \[ \] \*\*(\d+)\*\*/gm, (line, number) =>
    numbers.includes(Number(number)) ? line.replace('[ ]', '[x]') : line,
  );
const statusOf = (number: number) =>
  stateOf(journal).plan.sessions.find((session) => session.number === number);
const skip = (...numbers: number[]) =>
  happen(journal, `skip-${numbers}`, { type: 'skipped', numbers, why: null });

describe('a checklist', () => {
  test('its ticks are done today, in the zone of the plan', async () => {
    const name = file('mine.md', tick(await exported('checklist'), 2, 5));
    // Half past eleven at night in London is tomorrow in Berlin.
    const late = { env: { CERTPLAN_NOW: '2026-12-01T23:30:00Z' } };
    const { stdout } = await place.ok(['import', name], late);
    expect(stdout).toBe(`mine.md: 2 sessions done (2, 5); ${sessions - 2} unchanged\n`);
    expect(statusOf(5)).toMatchObject({ status: 'done', actual: { on: '2026-12-02', felt: null } });
    expect(statusOf(5)?.actual?.minutes).toBe(statusOf(5)?.minutes);
    expect(stateOf(journal).events.at(-1)).toMatchObject({ type: 'done', from: 'checklist' });
  });

  test('the second time there is nothing new, and nothing is written', async () => {
    const name = file('mine.md', tick(await exported('checklist'), 2, 5));
    await importing(name);
    const before = place.snapshot();
    expect((await place.ok(['import', name])).stdout).toBe(
      `mine.md: nothing new; ${sessions} unchanged\n`,
    );
    expect(await importing(name)).toEqual({
      schema: 'certplan.import/1',
      done: [],
      unchanged: sessions,
      conflicts: [],
      merged: 0,
    });
    expect(place.snapshot()).toEqual(before);
  });

  test('what contradicts the plan is told and changes nothing', async () => {
    const name = file('mine.md', `${tick(await exported('checklist'), 3)}- [x] **999** more\n`);
    happen(journal, 'done', {
      ...{ type: 'done', numbers: [1, 2], on: '2026-11-25' },
      ...{ minutes: null, felt: null, from: null },
    });
    skip(3);
    const before = place.snapshot();
    const { stdout, stderr } = await place.ok(['import', name]);
    expect(stdout).toMatch(/^mine\.md: nothing new; /);
    expect(stderr).toContain('sessions 1, 2 are done here and not ticked there; they stay done');
    expect(stderr).toContain('session 3 is ticked there and skipped here; it stays skipped');
    expect(stderr).toContain('session 999 is not in the plan');
    const { conflicts, done, unchanged } = await importing(name);
    expect(conflicts.map(({ number }) => number)).toEqual([1, 2, 3, 999]);
    expect([done, unchanged]).toEqual([[], sessions - 3]);
    expect(place.snapshot()).toEqual(before);
  });

  test('ticks saved from the page are done on the days they say, none later than today', async () => {
    const [head = ''] = (await exported('checklist')).split('\n');
    const lines = ['2** <!-- done 2026-11-28 --> A', '3** <!-- done 2027-06-01 --> B', '4** C'];
    const saved = file(
      'mine.ticks.md',
      [head, ...lines.map((line) => `- [x] **${line}`)].join('\n'),
    );
    const later = { env: { CERTPLAN_NOW: '2026-12-01T12:00:00Z' } };
    const { stdout, stderr } = await place.ok(['import', saved], later);
    expect(stdout).toBe('mine.ticks.md: 3 sessions done (2–4); 0 unchanged\n');
    expect(stderr).not.toContain('not ticked there');
    expect([2, 3, 4].map((number) => statusOf(number)?.actual?.on)).toEqual([
      '2026-11-28',
      '2026-12-01',
      '2026-12-01',
    ]);
  });

  test('of another plan is refused: whose it is, and what to do', async () => {
    const name = file(
      'other.md',
      (await place.ok(['export', 'checklist', '--plan', 'other'])).stdout,
    );
    const before = place.snapshot();
    const { code, stderr } = await place.run(['import', name]);
    expect(code).toBe(2);
    expect(stderr).toContain('belongs to another plan than "mine": to "other"');
    expect(stderr).toContain('certplan import other.md --plan other');
    const made = tick(await exported('checklist'), 1).replace('2026-11-25T12', '2026-11-25T13');
    const foreign = await place.run(['import', file('foreign.md', made)]);
    expect([foreign.code, foreign.stderr.includes('certplan export checklist')]).toEqual([2, true]);
    expect(stateOf(journal).plan.sessions.every(({ status }) => status === 'planned')).toBe(true);
    expect(Object.keys(place.snapshot(place.home))).toEqual(
      Object.keys(before).flatMap((path) => (path.startsWith('home/') ? [path.slice(5)] : [])),
    );
  });
});

describe('a task list', () => {
  const complete = (todo: string, number: number, ...lines: string[]): string =>
    todo
      .split('END:VTODO\r\n')
      .map((task) =>
        task.includes(`SUMMARY:${number} `)
          ? task.replace(/STATUS:.*\r\n/, '').replace(/PERCENT.*\r\n/, `${lines.join('\r\n')}\r\n`)
          : task,
      )
      .join('END:VTODO\r\n');

  test('what an app has completed is done on the day it says', async () => {
    let todo = await exported('todo');
    todo = complete(todo, 1, 'STATUS:COMPLETED', 'COMPLETED:20261126T233000Z');
    todo = complete(todo, 2, 'PERCENT-COMPLETE:100');
    todo = complete(todo, 3, 'STATUS:CANCELLED');
    todo = todo.replace('BEGIN:VTODO', 'BEGIN:VTODO\r\nUID:milk\r\nEND:VTODO\r\nBEGIN:VTODO');
    const name = file('tasks.ics', todo);
    const late = { env: { CERTPLAN_NOW: '2026-12-01T12:00:00Z' } };
    const { stdout, stderr } = await place.ok(['import', name, '--json'], late);
    expect(parseJson<ImportDocument>(stdout)).toMatchObject({
      done: [1, 2],
      unchanged: sessions - 3,
    });
    expect(stderr).toContain("1 task of the file is none of this plan's sessions");
    expect(stderr).toContain('session 3 is cancelled there and open here');
    expect([1, 2, 3].map((number) => statusOf(number)?.actual?.on)).toEqual([
      '2026-11-27',
      '2026-12-01',
      undefined,
    ]);
    const before = place.snapshot();
    expect((await importing(name)).done).toEqual([]);
    expect(place.snapshot()).toEqual(before);
  });

  test('what was exported comes back unchanged', async () => {
    await importing(file('tick.md', tick(await exported('checklist'), 1, 4)));
    skip(2);
    const again = await importing(file('tasks.ics', await exported('todo')));
    expect(again).toMatchObject({ done: [], unchanged: sessions, conflicts: [] });
  });

  test('a calendar of events is refused with a hint; tasks of another plan, too', async () => {
    const events = await place.run(['import', file('plan.ics', await exported('ics'))]);
    expect(events.code).toBe(2);
    expect(events.stderr).toContain('--busy');
    const todo = (await place.ok(['export', 'todo', '--plan', 'other'])).stdout;
    const foreign = await place.run(['import', file('other.ics', todo)]);
    expect(foreign.code).toBe(2);
    expect(foreign.stderr).toContain('--plan other');
  });
});

describe('another copy of the journal', () => {
  const copy = 'copy.jsonl';
  const done = (path: string, id: string, ...numbers: number[]) =>
    happen(path, id, {
      ...{ type: 'done', numbers, on: '2026-11-26' },
      ...{ minutes: 15, felt: 'hard', from: null },
    } as const);

  test('two copies that import each other are the same plan', async () => {
    const far = new Sandbox();
    mkdirSync(dirname(far.journal('mine')));
    copyFileSync(journal, far.journal('mine'));
    done(journal, 'here', 1);
    done(far.journal('mine'), 'there', 2);
    const moved = { type: 'moved', number: 3, start: 29_900_000 } as const;
    happen(far.journal('mine'), 'moved', moved);

    expect(await importing(far.journal('mine'))).toMatchObject({
      done: [2],
      merged: 2,
      unchanged: 1,
    });
    const back = await far.ok(['import', journal, '--plan', 'mine']);
    expect(back.stdout).toBe(`${journal}: 1 entry taken over, 1 session done (1); 3 unchanged\n`);
    const shown = (one: Sandbox) => one.ok(['show', '--json', '--plan', 'mine']);
    const [here, there] = [await shown(place), await shown(far)];
    expect(planOf(here.stdout).sessions.filter(({ status }) => status === 'done')).toHaveLength(2);
    expect(there.stdout).toBe(here.stdout);

    const before = place.snapshot();
    expect(await importing(far.journal('mine'))).toMatchObject({ merged: 0, unchanged: 4 });
    expect(await importing(journal)).toMatchObject({ merged: 0 });
    expect(place.snapshot()).toEqual(before);
  });

  test('entries of a newer certplan are kept, and the next entry is later than all', async () => {
    const future = { ...done(journal, 'later', 1), id: 'f', at: '2027-01-01T00:00:00.000Z' };
    const newer = encodeEvent({ ...future, id: 'n', type: 'painted' } as never);
    const text = `${readFileSync(journal, 'utf8')}${encodeEvent(future)}\n${newer}\n`;
    writeFileSync(journal, fresh);
    expect(await importing(file(copy, text))).toMatchObject({ merged: 3 });
    expect(readFileSync(journal, 'utf8')).toContain(newer);
    await importing(file('mine.md', tick(await exported('checklist'), 4)));
    expect(stateOf(journal).events.at(-1)?.at).toBe('2027-01-01T00:00:00.001Z');
  });

  test('of another plan, damaged or cut off: exit 2, and nothing is written', async () => {
    done(journal, 'here', 1);
    const own = readFileSync(journal, 'utf8');
    const before = place.snapshot(place.home);
    const refused: readonly [string | Buffer, string][] = [
      [readFileSync(place.journal('other')), '--plan other'],
      [own.slice(0, -20), 'its last line is cut off'],
      [own.replace('"hard"', '"good"'), 'copy.jsonl:2: the entry is damaged'],
      [own.slice(own.indexOf('\n') + 1), 'holds no plan'],
    ];
    for (const [content, message] of refused) {
      const { code, stdout, stderr } = await place.run(['import', file(copy, content), '--json']);
      expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
      expect(parseJson<ErrorDocument>(stdout).error.hint).not.toBe('');
    }
    expect(place.snapshot(place.home)).toEqual(before);
  });

  test('is known by its content, whatever its name and line ends', async () => {
    done(journal, 'here', 1);
    const text = readFileSync(journal, 'utf8').replaceAll('\n', '\r\n');
    writeFileSync(journal, fresh);
    expect(await importing(file('.merge_file_a1B2', text))).toMatchObject({ done: [1], merged: 1 });
  });
});

describe('what is none of these', () => {
  test.each([
    ['empty', 'empty.md', ''],
    ['binary', 'plan.md', Buffer.from([0x23, 0x00, 0xff, 0xfe])],
    ['in another encoding', 'plan.md', Buffer.from('<!-- certplan a b -->\n\xe9', 'latin1')],
    ['some text', 'notes.md', '# Notes\n- [x] milk\n'],
    ['a broken calendar', 'tasks.ics', 'BEGIN:VCALENDAR\nBEGIN:VTODO\n'],
    ['an unknown kind', 'plan.docx', 'PK'],
    ['too large', 'big.md', Buffer.alloc(20_000_001, 0x61)],
  ])('%s: exit 2, one message, nothing written', async (_, name, content) => {
    const path = file(name, content);
    const before = place.snapshot(place.home);
    const { code, stdout, stderr } = await place.run(['import', path]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(new RegExp(`^certplan: ${name}`));
    expect(stderr).not.toMatch(STACK);
    expect(place.snapshot(place.home)).toEqual(before);
  });

  test('a missing file, a folder, a device that never ends', async () => {
    symlinkSync('/dev/zero', join(place.work, 'zero.md'));
    for (const path of ['missing.md', '.', 'zero.md']) {
      const { code, stderr } = await place.run(['import', path]);
      expect([path, code]).toEqual([path, 2]);
      expect(stderr).toContain(path);
    }
  });

  test('our own journal damaged: exit 5', async () => {
    const name = file('mine.md', tick(await exported('checklist'), 1));
    appendFileSync(journal, 'rubbish\n');
    const { code, stderr } = await place.run(['import', name]);
    expect([code, stderr]).toEqual([5, expect.stringContaining('certplan doctor')]);
  });
});
