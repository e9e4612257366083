/** What people type every day: what is on, what was done, and taking it back. */
import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ErrorDocument, HOOK_MILLISECONDS, type Outcome, parseJson, Sandbox } from './run.ts';
import { NO_FILES, planOf, quickPlan } from './sample.ts';

interface SessionJson {
  readonly number: number;
  readonly start: string;
  readonly end: string;
  readonly minutes: number;
  readonly kind: string;
  readonly title: string;
  readonly status: string;
  readonly pinned: boolean;
  readonly builds: { readonly after: readonly number[] };
  readonly actual: {
    readonly on: string;
    readonly minutes: number;
    readonly felt: string | null;
  } | null;
}
interface ChangeJson {
  readonly schema: string;
  readonly command: string;
  readonly numbers: readonly number[];
  readonly sessions: readonly SessionJson[];
  readonly warnings?: readonly string[];
}
interface DayJson {
  readonly schema: string;
  readonly date: string;
  readonly sessions: readonly SessionJson[];
  readonly overdue: readonly number[];
  readonly timer: { readonly number: number; readonly minutes: number } | null;
}

const place = new Sandbox();
let whole = '';
let sessions: readonly SessionJson[] = [];

beforeAll(async () => {
  await place.ok(quickPlan('mine', ...NO_FILES));
  whole = readFileSync(place.journal('mine'), 'utf8');
  sessions = planOf((await place.ok(['show', '--json'])).stdout)
    .sessions as unknown as readonly SessionJson[];
}, HOOK_MILLISECONDS);

/** Every test begins with the plan as it was made. */
beforeEach(() => writeFileSync(place.journal('mine'), whole));

/** Thursday, the first day of the plan, in the middle of its evening. */
const EVENING = '2026-11-26T18:20:00Z';
/** Saturday, after nothing was done on Thursday. */
const SATURDAY = '2026-11-28T07:00:00Z';

type Environment = Readonly<Record<string, string | undefined>>;
const at = (now: string, env: Environment = {}) => ({ env: { CERTPLAN_NOW: now, ...env } });
const ok = (args: readonly string[], now = EVENING, env: Environment = {}): Promise<Outcome> =>
  place.ok(args, at(now, env));
const changed = async (args: readonly string[], now = EVENING): Promise<ChangeJson> =>
  parseJson<ChangeJson>((await ok([...args, '--json'], now)).stdout);
const dayOf = async (args: readonly string[], now: string): Promise<DayJson> =>
  parseJson<DayJson>((await ok([...args, '--json'], now)).stdout);
const session = async (number: number, now = EVENING): Promise<SessionJson> =>
  parseJson<SessionJson>((await ok(['show', String(number), '--json'], now)).stdout);

/** It is refused with the code, in both voices, and nothing is written. */
async function refused(
  args: readonly string[],
  code: number,
  error: string,
  now = EVENING,
): Promise<Outcome> {
  const before = place.snapshot();
  const outcome = await place.run([...args, '--json'], at(now));
  expect([args, outcome.code]).toEqual([args, code]);
  const document = parseJson<ErrorDocument>(outcome.stdout);
  expect(document.error.code).toBe(error);
  expect(document.error.hint).not.toBeNull();
  expect(outcome.stderr).toContain(document.error.message);
  expect(place.snapshot()).toEqual(before);
  return outcome;
}

const onDay = (date: string): readonly SessionJson[] =>
  sessions.filter(({ start }) => start.startsWith(date));

