import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { findSessions, formatNumbers } from '../../src/progress/find-sessions.ts';
import { foldEvents } from '../../src/progress/fold.ts';
import { created, NUMBERS } from './random-events.ts';

describe('numbers as people read them', () => {
  it.each([
    [[12], '12'],
    [[12, 13], '12, 13'],
    [[12, 13, 14], '12–14'],
    [[20, 14, 16, 15, 1], '1, 14–16, 20'],
    [[], ''],
  ])('%j is "%s"', (numbers, text) => expect(formatNumbers(numbers)).toBe(text));

  it('lose none and invent none', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 })), (numbers) => {
        const read = formatNumbers(numbers)
          .split(', ')
          .filter((part) => part !== '')
          .flatMap((part) => {
            const [from = 0, to = from] = part.split('–').map(Number);
            return Array.from({ length: to - from + 1 }, (_, index) => from + index);
          });
        expect(read).toEqual([...numbers].sort((a, b) => a - b));
      }),
    );
  });
});

describe('sessions by number', () => {
  const state = foldEvents([created]);
  if (!state) throw new Error('no plan');

  it('come in the order that was asked for', () => {
    const wanted = NUMBERS.slice(0, 3).reverse();
    expect(findSessions(state, wanted).map(({ number }) => number)).toEqual(wanted);
  });

  it('that are not there are all named, with those that are', () => {
    try {
      findSessions(state, [NUMBERS[0] ?? 0, 7000, 7001]);
      throw new Error('accepted');
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      expect([error.exitCode, error.code]).toEqual([4, 'no-session']);
      expect(error.message).toContain('7000, 7001');
      expect(error.message).not.toContain(` ${NUMBERS[0]},`);
      expect(error.hint).toContain(`its sessions are ${NUMBERS[0]}`);
    }
  });
});
