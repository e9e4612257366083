/** `certplan status`: on a fresh plan, on the way, at the end, without an exam. */
import { appendFileSync, readFileSync } from 'node:fs';
import stringWidth from 'fast-string-width';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../src/plan/plan.ts';
import type { PlanEvent } from '../../src/progress/events.ts';
import { encodeEvent, readJournal } from '../../src/progress/journal.ts';
import type { StatusDocument } from '../../src/progress/status-document.ts';
import { type CivilDate, civilDate } from '../../src/time/civil-date.ts';
import { HOOK_MILLISECONDS, parseJson, type RunOptions, Sandbox } from './run.ts';
import { BERLIN, NO_FILES, quickPlan, WORKING } from './sample.ts';

const place = new Sandbox();
const day = (session: Session): CivilDate => civilDate(Math.floor(session.start / 1440));

function sessionsOf(name: string): readonly Session[] {
  const [created] = readJournal(readFileSync(place.journal(name), 'utf8')).events;
  if (created?.type !== 'created') throw new Error('no plan');
  return created.plan.sessions;
}

/** As if the commands of daily use had written them. */
function happened(name: string, events: readonly PlanEvent[]): void {
  const lines = events.map((event, index) =>
    encodeEvent({
      ...event,
      id: `event-${index}`,
      at: new Date(Date.parse('2026-11-25T13:00:00Z') + index * 1000).toISOString(),
    }),
  );
  appendFileSync(place.journal(name), `${lines.join('\n')}\n`);
}

const done = (session: Session, ratio: number): PlanEvent => ({
  type: 'done',
  numbers: [session.number],
  on: day(session),
  minutes: Math.round(session.minutes * ratio),
  felt: null,
  from: null,
});

const at = (now: string, env: RunOptions['env'] = {}): Partial<RunOptions> => ({
  env: { CERTPLAN_NOW: now, COLUMNS: '100', ...env },
});
const LATER = '2027-01-15T12:00:00Z';

const text = async (name: string, now: string, env: RunOptions['env'] = {}): Promise<string> =>
  (await place.ok(['status', '--plan', name], at(now, env))).stdout;
const document = async (name: string, now: string): Promise<StatusDocument> =>
  parseJson<StatusDocument>((await place.ok(['status', '--json', '--plan', name], at(now))).stdout);

beforeAll(async () => {
  const working = [...WORKING, ...BERLIN, ...NO_FILES, '--hours', '6'];
  for (const name of ['fresh', 'slow', 'kept', 'missed']) {
    await place.ok(['plan', 'azure-ai-103', ...working, '--name', name]);
  }
  await place.ok(quickPlan('old', ...NO_FILES));
  await place.ok(quickPlan('through', ...NO_FILES));
  const past = sessionsOf('slow').filter(
    ({ start, minutes }) => start + minutes <= Date.parse(LATER) / 60_000,
  );
  const questions = sessionsOf('slow').filter(({ kind }) => kind === 'practice-questions');
  const scored = (session: Session, percent: number): PlanEvent => ({
    type: 'scored',
    number: session.number,
    activity: session.activity,
    on: '2027-01-14',
    percent,
    domains: {},
    questions: 20,
  });
  happened('slow', [
    ...past.map((session) => done(session, 1.35)),
    ...questions.slice(0, 2).map((session, index) => scored(session, index === 0 ? 85 : 55)),
  ]);
  happened(
    'kept',
    past.map((session) => done(session, 0.9)),
  );
  happened(
    'missed',
    past.slice(0, 10).map((session) => done(session, 1)),
  );
  happened(
    'through',
    sessionsOf('through').map((session) => done(session, 1)),
  );
}, HOOK_MILLISECONDS);

describe('status of a fresh plan', () => {
  test('says that nothing is done, without false precision on readiness', async () => {
    const { stdout, stderr } = await place.ok(
      ['status', '--plan', 'fresh'],
      at('2026-11-25T12:00:00Z'),
    );
    expect(stdout).toMatch(/done +0 of \d+ h .* 0 % +\(the plan said 0 %\)/);
    expect(stdout).toMatch(/forecast +through by .*\(even chance\).*\(85 %\)/);
    expect(stdout).toContain('usual habits are assumed');
    expect(stdout).toContain('no estimate yet');
    expect(stdout).not.toMatch(/ pace | weakest | a week | overdue /);
    expect(stderr).toBe('next   certplan today --plan fresh\n');
  });

  test('has the cushion that the plan was made with', async () => {
    const { stdout } = await place.ok(['show', '--json', '--plan', 'fresh']);
    const plan = parseJson<{ feasibility: { cushionMinutes: number; neededMinutes: number } }>(
      stdout,
    );
    const status = await document('fresh', '2026-11-25T12:00:00Z');
    expect(status.cushionMinutes).toBe(plan.feasibility.cushionMinutes);
    expect(status.planned.minutes).toBe(plan.feasibility.neededMinutes);
  });
});

