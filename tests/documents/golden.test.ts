/**
 * Every text document of every learner, byte for byte against a file that was read. After a change
 * that is meant to be seen: CERTPLAN_GOLDEN=write npx vitest run FILE, and read the difference.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { planDocument } from '../../src/plan/plan-document.ts';
import { LEARNERS, type Told, tellOf } from './learners/learners.ts';
import { ankiOf, checklistOf, csvOf, htmlOf, icsOf, todoOf } from './render-all.ts';

const FOLDER = fileURLToPath(new URL('golden/', import.meta.url));

/** Documents by the ending of their files. */
const TEXTS: Readonly<Record<string, (told: Told) => string>> = {
  ics: ({ plan, words, stamp, cancelled, goneDates, skippedBecause }) =>
    icsOf(plan, { words, stamp, cancelled, goneDates, skippedBecause }),
  'todo.ics': ({ plan, words, stamp, cancelled, skippedBecause }) =>
    todoOf(plan, { words, stamp, cancelled, skippedBecause }),
  md: ({ plan, words }) => checklistOf(plan, 'markdown', words),
  txt: ({ plan, words }) => checklistOf(plan, 'text', words),
  org: ({ plan, words }) => checklistOf(plan, 'org', words),
  'todo.txt': ({ plan, words }) => checklistOf(plan, 'todo.txt', words),
  'anki.txt': ({ plan, words }) => ankiOf(plan, words),
  csv: ({ seen }) => csvOf(seen),
  html: ({ seen, words }) => htmlOf(seen, words),
  json: ({ seen }) => `${JSON.stringify(planDocument(seen), null, 2)}\n`,
};
const ENDINGS = Object.keys(TEXTS);

describe.each(LEARNERS)('$name', (learner) => {
  let told: Told;
  beforeAll(async () => {
    told = await tellOf(learner);
  });

  it.each(ENDINGS)('.%s stays as it is', (ending) => {
    const text = TEXTS[ending]?.(told) ?? '';
    const file = `${FOLDER}${learner.name}.${ending}`;
    if (process.env.CERTPLAN_GOLDEN === 'write') writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
});

it('there is no golden file of anybody else', () => {
  const kept = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isFile());
  const wanted = LEARNERS.flatMap(({ name }) => ENDINGS.map((ending) => `${name}.${ending}`));
  expect(kept.map(({ name }) => name).sort()).toEqual(wanted.sort());
});

/** What the learners are there for: without it their files would not show it. */
describe('the learners', () => {
  const of = async (name: string): Promise<Told> => {
    const learner = LEARNERS.find((one) => one.name === name);
    if (!learner) throw new Error(`no learner ${name}`);
    return tellOf(learner);
  };

  it('show progress: felt, skipped, missed, moved and cancelled', async () => {
    const { seen, cancelled, skippedBecause } = await of('beginner');
    const statuses = new Set(seen.sessions.map(({ status }) => status));
    expect([...statuses].sort()).toEqual(['done', 'missed', 'planned', 'skipped']);
    const felt = new Set(seen.sessions.map(({ actual }) => actual?.felt));
    expect([...felt]).toEqual(expect.arrayContaining(['again', 'hard', 'good', 'easy']));
    expect(Math.max(...seen.sessions.map(({ sequence }) => sequence))).toBeGreaterThan(0);
    expect(cancelled.length).toBeGreaterThan(0);
    expect(skippedBecause.size).toBe(1);
    expect(seen.waived).toEqual([]);
    expect(seen.sessions.filter(({ kind }) => kind === 'bridge').length).toBeGreaterThan(10);
  });

  it('show waivers, days off and busy times', async () => {
    const { plan } = await of('expert');
    expect(plan.waived.length).toBeGreaterThan(5);
    expect(plan.learner.daysOff).toHaveLength(3);
    expect(plan.basis.busy.length).toBeGreaterThan(5);
    expect(plan.exam?.source).toBe('given');
  });

  it.each(['beginner', 'expert'])('see the clocks change: %s', async (name) => {
    const { plan } = await of(name);
    const starts = plan.sessions.map(({ start }) => start);
    const inside = plan.zoneChanges.filter(
      ({ from }) => from > Math.min(...starts) && from < Math.max(...starts),
    );
    expect(inside).toHaveLength(1);
  });
});
