/** A plan with twelve re-plans and more, exported after each and imported over the file before. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planClock, type Session } from '../../src/plan/plan.ts';
import { sessionDocument } from '../../src/plan/plan-document.ts';
import { uidOf } from '../../src/plan/sessions.ts';
import type { PlanEvent } from '../../src/progress/events.ts';
import type { PlanState } from '../../src/progress/state.ts';
import { property, type ReadEvent, readBack } from '../documents/ics/read-back.ts';
import { happen, stateOf } from '../support/journal.ts';
import { Khal } from '../support/khal.ts';
import { describePeer } from '../support/peers.ts';
import { hasRadicale, Radicale } from '../support/radicale.ts';
import { Sandbox } from './run.ts';
import { BERLIN, NO_FILES, quickPlan, STRONG } from './sample.ts';

/** Twelve re-plans, and four other changes between them. */
const ROUNDS = 16;
/** At the start, after the first re-plan, after the undo, and at the end. */
const LOOK_AT = [0, 1, 4, ROUNDS];
const DAY = 1440;

interface Version {
  readonly file: string;
  readonly ics: string;
  readonly state: PlanState;
}

/** A re-plan: a fifth of the sessions moves, one goes, one comes. */
function replan(state: PlanState, round: number): PlanEvent {
  const { plan, placedBy, highestNumber } = state;
  const open = plan.sessions.filter(({ status }) => status === 'planned');
  const model = open[round] as Session;
  const number = highestNumber + 1;
  const added = { ...model, number, activity: `new-${number}`, part: null, sequence: 0 };
  return {
    type: 'replanned',
    base: placedBy,
    missed: [],
    moved: open
      .filter((_, index) => index % 5 === round % 5)
      .map(({ number, start }) => ({ number, start: start + DAY })),
    added: [{ ...added, uid: uidOf(plan.basis.uidBase, number), start: model.start + 2 * DAY }],
    changed: [],
    dropped: [(open[round * 2] as Session).number],
    facts: {},
  };
}

/** Most are re-plans; one is taken back, one session is moved by hand, one is done, one skipped. */
function change(state: PlanState, round: number): PlanEvent {
  const [first, second] = state.plan.sessions.filter(({ status }) => status === 'planned');
  if (!first || !second) throw new Error('no open session');
  if (round === 4) return { type: 'undone', event: 'round-3' };
  if (round === 6) return { type: 'moved', number: first.number, start: first.start + 3 * DAY };
  if (round === 8) {
    const done = { type: 'done', on: '2026-12-02', minutes: 50, felt: 'hard', from: null } as const;
    return { ...done, numbers: [first.number] };
  }
  if (round === 9) return { type: 'skipped', numbers: [second.number], why: 'know it' };
  return replan(state, round);
}

const place = new Sandbox();
const versions: Version[] = [];
const last = (): Version => versions[ROUNDS] as Version;
beforeAll(async () => {
  await place.ok(quickPlan('x', '--depth', 'essential', ...NO_FILES));
  for (let round = 0; round <= ROUNDS; round += 1) {
    const journal = place.journal('x');
    if (round > 0) happen(journal, `round-${round}`, change(stateOf(journal), round));
    const file = join(place.work, `${round}.ics`);
    await place.ok(['export', 'ics', '-o', file]);
    versions.push({ file, ics: place.read(`${round}.ics`), state: stateOf(journal) });
  }
}, 120_000);

/** What a calendar must show of each session that ever was: its slot, and whether it is cancelled. */
function expected({ plan, cancelled }: PlanState): string[] {
  const clock = planClock(plan);
  const line = (session: Session, isGone: boolean): string => {
    const { uid, start, end } = sessionDocument(session, clock);
    const slot = [start, end].map((at) => at.slice(0, 16).replace('T', ' '));
    return [uid, ...slot, isGone ? 'gone' : 'there'].join('|');
  };
  return [
    ...plan.sessions.map((session) => line(session, false)),
    ...cancelled.map((session) => line(session, true)),
  ].sort();
}

/** What is no session: the exam and the milestones. */
const dates = ({ plan }: PlanState): number =>
  plan.milestones.length +
  (plan.exam && !plan.milestones.some(({ kind }) => kind === 'exam') ? 1 : 0);

