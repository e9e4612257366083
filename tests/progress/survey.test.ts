import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredEvent } from '../../src/progress/events.ts';
import { encodeEvent, readJournal } from '../../src/progress/journal.ts';
import { surveyJournal } from '../../src/progress/survey.ts';
import { smallPlan } from '../documents/small-plan.ts';

const created = encodeEvent({
  type: 'created',
  plan: smallPlan,
  activities: '[]',
  bridges: '[]',
  id: 'made',
  at: smallPlan.createdAt,
});
const started = (number: number): string =>
  encodeEvent({
    type: 'started',
    number,
    id: `event-${number}`,
    at: new Date(Date.UTC(2027, 2, 21, 0, number)).toISOString(),
  });
const LINES = [created, ...Array.from({ length: 6 }, (_, index) => started(index + 1))];
const written = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

describe('the survey of a journal', () => {
  it('finds nothing in a sound one', () => {
    expect(surveyJournal(written(LINES))).toEqual({
      sound: LINES,
      faults: [],
      hasPlan: true,
      newer: 0,
    });
  });

  it('names every damaged line, not only the first, and keeps the others', () => {
    const broken = LINES.map((line, index) => (index === 2 || index === 4 ? `#${line}` : line));
    const { sound, faults } = surveyJournal(written(broken));
    expect(faults.map(({ line }) => line)).toEqual([3, 5]);
    expect(sound).toEqual(LINES.filter((_, index) => index !== 2 && index !== 4));
  });

  it('gives up what was cut off, and keeps a last entry that lacks its line end alone', () => {
    const whole = written(LINES);
    const cut = surveyJournal(whole.slice(0, -9));
    expect(cut.faults).toEqual([{ line: 7, why: 'it was cut off while it was written' }]);
    expect(cut.sound).toEqual(LINES.slice(0, -1));
    expect(surveyJournal(whole.trimEnd())).toMatchObject({ sound: LINES, faults: [{ line: 7 }] });
  });

  it('mends line ends that another program has changed', () => {
    const { sound, faults, hasPlan } = surveyJournal(written(LINES).replaceAll('\n', '\r\n'));
    expect([sound, faults.length, hasPlan]).toEqual([LINES, LINES.length, true]);
  });

  it('takes an entry that stands twice once', () => {
    const { sound, faults } = surveyJournal(written([...LINES, started(3)]));
    expect(sound).toEqual(LINES);
    expect(faults).toEqual([{ line: 8, why: 'it stands in the journal twice' }]);
  });

  it('keeps what a newer certplan wrote', () => {
    const newer = encodeEvent({ type: 'painted', id: 'n', at: '' } as unknown as StoredEvent);
    expect(surveyJournal(written([...LINES, newer]))).toMatchObject({ faults: [], newer: 1 });
  });

  it('whatever the damage, leaves a journal that can be read, of entries that were there', () => {
    const text = written(LINES);
    const damage = fc.record({
      at: fc.nat(text.length),
      gone: fc.nat(400),
      instead: fc.string({ unit: 'binary', maxLength: 5 }),
    });
    fc.assert(
      fc.property(fc.array(damage, { maxLength: 4 }), (damages) => {
        const broken = damages.reduce(
          (all, { at, gone, instead }) => all.slice(0, at) + instead + all.slice(at + gone),
          text,
        );
        const { sound } = surveyJournal(broken);
        for (const line of sound) expect(LINES).toContain(line);
        const repaired = readJournal(written(sound));
        expect(repaired.damage).toBeNull();
        expect(repaired.events).toHaveLength(sound.length);
        expect(surveyJournal(written(sound)).faults).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
