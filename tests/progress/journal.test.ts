import { describe, expect, it } from 'vitest';
import type { StoredEvent } from '../../src/progress/events.ts';
import { foldEvents } from '../../src/progress/fold.ts';
import { decodeLine, encodeEvent, readJournal } from '../../src/progress/journal.ts';
import { samplePlan } from '../support/sample-plan.ts';

const plan = samplePlan({ certification: 'azure-ai-103', skills: 'python=4,apis=4,iam=4' });
const created: StoredEvent = {
  type: 'created',
  plan,
  activities: '[]',
  bridges: '[]',
  id: 'a-random-id',
  at: '2026-11-25T12:00:00.000Z',
};
const line = encodeEvent(created);

describe('the journal', () => {
  it('gives back the plan that was stored, to the letter', () => {
    const { events, damage, tornTail } = readJournal(`${line}\n`);
    expect(damage).toBeNull();
    expect(tornTail).toBeNull();
    expect(foldEvents(events)?.plan).toEqual(
      JSON.parse(JSON.stringify({ ...plan, updatedAt: created.at })),
    );
  });

  it('holds one event a line, whatever the texts in it', () => {
    const odd = { ...created, plan: { ...plan, name: 'line\nbreak \u2028 "quote" \\ 試験' } };
    expect(encodeEvent(odd)).not.toMatch(/[\n\r]/);
    expect(readJournal(`${encodeEvent(odd)}\n`).events).toHaveLength(1);
  });

  it('finds a changed letter at the line where it is', () => {
    const damaged = line.replace(plan.name, `${plan.name}x`);
    expect(readJournal(`${line}\n${damaged}\n`).damage).toEqual({
      line: 2,
      why: 'its checksum does not fit its text',
    });
  });

  it('sets a torn last line aside, wherever it was torn, and keeps what came before', () => {
    for (const length of [1, 20, Math.floor(line.length / 2), line.length - 1]) {
      const { events, tornTail, damage } = readJournal(`${line}\n${line.slice(0, length)}`);
      expect(events).toHaveLength(1);
      expect(damage).toBeNull();
      expect(tornTail).toBe(line.slice(0, length));
    }
  });

  it('passes over what a newer certplan wrote, and counts it', () => {
    const newerType = encodeEvent({ ...created, type: 'painted' } as unknown as StoredEvent);
    const newerFormat = line.replace('{"format":1,', '{"format":2,');
    const { events, unknown } = readJournal(`${line}\n${newerType}\n${newerFormat}\n`);
    expect(events).toHaveLength(1);
    expect(unknown).toEqual([newerType, newerFormat]);
  });

  it('does not take other files for journals', () => {
    for (const text of ['hello', '{}', '[1]', 'null', '{"format":1}']) {
      expect(decodeLine(text).kind).toBe('damaged');
    }
  });
});
