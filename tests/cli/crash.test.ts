/** Nothing that was acknowledged is lost, whenever a run ends, and the next one works. */
import { randomInt } from 'node:crypto';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildDriver, certplan, eventsOf, KILLS, momentsOf, startNode } from './crash/victims.ts';
import { HOOK_MILLISECONDS, Sandbox } from './run.ts';
import { NO_FILES, planOf, quickPlan } from './sample.ts';

const MINUTES = 60_000;

let driver = '';
const tools = new Sandbox();
beforeAll(async () => {
  driver = await buildDriver(tools.root);
}, HOOK_MILLISECONDS);

/** The reasons of all skips: the driver numbers them. */
const skips = (journal: string): number[] =>
  eventsOf(journal).flatMap((event) =>
    event.type === 'skipped' ? [Number(event.why?.replace('event ', ''))] : [],
  );

describe('a writer that is killed', () => {
  test(
    'at any moment, while events stream in: every acknowledged one is there',
    async () => {
      const place = new Sandbox();
      await place.ok(quickPlan('mine', ...NO_FILES));
      const journal = place.journal('mine');
      const acknowledged: number[] = [];
      for (let kill = 0; kill < KILLS; kill += 1) {
        const args = [driver, place.home, 'mine', String(kill * 1000), '1000'];
        const victim = startNode(args, place.home, randomInt(120), 'first word');
        const { code, stdout } = await victim.ended;
        expect(code).toBeNull();
        acknowledged.push(...stdout.split('\n').filter(Boolean).map(Number));
        const there = new Set(skips(journal));
        expect(acknowledged.filter((number) => !there.has(number))).toEqual([]);
        // A file of some megabytes would only slow the rest down.
        if (there.size > 500) {
          await place.ok(quickPlan('mine', '--force', ...NO_FILES));
          acknowledged.length = 0;
        }
      }
      const { stdout } = await place.ok(['show', '--json', '--plan', 'mine']);
      expect(planOf(stdout).name).toBe('mine');
    },
    10 * MINUTES,
  );

  test(
    'while it records what was done: what ended with 0 is there, and the next command works',
    async () => {
      const place = new Sandbox();
      await place.ok(quickPlan('mine', ...NO_FILES));
      const moment = await momentsOf(() => certplan(['done', '3'], place.home, null));
      const acknowledged: number[] = [];
      for (let kill = 0; kill < KILLS; kill += 1) {
        const minutes = 1 + kill;
        const args = ['done', '1', '--minutes', String(minutes)];
        const { code, stderr } = await certplan(args, place.home, moment());
        expect([null, 0], stderr).toContain(code);
        if (code === 0) acknowledged.push(minutes);
      }
      const last = await place.ok(['done', '2', '--minutes', '1440']);
      expect(last.code).toBe(0);
      const there = eventsOf(place.journal('mine')).flatMap((event) =>
        event.type === 'done' ? [event.minutes] : [],
      );
      expect(there).toEqual(expect.arrayContaining([...acknowledged, 1440]));
      expect(readdirSync(join(place.home, 'plans')).filter((name) => /lock/.test(name))).toEqual(
        [],
      );
    },
    10 * MINUTES,
  );

  test(
    'while it replaces a plan: the old one or the new one is there, whole',
    async () => {
      const place = new Sandbox();
      await place.ok(quickPlan('mine', ...NO_FILES));
      const again = quickPlan('mine', '--force', ...NO_FILES);
      const moment = await momentsOf(() => certplan(again, place.home, null));
      let hours = 10;
      for (let kill = 0; kill < KILLS / 4; kill += 1) {
        const wanted = 5 + (kill % 8);
        const args = quickPlan('mine', '--force', ...NO_FILES, '--hours', String(wanted));
        const { code, stderr } = await certplan(args, place.home, moment());
        expect([null, 0], stderr).toContain(code);
        const plan = planOf((await place.ok(['show', '--json', '--plan', 'mine'])).stdout);
        const found = plan.learner.hoursPerWeek;
        expect(code === 0 ? [wanted] : [hours, wanted]).toContain(found);
        hours = found;
      }
      await place.ok(quickPlan('mine', '--force', ...NO_FILES));
    },
    10 * MINUTES,
  );

  test('what killed runs left beside the files goes with a later write, not before an hour', async () => {
    const place = new Sandbox();
    await place.ok(quickPlan('mine', ...NO_FILES));
    const folder = join(place.home, 'plans');
    const old = join(folder, '.certplan-0123456789ab.tmp');
    const fresh = join(folder, '.certplan-ba9876543210.tmp');
    const foreign = join(folder, '.certplan-notes.tmp');
    for (const path of [old, fresh, foreign]) writeFileSync(path, 'half a plan');
    const twoHoursAgo = Date.now() / 1000 - 7200;
    for (const path of [old, foreign]) utimesSync(path, twoHoursAgo, twoHoursAgo);
    await place.ok(quickPlan('other', ...NO_FILES));
    const left = readdirSync(folder).filter((name) => name.endsWith('.tmp'));
    expect(left.sort()).toEqual(['.certplan-ba9876543210.tmp', '.certplan-notes.tmp']);
  });
});

describe('two writers at once', () => {
  test(
    'of 500 events each: there are 1,000, each once',
    async () => {
      const place = new Sandbox();
      await place.ok(quickPlan('mine', ...NO_FILES));
      const both = await Promise.all(
        ['0', '500'].map(
          (first) => startNode([driver, place.home, 'mine', first, '500'], place.home, null).ended,
        ),
      );
      expect(both.map(({ code, stderr }) => [code, stderr])).toEqual([
        [0, ''],
        [0, ''],
      ]);
      const there = skips(place.journal('mine')).sort((a, b) => a - b);
      expect(there).toEqual(Array.from({ length: 1000 }, (_, index) => index));
      const instants = eventsOf(place.journal('mine')).map(({ at }) => at);
      expect(new Set(instants).size).toBe(instants.length);
    },
    5 * MINUTES,
  );

  test('commands that run side by side all count', async () => {
    const place = new Sandbox();
    await place.ok(quickPlan('mine', ...NO_FILES));
    const runs = Array.from({ length: 12 }, (_, index) =>
      place.ok(['done', String(index + 1), '--minutes', String(20 + index)]),
    );
    await Promise.all(runs);
    const plan = planOf((await place.ok(['show', '--json'])).stdout);
    const done = plan.sessions.filter(({ status }) => status === 'done');
    expect(done.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 1),
    );
  });
});
