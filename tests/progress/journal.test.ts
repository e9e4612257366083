import { crc32 } from 'node:zlib';
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

  describe('in the line that makes the plan', () => {
    const texts = {
      activities: '[{"title":"a, \\",\\"bridges\\":\\"b → 試験"}]',
      bridges: '[" \\\\"]',
    };
    const whole = { ...created, ...texts, group: 'a-group' } as const;
    const read = (text: string) => readJournal(`${text}\n`).events[0];
    const isUnread = (event: StoredEvent | undefined): boolean =>
      event !== undefined &&
      Object.getOwnPropertyDescriptor(event, 'activities')?.get !== undefined;
    const wire = (body: string): string =>
      `{"format":1,"sum":"${crc32(body).toString(16).padStart(8, '0')}","event":${body}}`;

    it('leaves the snapshot unread until somebody looks, and gives it back to the letter', () => {
      const event = read(encodeEvent(whole));
      expect(isUnread(event)).toBe(true);
      expect({ ...event }).toEqual(JSON.parse(JSON.stringify(whole)));
      expect(encodeEvent(whole)).toMatch(/^[ -~]*$/);
    });

    it('finds damage in the snapshot all the same', () => {
      const damaged = encodeEvent(whole).replace('bridges\\\\\\"', 'brydges\\\\\\"');
      expect(damaged).not.toBe(encodeEvent(whole));
      expect(readJournal(`${damaged}\n`).damage?.line).toBe(1);
    });

    it('reads lines that are not ASCII, or put together in another way', () => {
      const { activities, bridges, ...others } = whole;
      const last = { ...others, activities, bridges };
      const more = [{ a: 1, ...texts }];
      const beside = Object.assign({ type: whole.type, plan, more }, texts, others);
      const within = { ...others, ...texts, more: [{ a: 1, ...texts, b: 2 }] };
      for (const event of [whole, last, beside, within]) {
        expect({ ...read(wire(JSON.stringify(event))) }).toEqual(JSON.parse(JSON.stringify(event)));
      }
      expect(isUnread(read(wire(JSON.stringify(whole))))).toBe(true);
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
