/** Programs that people use read our calendar as it is meant. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEFAULT_CHOICES } from '../../../src/plan/calendar-choices.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { sessionEnd } from '../../../src/plan/plan.ts';
import { planDocument } from '../../../src/plan/plan-document.ts';
import { Khal } from '../../support/khal.ts';
import { describePeer, hasCommand } from '../../support/peers.ts';
import { samplePlan } from '../../support/sample-plan.ts';
import { icsOf, todoOf } from '../render-all.ts';
import { planWith, session, smallPlan } from '../small-plan.ts';

const PLANS: readonly (readonly [string, Plan])[] = [
  ['the small plan', smallPlan],
  ['a plan in New York', samplePlan({ timeZone: 'America/New_York', exam: '2027-06-15T09:00' })],
  ['a plan in Berlin', samplePlan({ certification: 'azure-ai-103' })],
  ['a plan on Lord Howe', samplePlan({ timeZone: 'Australia/Lord_Howe', depth: 'essential' })],
  ['a plan in Kathmandu', samplePlan({ timeZone: 'Asia/Kathmandu', depth: 'essential' })],
  ['a plan in UTC', samplePlan({ timeZone: 'UTC', depth: 'essential' })],
  [
    'the night in which clocks are put back',
    planWith(
      Array.from({ length: 12 }, (_, index) =>
        session(index + 1, new Date(Date.UTC(2027, 9, 30, 23, index * 30)).toISOString(), {
          minutes: 25,
        }),
      ),
    ),
  ],
];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'certplan-peers-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(plan: Plan): string {
  const path = join(folder, 'plan.ics');
  writeFileSync(path, icsOf(plan));
  return path;
}

interface PythonEvent {
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly sequence: number;
  readonly status: string;
  readonly start: number | string;
  readonly end: number | string;
  readonly byZone: readonly [number, number] | null;
  readonly alarms: readonly number[];
}

const PYTHON = '/usr/bin/python3';

describePeer(
  'python3-icalendar',
  () => {
    const read = (plan: Plan): PythonEvent[] =>
      JSON.parse(
        execFileSync(
          PYTHON,
          [fileURLToPath(new URL('./read-back.py', import.meta.url)), fileOf(plan)],
          { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
        ),
      );

    it.each(PLANS)('reads %s as the plan JSON says', (_, plan) => {
      const document = planDocument(plan);
      const events = read(plan);
      const milestones = plan.milestones.filter(({ kind }) => kind !== 'exam');
      expect(events).toHaveLength(
        document.sessions.length + milestones.length + (plan.exam ? 1 : 0),
      );
      document.sessions.forEach((one, index) => {
        const event = events[index];
        const slot = [Date.parse(one.start) / 60_000, Date.parse(one.end) / 60_000];
        expect(event).toMatchObject({
          uid: one.uid,
          sequence: plan.sessions[index]?.sequence,
          status: 'CONFIRMED',
          start: slot[0],
          end: slot[1],
          byZone: slot,
        });
        expect(event?.summary).toContain(`${one.number} · `);
        const closed = one.status === 'done' || one.status === 'skipped';
        expect(event?.description.split('\n').at(-1)).toBe(
          `certplan ${closed ? 'show' : 'done'} ${one.number}`,
        );
        expect(event?.alarms).toEqual(closed ? [] : [-15]);
      });
      expect(events.slice(-milestones.length).map(({ start }) => start)).toEqual(
        milestones.map(({ date }) => date),
      );
    });
  },
  hasCommand(PYTHON, ['-c', 'import icalendar, pytz']),
);

/** It comes as a library: the compiler says whether it is there. */
const LIBICAL_READER = fileURLToPath(new URL('./libical.c', import.meta.url));
const hasLibical = hasCommand('cc', ['-fsyntax-only', LIBICAL_READER]);

describePeer(
  'libical',
  () => {
    let reader = '';
    beforeAll(() => {
      reader = join(folder, 'read-with-libical');
      execFileSync('cc', ['-Wall', '-Werror', '-o', reader, LIBICAL_READER, '-lical']);
    });
    const read = (content: string): string[] => {
      const path = join(folder, 'for-libical.ics');
      writeFileSync(path, content);
      return execFileSync(reader, [path], { encoding: 'utf8', maxBuffer: 16_000_000 })
        .trimEnd()
        .split('\n');
    };

    it.each(PLANS)('finds no fault in %s, and reads its instants', (_, plan) => {
      const choices = { ...DEFAULT_CHOICES, free: true, examPlace: 'a, b; c' };
      const [errors, ...events] = read(icsOf(plan, { choices }));
      expect(errors).toBe('errors|0');
      expect(events.slice(0, plan.sessions.length)).toEqual(
        plan.sessions.map((one) => {
          const rings = one.status === 'planned' || one.status === 'missed' ? 1 : 0;
          return `event|${one.uid}|${one.start}|${sessionEnd(one)}|${one.sequence}|CONFIRMED|${rings}`;
        }),
      );
    });

    it.each(PLANS)('finds no fault in the tasks of %s', (_, plan) => {
      const [errors, ...tasks] = read(todoOf(plan));
      expect(errors).toBe('errors|0');
      expect(tasks.map((line) => line.split('|').slice(2, 4).map(Number))).toEqual(
        plan.sessions.map((one) => [one.start, sessionEnd(one)]),
      );
    });
  },
  hasLibical,
);

describePeer('khal', () => {
  it.each(PLANS)('imports %s and lists it at the right local times', (name, plan) => {
    const khal = new Khal(join(folder, name.replaceAll(' ', '-')), plan.learner.timeZone);
    khal.import(fileOf(plan));
    const listed = new Set(khal.list());
    const document = planDocument(plan);
    for (const one of document.sessions) {
      const slot = [one.start, one.end].map((at) => at.slice(0, 16).replace('T', ' ')).join('|');
      const found = [...listed].filter((line) => line.startsWith(`${one.uid}|${slot}|`));
      expect(found, `${one.number} ${slot}`).toHaveLength(1);
    }
    expect(listed.size).toBe(
      document.sessions.length +
        plan.milestones.length +
        (plan.exam && !plan.milestones.some(({ kind }) => kind === 'exam') ? 1 : 0),
    );
  });

  it('takes a re-plan for a change, not for more events', () => {
    const khal = new Khal(join(folder, 'again'), smallPlan.learner.timeZone);
    khal.import(fileOf(smallPlan));
    const before = khal.list();
    const [first, ...others] = smallPlan.sessions;
    if (!first) throw new Error('no session');
    const moved: Plan = {
      ...smallPlan,
      revision: smallPlan.revision + 1,
      sessions: [{ ...first, start: first.start + 60 }, ...others],
    };
    khal.import(fileOf(moved));
    const after = khal.list();
    expect(after).toHaveLength(before.length);
    expect(after.filter((line) => !before.includes(line))).toHaveLength(1);
    expect(after.find((line) => line.startsWith(first.uid))).toContain('20:00');
    expect(sessionEnd(first)).toBe(first.start + 45);
  });
});