describe('today', () => {
  test('says what to do now: sessions, times, the current one marked, its first action', async () => {
    const { stdout, stderr } = await ok(['today']);
    const today = onDay('2026-11-26');
    expect(stdout).toMatch(/^Thu 26 Nov · .* · week 1 of \d+\n/);
    for (const { number, start, minutes } of today) {
      expect(stdout).toMatch(
        new RegExp(`^  . +${number}  ${start.slice(11, 16)} +${minutes} m  `, 'm'),
      );
    }
    // 19:20 in Berlin: the slot of the first is over, the second runs.
    expect(stdout).toMatch(/^ {2}! +1 /m);
    expect(stdout).toMatch(/^ {2}▸ +2 /m);
    expect(stdout).toMatch(/^ {6}first +\S/m);
    expect(stderr).toBe('next   certplan start 2\n');
  });

  test('a review shows its questions, at most three lines', async () => {
    const review = sessions.find(({ kind }) => kind === 'review');
    const before = new Date(Date.parse(review?.start ?? '') + 60_000).toISOString();
    // Nothing else is open that would come first.
    await ok(['done', `1-${(review?.number ?? 0) - 1}`], before);
    const { stdout, stderr } = await ok(['today'], before);
    expect(stdout).toMatch(new RegExp(`▸ +${review?.number} .* review `));
    expect(stdout).toMatch(/^ {6}ask +\S.*\n {13}\S.*\n {13}\S/m);
    expect(stderr).toBe(`next   certplan show ${review?.number}\n`);
  });

  test('open sessions of earlier days are one kind line', async () => {
    const { stdout } = await ok(['today'], SATURDAY);
    const count = onDay('2026-11-26').length;
    expect(stdout).toMatch(
      new RegExp(
        `^${count} sessions of earlier days are open \\(1–${count}: .*\\)\\. certplan replan`,
        'm',
      ),
    );
    await ok(['done', `2-${count}`], SATURDAY);
    expect((await ok(['today'], SATURDAY)).stdout).toMatch(
      /^1 session of an earlier day is open \(1: /m,
    );
  });

  test('nothing today: when the next one is', async () => {
    const { stdout } = await ok(['today'], '2026-11-25T12:00:00Z');
    expect(stdout).toMatch(/^Nothing is planned today\.\nNext: Thu 26 Nov 19:00, 1 docs, 15 m: /m);
  });

  test('all of today done: a word of praise, and what is next', async () => {
    const last = onDay('2026-11-26').at(-1)?.number;
    await ok(['done', `1-${last}`]);
    const { stdout } = await ok(['today']);
    expect(stdout).toContain('Well done');
    const next = sessions.find(({ number }) => number === (last ?? 0) + 1);
    expect(stdout).toMatch(new RegExp(`^Next: .* Nov ${next?.start.slice(11, 16)}, `, 'm'));
    expect(stdout.match(/^ {2}✓/gm)).toHaveLength(last ?? 0);
  });

  test('all of the plan done: congratulations', async () => {
    await ok(['done', `1-${sessions.length}`]);
    expect((await ok(['today'], '2027-01-20T12:00:00Z')).stdout).toContain('Congratulations');
  });

  test('the timer is shown, for a session of another day, too', async () => {
    await ok(['start', '2']);
    expect((await ok(['today'], '2026-11-26T18:32:00Z')).stdout).toMatch(
      /timer +runs, 12 m of 30 m/,
    );
    await ok(['stop', '--not-done'], '2026-11-26T18:32:00Z');
    await ok(['start', '40'], '2026-11-26T18:33:00Z');
    expect((await ok(['today'], '2026-11-26T18:35:00Z')).stdout).toMatch(
      /timer runs for 40, 2 m: /,
    );
  });

  test('--plain: one line a session with tabs between its columns, nothing on stderr', async () => {
    await ok(['done', '3']);
    const { stdout, stderr } = await ok(['today', '--plain']);
    expect(stderr).toBe('');
    const status = (number: number): string =>
      number === 3 ? 'done' : number < 2 ? 'missed' : 'planned';
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t').slice(0, 5)),
    ).toEqual(
      onDay('2026-11-26').map(({ number, start, minutes, kind }) => [
        String(number),
        start.slice(11, 16),
        String(minutes),
        status(number),
        kind,
      ]),
    );
    expect((await ok(['today', '--plain'], '2026-11-25T12:00:00Z')).stdout).toBe('');
  });

  test('--json: date, sessions, what is overdue, the timer', async () => {
    await ok(['start', '12'], SATURDAY);
    const day = await dayOf(['today'], SATURDAY);
    expect(day).toMatchObject({
      schema: 'certplan.today/1',
      date: '2026-11-28',
      overdue: onDay('2026-11-26').map(({ number }) => number),
      timer: { number: 12, minutes: 1 },
    });
    expect(day.sessions.map(({ number }) => number)).toEqual(
      onDay('2026-11-28').map(({ number }) => number),
    );
  });

  test('the day is that of the plan, whatever the zone of the machine', async () => {
    const late = '2026-11-25T23:30:00Z';
    const outcomes = await Promise.all(
      ['UTC', 'Pacific/Auckland', 'America/Los_Angeles'].map((TZ) => ok(['today'], late, { TZ })),
    );
    for (const { stdout } of outcomes) expect(stdout).toBe(outcomes[0]?.stdout);
    expect(outcomes[0]?.stdout).toMatch(/^Thu 26 Nov/);
  });

  test.each([40, 80, 100])('at width %i it is one screen, no line wider', async (width) => {
    for (const now of [EVENING, SATURDAY, '2026-12-01T18:00:00Z']) {
      const { stdout, stderr } = await ok(['today'], now, { COLUMNS: String(width) });
      const lines = stdout.trimEnd().split('\n');
      expect(lines.length + stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(24);
      for (const line of lines) expect([line, line.length <= width]).toEqual([line, true]);
    }
  });

  test('in ASCII and without colour where that is asked for', async () => {
    await ok(['done', '1', '2']);
    const { stdout, stderr } = await ok(['today'], EVENING, { LANG: 'C', NO_COLOR: '1' });
    expect(stdout + stderr).toMatch(/^[\x20-\x7e\n]*$/);
    expect(stdout).toMatch(/^ {2}x +1 /m);
    expect(stdout).toMatch(/^ {2}> +3 /m);
    const coloured = await ok(['today'], EVENING, { LANG: 'C', FORCE_COLOR: '1' });
    expect(coloured.stdout).toContain('\u001b[');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are taken out
    expect(coloured.stdout.replace(/\u001b\[\d+m/g, '')).toBe(stdout);
  });

  test('-q leaves the hint out', async () => {
    expect((await ok(['today', '-q'])).stderr).toBe('');
  });
});

describe('around the exam', () => {
  const other = new Sandbox();
  beforeAll(async () => {
    const line = [
      'plan',
      'azure-ai-103',
      '--skill',
      'python=4,apis=4,iam=4,statistics=4,ml=4,cloud-azure=4',
    ];
    await other.ok([
      ...line,
      ...[
        '--hours',
        '10',
        '--exam',
        '2027-01-20T09:00',
        '--timezone',
        'Europe/Berlin',
        '--name',
        'e',
      ],
      ...NO_FILES,
    ]);
  }, HOOK_MILLISECONDS);
  const today = async (now: string): Promise<string> => (await other.ok(['today'], at(now))).stdout;

  test('the days until it are counted', async () => {
    expect(await today('2026-11-30T12:00:00Z')).toMatch(/^Mon 30 Nov .*exam in 51 days$/m);
    expect(await today('2027-01-19T12:00:00Z')).toMatch(/^Tue 19 Jan .*exam tomorrow$/m);
  });

  test('on the day: the time, the ID, good wishes, and no word of what was missed', async () => {
    const text = await today('2027-01-20T06:00:00Z');
    expect(text).toMatch(/exam today$/m);
    expect(text).toContain('at 09:00');
    expect(text).toContain('ID');
    expect(text).toContain('Good luck');
    expect(text).not.toContain('open');
  });

  test('after it: what there is to do if it needs a second try', async () => {
    const text = await today('2027-01-21T06:00:00Z');
    expect(text).toMatch(/^The exam is behind you/m);
    expect(text).toContain('second try');
  });

  test('week names the dates around it', async () => {
    const { stdout } = await other.ok(['week'], at('2027-01-20T06:00:00Z'));
    expect(stdout).toMatch(/Wed 20 Jan · Exam AI-103 at 09:00/);
  });

  test('a session that is moved past it: a warning', async () => {
    const { stderr } = await other.ok(
      ['move', '3', '2027-01-21T19:00'],
      at('2026-11-25T12:00:00Z'),
    );
    expect(stderr).toContain('after the exam');
  });
});

describe('week and agenda', () => {
  test('show the days they speak of, each session once, with marks', async () => {
    await ok(['done', '1']);
    await ok(['skip', '2']);
    const { stdout } = await ok(['week'], SATURDAY);
    const row = /(\d\d:\d\d) (.) +(\d+) +\d+ m /g;
    const rows = [...stdout.matchAll(row)].map((match) => [Number(match[3]), match[2]]);
    const marks: Readonly<Record<number, string>> = { 1: '✓', 2: '–' };
    expect(rows).toEqual(
      sessions
        .filter(({ start }) => start < '2026-11-30')
        .map(({ number, start }) => [number, marks[number] ?? (start < '2026-11-28' ? '!' : ' ')]),
    );
  });

  test.each([
    [['week'], 'certplan.week/1', '2026-11-23', '2026-11-29'],
    [['agenda'], 'certplan.agenda/1', '2026-11-28', '2026-12-11'],
    [['agenda', '--days', '1'], 'certplan.agenda/1', '2026-11-28', '2026-11-28'],
  ])('%j --json', async (args, schema, from, to) => {
    const day = await dayOf(args, SATURDAY);
    expect(day).toMatchObject({ schema, date: '2026-11-28', from, to, timer: null });
    expect(day.sessions.map(({ number }) => number)).toEqual(
      sessions
        .filter(({ start }) => start.slice(0, 10) >= from && start.slice(0, 10) <= to)
        .map(({ number }) => number),
    );
  });

  test('where there is nothing, they say when there is', async () => {
    const { stdout } = await ok(['agenda', '--days', '1'], '2026-11-27T12:00:00Z');
    expect(stdout).toMatch(/^nothing .*next is 11 on Sat 28 Nov$/m);
  });

  test('at width 40 no line is wider', async () => {
    const { stdout } = await ok(['agenda'], SATURDAY, { COLUMNS: '40' });
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
  });

  test.each(['0', '367', 'x', '-1', '1.5'])('--days %s: exit 2', (days) =>
    refused(['agenda', `--days=${days}`], 2, 'bad-command-line').then(() => {}),
  );
});

describe('show', () => {
  test('says missed, in text and in JSON; the documents of show and export agree', async () => {
    const shown = await ok(['show', '--json'], SATURDAY);
    const [first, second] = planOf(shown.stdout).sessions;
    expect([first?.status, second?.status]).toEqual(['missed', 'missed']);
    expect((await ok(['export', 'json'], SATURDAY)).stdout).toBe(shown.stdout);
    expect((await ok(['show'], SATURDAY)).stdout).toMatch(/19:00 ! +1 /);
    expect((await ok(['show', '1'], SATURDAY)).stdout).toContain('missed');
  });

  test('one session says what really happened to it', async () => {
    await ok(['done', '1', '--minutes', '50', '--felt', 'hard']);
    await ok(['skip', '2', '--why', 'have one']);
    await ok(['move', '3', '2026-11-30T21:30']);
    expect((await ok(['show', '1'])).stdout).toMatch(
      /done on Thu 26 Nov 2026, 50 m \(planned 15 m\), felt hard/,
    );
    expect((await ok(['show', '2'])).stdout).toContain('skipped: have one');
    expect((await ok(['show', '3'])).stdout).toContain('pinned');
  });
});

describe('done', () => {
  test('numbers and ranges, with what was said about them; what is next is answered', async () => {
    const { stdout, stderr } = await ok([
      'done',
      '1',
      '3-5',
      '7,8',
      '--felt',
      'hard',
      '--minutes',
      '20',
    ]);
    expect(stdout).toMatch(
      /^done {2}1, 3–5, 7, 8: 6 sessions, 2 h, felt hard\ntoday {2}next is 2 /,
    );
    expect(stderr).toBe('next   certplan start 2\n');
    for (const number of [1, 3, 4, 5, 7, 8]) {
      expect(await session(number)).toMatchObject({
        status: 'done',
        actual: { on: '2026-11-26', minutes: 20, felt: 'hard' },
      });
    }
  });

  test('before its slot, too; the slot stays as planned', async () => {
    await ok(['done', '30']);
    const [planned] = sessions.filter(({ number }) => number === 30);
    expect(await session(30)).toMatchObject({ status: 'done', start: planned?.start });
  });

  test('--json: the sessions as they are now', async () => {
    const change = await changed(['done', '1', '2']);
    expect(change).toMatchObject({ schema: 'certplan.change/1', command: 'done', numbers: [1, 2] });
    expect(change.sessions.map(({ status, actual }) => [status, actual?.minutes])).toEqual([
      ['done', 15],
      ['done', 30],
    ]);
  });

  test.each([
    ['yesterday', '2026-11-25'],
    ['today', '2026-11-26'],
    ['mon', '2026-11-23'],
    ['friday', '2026-11-20'],
    ['2026-11-01', '2026-11-01'],
  ])('--on %s is %s', async (on, date) => {
    const {
      sessions: [first],
    } = await changed(['done', '1', '--on', on]);
    expect(first?.actual?.on).toBe(date);
  });

  test('--on a day to come: exit 2', async () => {
    await refused(['done', '1', '--on', 'tomorrow'], 2, 'in-future');
    await refused(['done', '1', '--on', '2027-01-01'], 2, 'in-future');
    await refused(['done', '1', '--on', '+1d'], 2, 'in-future');
  });

  test('twice: said, exit 0, nothing written; with more words it is corrected', async () => {
    await ok(['done', '1']);
    const before = place.snapshot();
    expect((await ok(['done', '1'])).stdout).toMatch(/^1 is done already, on Thu 26 Nov, 15 m/);
    expect(await changed(['done', '1'])).toMatchObject({ numbers: [], sessions: [] });
    expect(place.snapshot()).toEqual(before);
    expect((await ok(['done', '1', '--minutes', '40'])).stdout).toMatch(
      /^corrected {2}1 docs, 40 m/,
    );
    await ok(['done', '1', '--felt', 'easy', '--on', 'yesterday']);
    expect((await session(1)).actual).toEqual({ on: '2026-11-25', minutes: 40, felt: 'easy' });
  });

  test('an unknown number among others: exit 4, the range is named, nothing is written', async () => {
    const { stderr } = await refused(['done', '1', '999', '1000'], 4, 'no-session');
    expect(stderr).toContain('999, 1000');
    expect(stderr).toContain(`1 to ${sessions.length}`);
  });

  test.each([
    [['done']],
    [['done', 'x']],
    [['done', '0']],
    [['done', '5-3']],
    [['done', '1-99999']],
    [['done', '1', '--minutes', '0']],
    [['done', '1', '--minutes', 'ten']],
    [['done', '1', '--felt', 'fine']],
  ])('%j: exit 2', (args) => refused(args, 2, 'bad-command-line').then(() => {}));

  test('the command line is checked before data is read', async () => {
    const empty = new Sandbox();
    for (const args of [
      ['done', '1', '--on', 'someday'],
      ['move', '1', 'someday'],
      ['move', '1', '2027-01-20T25:00'],
      ['score', '1', '101'],
      ['score', '1', '70', '--domain', 'd1'],
      ['skip', 'one'],
    ]) {
      expect([args, (await empty.run(args)).code]).toEqual([args, 2]);
    }
    expect((await empty.run(['done', '1'])).code).toBe(4);
  });
});

describe('the timer', () => {
  test('start, stop: done in the minutes it took, on the day it was started', async () => {
    expect((await ok(['start', '2'])).stdout).toMatch(
      /^started {2}2 logistics, 30 m planned: .*\nfirst {2}/,
    );
    const change = await changed(['stop', '--felt', 'good'], '2026-11-26T18:57:40Z');
    expect(change).toMatchObject({ command: 'stop', numbers: [2] });
    expect(change.sessions[0]?.actual).toEqual({ on: '2026-11-26', minutes: 37, felt: 'good' });
  });

  test('counts at least one minute, and at most a day', async () => {
    await ok(['start', '2']);
    expect((await changed(['stop'])).sessions[0]?.actual?.minutes).toBe(1);
    await ok(['start', '3']);
    const { stdout, stderr } = await ok(['stop'], '2026-11-29T12:00:00Z');
    expect(stdout).toMatch(/^done {2}3 \w+, 24 h \(planned 10 m\)/);
    expect(stderr).toMatch(/^note .*certplan done 3 --minutes 10$/m);
    expect((await session(3)).actual?.on).toBe('2026-11-26');
  });

  test('stop --not-done logs, and the minutes count when it is done', async () => {
    await ok(['start', '2']);
    const { stdout } = await ok(['stop', '--not-done'], '2026-11-26T18:30:00Z');
    expect(stdout).toMatch(/^stopped {2}2 stays open, 10 m logged so far/);
    expect((await session(2)).status).toBe('planned');
    await ok(['start', '2'], '2026-11-26T18:31:00Z');
    await ok(['stop'], '2026-11-26T18:36:00Z');
    expect((await session(2)).actual?.minutes).toBe(15);
  });

  test('runs for a session that is said to be done: its minutes count, unless others are said', async () => {
    await ok(['start', '2']);
    await ok(['done', '2', '3'], '2026-11-26T18:32:00Z');
    expect((await session(2)).actual?.minutes).toBe(12);
    expect((await session(3)).actual?.minutes).toBe(10);
    await ok(['undo'], '2026-11-26T18:33:00Z');
    expect((await session(3)).status).toBe('planned');
    await ok(['done', '2', '--minutes', '20'], '2026-11-26T18:34:00Z');
    expect((await session(2)).actual?.minutes).toBe(20);
  });

  test('one at a time; the same one again is no error', async () => {
    await ok(['start', '2']);
    const { stderr } = await refused(['start', '3'], 2, 'timer-runs', '2026-11-26T18:30:00Z');
    expect(stderr).toContain('session 2, 10 m so far');
    expect(stderr).toContain('certplan stop');
    const before = place.snapshot();
    expect((await ok(['start', '2'], '2026-11-26T18:30:00Z')).stdout).toMatch(
      /^runs already, 10 m/,
    );
    expect(place.snapshot()).toEqual(before);
  });

  test('what it cannot be asked: exit 2 and the remedy', async () => {
    expect((await refused(['stop'], 2, 'no-timer')).stderr).toContain('certplan start');
    await refused(['stop', '--not-done', '--felt', 'good'], 2, 'felt-and-not-done');
    await refused(['start', '999'], 4, 'no-session');
    await refused(['start', '1-2'], 2, 'bad-command-line');
    await ok(['done', '1']);
    expect((await refused(['start', '1'], 2, 'done-already')).stderr).toContain('certplan undo');
  });
});

describe('skip', () => {
  test('records why, and names what builds on it', async () => {
    const dependants = sessions.filter(({ builds }) => builds.after.includes(10));
    const { stdout, stderr } = await ok(['skip', '10', '--why', 'know it\nfrom work']);
    expect(stdout).toMatch(/^skipped {2}10 docs: /);
    expect(stderr).toMatch(/^note +.*builds? on it/m);
    expect(stderr).toContain(String(dependants[0]?.number));
    expect((await session(10)).status).toBe('skipped');
    expect((await ok(['history'])).stdout).toContain('skipped 10: know it from work');
  });

  test('a reason with control characters is shown clean', async () => {
    await ok(['skip', '10', '--why', 'a\u001b[31mb\u0007\u202ec']);
    const { stdout } = await ok(['history']);
    expect(stdout).toMatch(/skipped 10: a\[31mbc$/m);
    expect((await ok(['show', '10'])).stdout).toMatch(/skipped: a\[31mbc$/m);
  });

  test('several at once; again: said, nothing written; a done one: exit 2', async () => {
    expect(await changed(['skip', '3-5'])).toMatchObject({ command: 'skip', numbers: [3, 4, 5] });
    const before = place.snapshot();
    expect((await ok(['skip', '4'])).stdout).toMatch(/^4 is skipped already/);
    expect(place.snapshot()).toEqual(before);
    await ok(['done', '1']);
    await refused(['skip', '1', '2'], 2, 'done-already');
    await ok(['done', '4']);
    expect((await session(4)).status).toBe('done');
  });
});

describe('move', () => {
  test('to a date: the time of day it had where that is free, and pinned', async () => {
    const time = sessions.find(({ number }) => number === 22)?.start.slice(10) ?? '';
    const change = await changed(['move', '22', 'fri', '--plan', 'mine'], '2026-11-25T12:00:00Z');
    expect(change.sessions[0]).toMatchObject({ start: `2026-11-27${time}`, pinned: true });
    expect(change.warnings?.[0]).toContain('outside your windows');
  });

  test('to a date: else the first free slot of that day, and it says which', async () => {
    // Of the same week, so that its hours stay as they are; short, so that there is room.
    const short = sessions.find(
      ({ start, minutes, kind }) =>
        /^2026-12-0[2-6]/.test(start) && minutes <= 10 && kind !== 'review',
    );
    const number = short?.number ?? 0;
    const { stdout, stderr } = await ok(['move', String(number), 'mon']);
    expect(stdout).toMatch(
      new RegExp(
        `^moved {2}${number} \\w+, \\d+ m to Mon 30 Nov 2026 \\d\\d:\\d\\d, the first free slot of\\s+that day`,
      ),
    );
    expect(stderr).not.toContain('the week from');
    const moved = await session(number);
    const start = Date.parse(moved.start);
    for (const other of onDay('2026-11-30')) {
      const clear =
        Date.parse(other.end) <= start || Date.parse(other.start) >= Date.parse(moved.end);
      expect([other.number, clear]).toEqual([other.number, true]);
    }
  });

  test('outside a rule: obeys, and names each that is broken', async () => {
    const {
      sessions: [first],
      warnings,
    } = await changed(['move', '40', '2026-11-26T19:50']);
    expect(first?.start).toBe('2026-11-26T19:50:00+01:00');
    expect(warnings?.join('\n')).toMatch(/overlaps with 3/);
    const { stderr } = await ok(['move', '40', '2026-11-26T23:55']);
    expect(stderr).toMatch(/^note +40: .*outside your windows/m);
    expect(stderr).toMatch(/^next +certplan undo$/m);
    const order = await changed(['move', '1', '2026-12-24T19:00']);
    expect(order.warnings?.join('\n')).toMatch(/build on it/);
    const practice = sessions.find(({ kind }) => kind === 'practice-exam')?.number ?? 0;
    const exam = await changed(['move', String(practice), '2026-12-03T19:00']);
    expect(exam.warnings?.join('\n')).toMatch(/% of the content/);
  });

  test('where it is already: said, nothing written', async () => {
    await ok(['move', '22', '2026-12-04T19:00']);
    const before = place.snapshot();
    expect((await ok(['move', '22', '2026-12-04T19:00'])).stdout).toMatch(/is there already/);
    expect(place.snapshot()).toEqual(before);
  });

  test('the past, a finished session, an unknown one, a year too far: refused', async () => {
    await refused(['move', '22', 'yesterday'], 2, 'in-past');
    await refused(['move', '22', '2026-11-26T19:19'], 2, 'in-past');
    await refused(['move', '22', '2029-01-01'], 2, 'too-far');
    await refused(['move', '22', 'someday'], 2, 'bad-date');
    await refused(['move', '999', 'fri'], 4, 'no-session');
    await ok(['done', '22']);
    const { stderr } = await refused(['move', '22', 'fri'], 2, 'done-already');
    expect(stderr).toContain('certplan undo');
  });
});

describe('score', () => {
  const exams = () =>
    sessions.filter(({ kind }) => kind === 'practice-exam').map(({ number }) => number);

  test('of a practice exam: against the pass mark and the gate, the weakest domain, and done', async () => {
    const [exam = 0] = exams();
    const line = ['score', String(exam), '72', '--domain', 'd1=80,d2=55', '--domain', 'd3=90'];
    const { stdout, stderr } = await ok([...line, '--questions', '50']);
    expect(stdout).toMatch(new RegExp(`^scored {2}${exam} practice exam, 72 %; done\\.`));
    expect(stdout).toContain('700 of 1000');
    expect(stdout).toMatch(/below 80 %/);
    expect(stdout).toMatch(/weakest {2}d2 .*55 %/);
    expect(stderr).toMatch(/^next +certplan replan$/m);
    expect(await session(exam)).toMatchObject({ status: 'done', actual: { on: '2026-11-26' } });
    expect((await ok(['show', String(exam)])).stdout).toContain('scored 72 %');
  });

  test('a good one needs no re-plan; the last exam has the higher gate', async () => {
    const [first = 0, last = 0] = exams();
    expect((await ok(['score', String(first), '83'])).stdout).toContain('80 % is reached');
    expect((await ok(['score', String(last), '83'])).stdout).toContain('below 85 %');
  });

  test('by the id of the activity; a typo gets a suggestion', async () => {
    const change = await changed(['score', 'practice-assessment-ai102', '90']);
    expect(change).toMatchObject({ command: 'score', numbers: [exams()[0]] });
    const { stderr } = await refused(['score', 'practice-assesment-ai102', '90'], 4, 'no-session');
    expect(stderr).toContain('did you mean "practice-assessment-ai102"?');
  });

  test('questions on one domain score that domain', async () => {
    const questions = sessions.find(({ kind }) => kind === 'practice-questions')?.number ?? 0;
    await ok(['score', String(questions), '60']);
    expect((await ok(['history'])).stdout).toMatch(
      new RegExp(`scored ${questions} at 60 %, d\\d 60 %$`, 'm'),
    );
  });

  test('what has no score, and domains that are not there: exit 2', async () => {
    const questions = String(
      sessions.find(({ kind }) => kind === 'practice-questions')?.number ?? 0,
    );
    await refused(['score', '12', '60'], 2, 'no-score');
    const { stderr } = await refused(
      ['score', questions, '60', '--domain', 'd9=3'],
      2,
      'unknown-domain',
    );
    expect(stderr).toContain('d1');
    await refused(['score', '999', '60'], 4, 'no-session');
    await refused(['score', questions, '60', '--questions', '0'], 2, 'bad-command-line');
  });
});

describe('undo and history', () => {
  const unstamped = (json: string) => ({ ...planOf(json), revision: 0 });

  test.each([
    [['done', '1', '3-5']],
    [['skip', '2']],
    [['start', '2']],
    [['move', '22', '2026-12-04T19:00']],
    [['score', 'EXAM', '72']],
  ])('%j is taken back in one step, and said', async (line) => {
    const exam = String(sessions.find(({ kind }) => kind === 'practice-exam')?.number ?? 0);
    const args = line.map((word) => (word === 'EXAM' ? exam : word));
    const before = unstamped((await ok(['show', '--json'])).stdout);
    await ok(args);
    const { stdout } = await ok(['undo']);
    expect(stdout).toMatch(/^taken back {2}\S/);
    expect(unstamped((await ok(['show', '--json'])).stdout)).toEqual(before);
    expect((await ok(['today', '--json'])).stdout).toContain('"timer": null');
    expect((await ok(['undo'])).stdout).toContain('nothing to take back');
  });

  test('step by step, the last first; a correction gives back what was recorded before', async () => {
    await ok(['done', '1']);
    await ok(['done', '1', '--minutes', '50']);
    await ok(['undo']);
    expect((await session(1)).actual?.minutes).toBe(15);
    expect(await changed(['undo'])).toMatchObject({ command: 'undo', numbers: [1] });
    expect((await session(1)).actual).toBeNull();
  });

  test('history: one line each in local time, newest last, undone ones marked', async () => {
    await ok(['done', '1'], EVENING);
    await ok(['skip', '2'], '2026-11-26T18:25:00Z');
    await ok(['undo'], '2026-11-26T18:30:00Z');
    const { stdout } = await ok(['history']);
    expect(stdout).toBe(
      [
        `2026-11-25 13:00  plan made, ${sessions.length} sessions`,
        '2026-11-26 19:20  done 1, on Thu 26 Nov',
        '2026-11-26 19:25  skipped 2 (undone)',
        '',
      ].join('\n'),
    );
    const { schema, events } = parseJson<{
      schema: string;
      events: { type: string; status: string; numbers: number[]; local: string }[];
    }>((await ok(['history', '--json'])).stdout);
    expect(schema).toBe('certplan.history/1');
    expect(events.map(({ type, status, numbers }) => [type, status, numbers])).toEqual([
      ['created', 'counts', []],
      ['done', 'counts', [1]],
      ['skipped', 'undone', [2]],
    ]);
    expect(events[1]?.local).toBe('2026-11-26T19:20:00+01:00');
  });
});

test('the next command names the plan and the place that were given', async () => {
  const { stderr } = await ok(['today', '--plan', 'mine', '--home', place.home]);
  expect(stderr).toBe(`next   certplan start 2 --plan mine --home ${place.home}\n`);
});

test('two that write at once: both are kept', async () => {
  await Promise.all(['1', '2', '3', '4'].map((number) => ok(['done', number])));
  const plan = planOf((await ok(['show', '--json'])).stdout);
  expect(plan.sessions.slice(0, 5).map(({ status }) => status)).toEqual([
    ...['done', 'done', 'done', 'done'],
    'planned',
  ]);
});