describe('the exported calendar', () => {
  const read = (version: Version): Map<string, ReadEvent> =>
    new Map(readBack(version.ics).events.map((event) => [event.uid, event]));
  const number = (event: ReadEvent, name: string): number =>
    Number(property(event.component, name));

  test('loses no event once it was there, and cancels what is gone', () => {
    for (const [index, version] of versions.entries()) {
      const events = read(version);
      expect(events.size).toBe(readBack(version.ics).events.length);
      for (const uid of read(versions[Math.max(0, index - 1)] as Version).keys()) {
        expect(events.has(uid)).toBe(true);
      }
      for (const { uid } of version.state.cancelled) {
        const component = events.get(uid)?.component;
        expect(component && property(component, 'status')).toBe('CANCELLED');
        expect(component && property(component, 'transp')).toBe('TRANSPARENT');
        expect(component?.getAllSubcomponents('valarm')).toEqual([]);
        expect(events.get(uid)?.summary).toMatch(/^Cancelled: \d+ · /);
      }
    }
    expect(last().state.cancelled.length).toBeGreaterThan(5);
  });

  test('raises SEQUENCE when a slot changes or is given back, never lowers it, and stamps anew', () => {
    for (const [index, version] of versions.slice(1).entries()) {
      const before = read(versions[index] as Version);
      for (const [uid, event] of read(version)) {
        const old = before.get(uid);
        if (!old) continue;
        const look = (one: ReadEvent) => [one.start, one.end, property(one.component, 'status')];
        const changed = JSON.stringify(look(event)) !== JSON.stringify(look(old));
        const [now, then] = [number(event, 'sequence'), number(old, 'sequence')];
        expect(now).toBeGreaterThanOrEqual(then);
        if (changed) expect(now).toBeGreaterThan(then);
        const stamp = (one: ReadEvent) => property(one.component, 'last-modified') ?? '';
        expect(stamp(event) > stamp(old)).toBe(true);
      }
    }
  });

  test('says what really happened', () => {
    const all = [...read(last()).values()];
    const done = all.find(({ summary }) => summary.startsWith('✓ '));
    expect(done?.description).toMatch(/^Done on Wed 2 Dec, 50 min, felt hard\n/);
    const skipped = all.find(({ summary }) => summary.startsWith('Skipped: '));
    expect(skipped?.description).toMatch(/^Skipped: know it\n/);
  });

  test('is the same file when nothing has happened since; SOURCE_DATE_EPOCH still wins', async () => {
    const later = { env: { CERTPLAN_NOW: '2027-02-01T08:00:00Z' } };
    expect((await place.ok(['export', 'ics'], later)).stdout).toBe(last().ics);
    const env = { SOURCE_DATE_EPOCH: '1700000000' };
    const stamps = (await place.ok(['export', 'ics'], { env })).stdout.match(
      /^(DTSTAMP|LAST-MODIFIED):.*(?=\r$)/gm,
    );
    expect(new Set(stamps)).toEqual(
      new Set(['DTSTAMP:20231114T221320Z', 'LAST-MODIFIED:20231114T221320Z']),
    );
  });

  test('and so does the task list, task by task', async () => {
    const todo = (await place.ok(['export', 'todo'])).stdout;
    const { plan, cancelled } = last().state;
    const count = (pattern: RegExp) => todo.match(pattern)?.length ?? 0;
    expect(count(/^BEGIN:VTODO/gm)).toBe(plan.sessions.length + cancelled.length);
    expect(count(/^SUMMARY:Cancelled: /gm)).toBe(cancelled.length);
    expect(count(/^STATUS:CANCELLED/gm)).toBe(cancelled.length + 1);
    expect(count(/^STATUS:COMPLETED/gm)).toBe(1);
  });
});

describePeer('khal', () => {
  test('has one event a session after each import, at the new time', () => {
    const khal = new Khal(join(place.root, 'khal'), 'Europe/Berlin');
    for (const [round, version] of versions.entries()) {
      // A start of khal takes a second: five re-plans in a row, then every third.
      if (round > 5 && round % 3 !== ROUNDS % 3) continue;
      khal.import(version.file);
      const events = expected(version.state).length + dates(version.state);
      expect(readdirSync(khal.vdir)).toHaveLength(events);
      if (!LOOK_AT.includes(round)) continue;
      const listed = khal
        .list()
        .map((line) => line.split('|'))
        .filter(([uid = '']) => version.ics.includes(uid))
        .map(([uid, start, end, title = '']) => [
          ...[uid, start, end],
          /^Cancelled: \d+ · /.test(title) ? 'gone' : 'there',
        ]);
      const lines = listed.map((parts) => parts.join('|')).sort();
      expect(lines.filter((line) => expected(version.state).includes(line))).toEqual(
        expected(version.state),
      );
      expect(new Set(listed.map(([uid]) => uid)).size).toBe(events);
      expect(listed).toHaveLength(events);
    }
  }, 120_000);
});