describe('status on the way', () => {
  test('says pace, forecast and readiness of a slow learner, and what would help', async () => {
    const { stdout, stderr } = await place.ok(['status', '--plan', 'slow'], at(LATER));
    expect(stdout).toMatch(/pace +docs 1\.[34] ×/);
    expect(stdout).toMatch(/on time +100 %/);
    expect(stdout).toMatch(/by the exam: (under )?\d+ % chance/);
    expect(stdout).toMatch(/readiness +estimate: /);
    expect(stdout).toMatch(/rests on 40 practice questions and \d+ % of the material done/);
    expect(stdout).toMatch(/weakest .*\(practice 55 %\)/);
    expect(stdout).toMatch(/strongest .*\(practice 85 %\)/);
    expect(stdout).toMatch(/a week +[▁▂▃▄▅▆▇█]+ /);
    expect(stderr).toMatch(
      /^next {3}certplan adjust (--hours [\d.]+|--exam 2027-\d\d-\d\d) --plan slow lifts the chance to \d\d %\n$/,
    );
  });

  test('sends on who keeps the plan', async () => {
    const { stderr } = await place.ok(['status', '--plan', 'kept'], at(LATER));
    expect(stderr).toBe('next   certplan today --plan kept\n');
  });

  test('lists what is overdue and points to the re-plan', async () => {
    const { stdout, stderr } = await place.ok(['status', '--plan', 'missed'], at(LATER));
    expect(stdout).toMatch(
      /overdue +\d+ sessions, .*: 11, 12, 13, 14, 15, 16, 17, 18 and \d+ more/,
    );
    expect(stderr).toBe('next   certplan replan --plan missed\n');
    const { overdue, advice, next } = await document('missed', LATER);
    expect(overdue.slice(0, 3)).toEqual([11, 12, 13]);
    expect(advice).toEqual({ kind: 'replan' });
    expect(next && next.start > LATER.slice(0, 10)).toBe(true);
  });

  test('-q leaves the next step out', async () => {
    const { stderr } = await place.ok(['status', '-q', '--plan', 'missed'], at(LATER));
    expect(stderr).toBe('');
  });
});

test('when all is done it says so, and has nothing to advise', async () => {
  const { stdout, stderr } = await place.ok(
    ['status', '--plan', 'through'],
    at('2027-06-01T12:00:00Z'),
  );
  expect(stdout).toMatch(/done +\d+ h of \d+ h .* 100 %/);
  expect(stdout).toContain('nothing is left to do');
  expect(stderr).toBe('');
  const status = await document('through', '2027-06-01T12:00:00Z');
  expect(status.next).toBeNull();
  expect(status.done.sessions).toBe(status.planned.sessions);
});

test('a retired exam has no exam day, no chance by it and no cushion, but a forecast', async () => {
  const stdout = await text('old', '2026-11-25T12:00:00Z');
  expect(stdout).toMatch(/exam +none/);
  expect(stdout).toMatch(/forecast +through by /);
  expect(stdout).not.toMatch(/by the exam|cushion/);
  const status = await document('old', '2026-11-25T12:00:00Z');
  expect(status.exam).toBeNull();
  expect(status.cushionMinutes).toBeNull();
  expect(status.forecast.chanceByExam).toBeNull();
});

test('--json holds what the contract names', async () => {
  const status = await document('slow', LATER);
  expect(status.schema).toBe('certplan.status/1');
  for (const key of [
    'done',
    'planned',
    'byDomain',
    'pace',
    'adherence',
    'forecast',
    'readiness',
    'cushionMinutes',
    'overdue',
    'next',
  ]) {
    expect(status).toHaveProperty(key);
  }
  expect(status.pace.docs).toBeCloseTo(1.35, 1);
  expect(Object.keys(status.forecast)).toEqual(['p50', 'p85', 'chanceByExam']);
  expect(status.readiness.low).toBeLessThanOrEqual(status.readiness.estimate);
  expect(status.readiness.score.low).toBeLessThan(status.readiness.score.high);
  expect(status.next?.status).toBe('planned');
});

test('the same state gives the same answer, whatever the zone of the process', async () => {
  const answers = await Promise.all(
    ['UTC', 'Pacific/Apia'].map((TZ) =>
      place.ok(['status', '--json', '--plan', 'slow'], at(LATER, { TZ })),
    ),
  );
  expect(new Set(answers.map(({ stdout }) => stdout)).size).toBe(1);
});

test.each([40, 60, 80, 120])('no line is wider than a terminal of %i columns', async (columns) => {
  for (const name of ['slow', 'missed', 'fresh', 'old']) {
    const stdout = await text(name, LATER, { COLUMNS: String(columns) });
    for (const line of stdout.split('\n')) {
      expect(stringWidth(line), line).toBeLessThanOrEqual(columns);
    }
  }
});

test('an ASCII terminal gets ASCII', async () => {
  const { stdout, stderr } = await place.ok(['status', '--plan', 'slow'], at(LATER, { LANG: 'C' }));
  expect(stdout + stderr).toMatch(/^[\n\x20-\x7e]*$/);
  expect(stdout).toMatch(/#+\.+ /);
  expect(stdout).not.toContain('?');
});
