import anyStringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { SINGLE_COLUMNS, stringWidth } from '../../../src/cli/terminal/string-width.ts';

describe('the width of a text', () => {
  it('is a column for each character that is not asked about, as the library says, too', () => {
    const wrong: string[] = [];
    for (let unit = 0; unit <= 0xffff; unit += 1) {
      const character = String.fromCharCode(unit);
      if (SINGLE_COLUMNS.test(character) && anyStringWidth(character) !== 1) wrong.push(character);
    }
    expect(wrong).toEqual([]);
  });

  it('is two columns for wide characters, none for marks that stand over others', () => {
    expect(stringWidth('試験')).toBe(4);
    expect(stringWidth('e\u0301')).toBe(1);
    expect(stringWidth('Übung · 1 → 2 …')).toBe(15);
  });
});
