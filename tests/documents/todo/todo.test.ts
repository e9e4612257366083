import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { renderTodo } from '../../../src/documents/todo/render-todo.ts';
import { sessionEnd } from '../../../src/plan/plan.ts';
import { todoUid } from '../../../src/plan/sessions.ts';
import { samplePlan } from '../../support/sample-plan.ts';
import { lineFaults, property } from '../ics/read-back.ts';
import { ENGLISH, STAMP, todoOf } from '../render-all.ts';
import { planTitled, session, smallPlan } from '../small-plan.ts';

const read = (file: string): ICAL.Component[] =>
  new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vtodo');

const file = todoOf(smallPlan);
const tasks = read(file);
const values = (name: string) => tasks.map((task) => property(task, name));
const minutes = (task: ICAL.Component, name: string): number => {
  const time = task.getFirstPropertyValue(name);
  if (!(time instanceof ICAL.Time)) throw new Error(`no ${name}`);
  return time.toJSDate().getTime() / 60_000;
};

describe('the task file', () => {
  it('is written by the letter of RFC 5545', () => {
    expect(lineFaults(file)).toEqual([]);
    expect(lineFaults(todoOf(samplePlan()))).toEqual([]);
    expect(file).toContain('X-WR-CALNAME:Study plan CAI-C01 (evenings)\r\n');
  });

  it('holds one task per session, due when its slot ends', () => {
    const plan = samplePlan({ timeZone: 'America/New_York' });
    const all = read(todoOf(plan));
    expect(all.map((task) => [minutes(task, 'dtstart'), minutes(task, 'due')])).toEqual(
      plan.sessions.map((one) => [one.start, sessionEnd(one)]),
    );
    // RFC 5545: DUE is later than DTSTART.
    expect(todoOf(plan)).not.toMatch(/^(DUE|DTSTART);TZID/m);
  });

  it('points to the event, and can be traced to it when the pointer is lost', () => {
    expect(values('related-to')).toEqual(smallPlan.sessions.map((one) => one.uid));
    expect(values('uid')).toEqual(smallPlan.sessions.map((one) => todoUid(one.uid)));
    expect(values('uid').map((uid) => uid?.replace('-todo@', '@'))).toEqual(
      smallPlan.sessions.map((one) => one.uid),
    );
    expect(file).toContain('RELATED-TO;RELTYPE=SIBLING:');
  });

  it('tells what is done, dropped and open', () => {
    expect(values('status').slice(0, 4)).toEqual([
      'COMPLETED',
      'CANCELLED',
      'NEEDS-ACTION',
      'NEEDS-ACTION',
    ]);
    expect(values('percent-complete').slice(0, 4)).toEqual(['100', '0', '0', '0']);
    // Noon in Berlin, on the day the journal names.
    expect(values('completed').slice(0, 2)).toEqual(['2027-03-23T11:00:00Z', null]);
  });

  it('says what to type, or what happened', () => {
    const texts = values('description');
    expect(texts[0]).toBe('Done on Tue 23 Mar, 50 min\n\ncertplan show 1');
    expect(texts[1]).toBe('Skipped\n\ncertplan show 2');
    expect(texts[2]).toBe('Start the first lesson\n\ncertplan done 3');
    expect(texts[8]).toMatch(/\n\ncertplan score 9 PERCENT\ncertplan done 9$/);
  });

  it('keeps what a re-plan removed, cancelled; SEQUENCE counts by session', () => {
    const gone = session(11, '2027-04-20T17:00:00Z', { title: 'Dropped', sequence: 3 });
    const all = read(renderTodo(smallPlan, { words: ENGLISH, stamp: STAMP, cancelled: [gone] }));
    expect(all).toHaveLength(tasks.length + 1);
    const last = all.at(-1) ?? new ICAL.Component('vtodo');
    expect(property(last, 'uid')).toBe(todoUid(gone.uid));
    expect(property(last, 'status')).toBe('CANCELLED');
    expect(property(last, 'summary')).toBe('Cancelled: 11 · docs: Dropped');
    expect(property(last, 'sequence')).toBe('3');
    expect(values('sequence')).toEqual(tasks.map(() => '0'));
    expect(new Set(values('last-modified'))).toEqual(new Set(['2026-11-25T12:34:56Z']));
  });

  it('lets no title or link write a line of its own', () => {
    const evil = todoOf(planTitled('x\r\nX-EVIL:1', 'https://example.com/a,b;c\r\nX-EVIL:2'));
    expect(lineFaults(evil)).toEqual([]);
    expect(evil).not.toMatch(/^X-EVIL/m);
    expect(evil).toContain('URL:https://example.com/a%2Cb%3BcX-EVIL:2\r\n');
  });

  it('gives every title back as it came', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }), (title) => {
        const written = todoOf(planTitled(title));
        expect(lineFaults(written)).toEqual([]);
        const [task] = read(written);
        const seen = title.replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '');
        const summary = task ? property(task, 'summary') : null;
        expect(summary?.replace(/\s/g, '')).toBe(`1·docs:${seen}`.replace(/\s/g, ''));
      }),
      { numRuns: 60 },
    );
  });
});
