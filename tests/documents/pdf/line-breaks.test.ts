/** Lines of Japanese: broken between letters, but not before a comma or behind an opening bracket. */
import { describe, expect, it } from 'vitest';
import { eastAsianFont } from '../../../src/cli/east-asian-font.ts';
import { breakable, staysWith } from '../../../src/documents/pdf/line-breaks.ts';
import { layOutPlan } from '../../../src/documents/pdf/render-pdf.ts';
import type { TextStyle } from '../../../src/documents/pdf/typesetter.ts';
import { wordsIn } from '../../../src/documents/words/words.ts';
import { describePeer } from '../../support/peers.ts';
import { options, sixMonths, twoWeeks } from './pdf-samples.ts';

describe('where a stretch may break', () => {
  it('cuts East Asian text into letters, and leaves words of other scripts whole', () => {
    expect(breakable('計画はMLA-C02用')).toEqual(['計', '画', 'は', 'MLA-C02', '用']);
    expect(breakable('certplan')).toEqual(['certplan']);
  });

  it.each([
    ['語', '、'],
    ['語', '。'],
    ['デ', 'ー'],
    ['シ', 'ョ'],
    ['「', '語'],
    ['（', 'AWS'],
    ['30', '分'],
    ['C02', '）'],
  ])('keeps %s and %s together', (before, after) => {
    expect(staysWith(before, after)).toBe(true);
  });

  it('lets other letters part, and leaves other scripts alone', () => {
    expect(staysWith('学', '習')).toBe(false);
    expect(staysWith('word', ',')).toBe(false);
  });
});

const japanese = await wordsIn('ja');
const font = eastAsianFont([...japanese.letters]);

describePeer(
  'a font with Japanese letters',
  () => {
    const base = options('a4');
    const choice = {
      ...base,
      words: japanese,
      fonts: { ...base.fonts, ...(font === null ? {} : { fallback: font }) },
    };

    it('no line begins with what may not stand first, at any width', () => {
      const { desk } = layOutPlan(twoWeeks(), { ...choice, sections: ['notes'] });
      const style: TextStyle = { face: 'bold', size: 9, color: '#000000', lineHeight: 12 };
      const { labs, scores } = japanese.pdf;
      const texts = [
        ...labs.rules,
        scores.intro,
        labs.intro('AWS'),
        '（「かっこ」と、ワード）。'.repeat(9),
      ];
      for (const text of texts) {
        for (let width = 80; width < 300; width += 7) {
          const lines = desk.set.wrap([{ text, style }], width);
          const starts = lines.map(({ runs }) => runs[0]?.text.slice(0, 1) ?? '');
          expect(starts.filter((letter) => /[、。，）」ーっゃゅょ]/.test(letter))).toEqual([]);
          for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 0.1);
          const whole = lines.flatMap(({ runs }) => runs.map((run) => run.text)).join('');
          expect(whole.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        }
      }
    });

    it('no printed line of a plan does', () => {
      const { pages } = layOutPlan(sixMonths(), choice);
      const starts = pages.flatMap(({ placed }) =>
        placed.flatMap(({ piece }) =>
          piece.blocks.flatMap(({ content }) =>
            content.flatMap((item) =>
              !('tag' in item) && item.type === 'text' && item.run.x === 0
                ? item.run.text.slice(0, 1)
                : [],
            ),
          ),
        ),
      );
      expect(starts.length).toBeGreaterThan(500);
      expect(starts.filter((letter) => /[、。，）」ー]/.test(letter))).toEqual([]);
    });
  },
  font !== null,
);
