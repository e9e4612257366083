/** The recipe in docs/journal.md: git merges two copies of a journal as `certplan import` does. */
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { happen, stateOf } from '../support/journal.ts';
import { describePeer } from '../support/peers.ts';
import { BINARY, runCommand, Sandbox } from './run.ts';
import { NO_FILES, quickPlan } from './sample.ts';

const guide = readFileSync(new URL('../../docs/journal.md', import.meta.url), 'utf8');
const block = (start: string): string => {
  const found = [...guide.matchAll(/^```\w*\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);
  const one = found.find((text) => text.startsWith(start));
  if (one === undefined) throw new Error(`docs/journal.md has no block that begins with ${start}`);
  return one;
};

describePeer('git', () => {
  test('both sides of a merge are there, and nothing else', async () => {
    const place = new Sandbox();
    const repository = place.home;
    const bin = programsIn(place);
    const shell = async (command: string): Promise<void> => {
      const { code, stderr, stdout } = await runCommand('sh', ['-ec', command], {
        cwd: repository,
        env: {
          HOME: place.root,
          PATH: `${bin}:${process.env.PATH}`,
          GIT_CONFIG_NOSYSTEM: '1',
          ...{ GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.com' },
          ...{ GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.com' },
        },
      });
      if (code !== 0) throw new Error(`${command}: exit ${code}\n${stdout}${stderr}`);
    };
    await place.ok(quickPlan('mine', ...NO_FILES));
    const journal = place.journal('mine');
    const done = (id: string, number: number) =>
      happen(journal, id, {
        ...{ type: 'done', numbers: [number], on: '2026-11-26' },
        ...{ minutes: null, felt: null, from: null },
      });

    writeFileSync(join(repository, '.gitattributes'), block('plans/*.jsonl'));
    executable(join(repository, 'certplan-merge'), block('#!/bin/sh'));
    await shell(`git init -q -b main && ${block('git config')}`);
    done('before', 1);
    await shell('git add -A && git commit -qm shared && git checkout -qb phone');
    done('phone', 2);
    await shell('git commit -qam phone && git checkout -q main');
    happen(journal, 'skip', { type: 'skipped', numbers: [4], why: null });
    done('main', 3);
    await shell('git commit -qam main && git merge -q --no-edit phone');

    const statuses = stateOf(journal).plan.sessions.map(({ status }) => status);
    expect(statuses.slice(0, 5)).toEqual(['done', 'done', 'done', 'skipped', 'planned']);
    expect(readFileSync(journal, 'utf8').trimEnd().split('\n')).toHaveLength(5);
    await place.ok(['doctor']);
    await shell(
      'git checkout -q phone && git merge -q --no-edit main && git diff --exit-code main',
    );
  });

  test('a copy of another plan is a conflict, and ours stays', async () => {
    const [place, far] = [new Sandbox(), new Sandbox()];
    await place.ok(quickPlan('mine', ...NO_FILES));
    await far.ok(quickPlan('mine', '--session', '100', ...NO_FILES));
    const script = join(place.work, 'certplan-merge');
    writeFileSync(script, block('#!/bin/sh'));
    const [ours, theirs] = [join(place.work, 'ours'), join(place.work, 'theirs')];
    copyFileSync(place.journal('mine'), ours);
    copyFileSync(far.journal('mine'), theirs);
    const { code } = await runCommand('sh', [script, ours, theirs], {
      cwd: place.work,
      env: { HOME: place.root, PATH: `${programsIn(place)}:${process.env.PATH}` },
    });
    expect(code).toBe(2);
    expect(readFileSync(ours).equals(readFileSync(place.journal('mine')))).toBe(true);
  });
});

function executable(path: string, text: string): void {
  writeFileSync(path, text);
  chmodSync(path, 0o755);
}

/** A folder for the path, with a `certplan` in it. */
function programsIn(place: Sandbox): string {
  const bin = join(place.root, 'bin');
  mkdirSync(bin);
  executable(join(bin, 'certplan'), `#!/bin/sh\nexec "${process.execPath}" "${BINARY}" "$@"\n`);
  return bin;
}