describePeer('python3-radicale', radicaleTests, hasRadicale());

function radicaleTests(): void {
  let radicale: Radicale;
  beforeAll(async () => {
    const folder = join(place.root, 'radicale');
    mkdirSync(folder);
    radicale = await Radicale.start(folder);
  }, 30_000);
  afterAll(() => radicale?.stop());

  /** A file for each event, as a client that synchronises puts them. */
  function single(ics: string): Map<string, string> {
    const [head = ''] = ics.split('BEGIN:VEVENT');
    const events = ics.match(/BEGIN:VEVENT[\s\S]*?END:VEVENT\r\n/g) ?? [];
    return new Map(
      events.map((event) => [
        /^UID:(.*)\r$/m.exec(event)?.[1] ?? '',
        `${head}${event}END:VCALENDAR\r\n`,
      ]),
    );
  }

  /** What the server gives to those who ask. */
  async function served(path: string): Promise<string[]> {
    const minute = (at: number): string =>
      new Date(at * 60_000).toLocaleString('sv', { timeZone: 'Europe/Berlin' }).slice(0, 16);
    return readBack(await radicale.text(path))
      .events.filter(({ summary }) => /^(\S+ )?\d+ · /.test(summary))
      .map(({ uid, start, end, component }) =>
        [
          ...[uid, minute(start ?? 0), minute(end ?? 0)],
          property(component, 'status') === 'CANCELLED' ? 'gone' : 'there',
        ].join('|'),
      )
      .sort();
  }

  test('has one event a session after every change, put event by event', async () => {
    expect(await radicale.request('MKCALENDAR', '/learner/single/')).toBe(201);
    const put = new Map<string, string>();
    for (const [round, { ics, state }] of versions.entries()) {
      for (const [uid, event] of single(ics)) {
        // Like any client it sends what differs, but for the stamps.
        const content = event.replace(/^(DTSTAMP|LAST-MODIFIED):.*\r\n/gm, '');
        if (put.get(uid) === content) continue;
        const status = await radicale.request('PUT', `/learner/single/${uid}.ics`, event);
        expect([uid, status]).toEqual([uid, 201]);
        put.set(uid, content);
      }
      if (LOOK_AT.includes(round)) {
        expect(await served('/learner/single/')).toEqual(expected(state));
      }
    }
    const [uid = '', event = ''] = [...single(last().ics)][0] ?? [];
    expect(await radicale.request('PUT', '/learner/single/copy.ics', event), uid).toBe(409);
  }, 120_000);

  test('takes the whole file as a collection, again and again', async () => {
    for (const { ics, state } of [versions[0], versions[5], last()] as Version[]) {
      expect(await radicale.request('PUT', '/learner/whole/', ics)).toBe(201);
      expect(await served('/learner/whole/')).toEqual(expected(state));
    }
  });
}

/** With an exam day there are events that are no sessions. */
describe('a plan with an exam', () => {
  test('raises the SEQUENCE of the exam and the milestones with the revision', async () => {
    const args = ['plan', 'azure-ai-103', ...STRONG, '--hours', '10', ...BERLIN, '--name', 'exam'];
    await place.ok([...args, ...NO_FILES]);
    const journal = place.journal('exam');
    const sequences = async (): Promise<Set<string | null>> => {
      const { events } = readBack((await place.ok(['export', 'ics', '--plan', 'exam'])).stdout);
      const own = new Set(stateOf(journal).plan.sessions.map(({ uid }) => uid));
      const others = events.filter(({ uid }) => !own.has(uid));
      expect(others).toHaveLength(dates(stateOf(journal)));
      return new Set(others.map(({ component }) => property(component, 'sequence')));
    };
    expect(await sequences()).toEqual(new Set(['0']));
    happen(journal, 'once', {
      ...replan(stateOf(journal), 1),
      added: [],
      dropped: [],
    } as PlanEvent);
    expect(await sequences()).toEqual(new Set(['1']));

    const { plan, placedBy } = stateOf(journal);
    const milestones = plan.milestones.filter(({ kind }) => kind !== 'retake');
    happen(journal, 'fewer', {
      ...{ type: 'adjusted', base: placedBy, asked: [], missed: [], moved: [], added: [] },
      ...{ changed: [], dropped: [], facts: { milestones } },
    });
    const ics = (await place.ok(['export', 'ics', '--plan', 'exam'])).stdout;
    const gone = readBack(ics).events.filter(({ summary }) => summary.startsWith('Cancelled: '));
    expect(gone.map(({ component }) => property(component, 'status'))).toEqual(['CANCELLED']);
  });
});
