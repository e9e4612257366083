/** The transcript in docs is what the program answers today. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { twelveWeeks } from '../../scripts/transcript/page.ts';
import { BINARY, HOOK_MILLISECONDS } from '../cli/run.ts';

const committed = readFileSync(new URL('../../docs/twelve-weeks.md', import.meta.url), 'utf8');

let played = '';
beforeAll(() => {
  played = twelveWeeks(BINARY);
}, 2 * HOOK_MILLISECONDS);

test('docs/twelve-weeks.md is what the program answers, byte for byte', () => {
  expect(
    played === committed,
    'the answers are others than in docs/twelve-weeks.md: run `npm run transcript`, read the change as the learner would, and commit it',
  ).toBe(true);
});

test('the weeks still tell their story', () => {
  const week = (number: number): string => played.split(`\n## Week ${number}`)[1] ?? '';
  expect(week(1)).toContain('\n  fits   ');
  expect(week(2)).toContain(', felt hard: ');
  expect(week(2)).toContain('; pinned: ');
  expect(week(3)).toMatch(/sessions? gets? new places|session gets a new place/);
  expect(week(4)).toContain('\nskipped  ');
  expect(week(4)).toMatch(/\nplan\.md: \d+ sessions done/);
  expect(week(6)).toMatch(/sessions of earlier days are open/);
  expect(week(7)).toContain('\ntaken back  done ');
  expect(week(8)).toContain('does not fit any more');
  expect(week(8)).toMatch(/\n {2}cut +\d+ items?: /);
  expect(played.match(/\nscored {2}\d+ practice exam, /g)?.length).toBeGreaterThan(1);
  expect(week(12)).toContain('\nToday is the day: ');
});

test('nothing of this machine stands in it', () => {
  expect(played).not.toMatch(/\/tmp|\/home|certplan-transcript|\[\d+m/);
});
