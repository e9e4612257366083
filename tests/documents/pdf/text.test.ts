/** Fonts, cleaning and line breaking: the parts that the layout rests on. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFont, withoutShaping } from '../../../src/documents/pdf/font-file.ts';
import { printedAddress, safeLink, textCleaner } from '../../../src/documents/pdf/text-cleaner.ts';
import { parsePdfTheme } from '../../../src/documents/pdf/theme.ts';
import { type TextStyle, Typesetter } from '../../../src/documents/pdf/typesetter.ts';
import { fonts, theme, themeJson } from './pdf-samples.ts';

const faces = {
  regular: readFont(fonts.regular),
  bold: readFont(fonts.bold),
  oblique: readFont(fonts.oblique),
  fallback: readFont(fonts.regular),
};
const style: TextStyle = { face: 'regular', size: 10, color: '#000000', lineHeight: 13.6 };
const setter = () => new Typesetter(faces, textCleaner(faces));

describe('font file', () => {
  it('knows characters and widths', () => {
    expect(faces.regular.has('A'.charCodeAt(0))).toBe(true);
    expect(faces.regular.has(0x6a5f)).toBe(false);
    expect(faces.regular.has(0xffff)).toBe(false);
    // DejaVu Sans Condensed: 90 per cent of 1401, 572 of 2048 units.
    expect(faces.regular.advance('A'.charCodeAt(0))).toBeCloseTo(0.6157, 2);
    expect(faces.regular.advance(32)).toBeCloseTo(0.286, 2);
  });

  it('reads the same from the smaller copy', () => {
    const small = withoutShaping(fonts.regular);
    expect(small.length).toBeLessThan(fonts.regular.length);
    const metrics = readFont(small);
    for (let code = 32; code < 0x600; code += 1) {
      expect(metrics.advance(code)).toBe(faces.regular.advance(code));
      expect(metrics.has(code)).toBe(faces.regular.has(code));
    }
  });

  it('refuses other files', () => {
    expect(() => readFont(new TextEncoder().encode('wOF2 and more than twelve'))).toThrow(
      /TrueType/,
    );
    expect(() => readFont(new Uint8Array())).toThrow(/TrueType/);
  });
});

describe('cleaner', () => {
  it('lets no control, format or private character through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = textCleaner(faces).clean(text, 'regular').text;
        expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u);
        for (const letter of clean)
          expect(faces.regular.has(letter.codePointAt(0) ?? 0)).toBe(true);
      }),
    );
  });

  it('shows a box for what no face has, and remembers it', () => {
    const cleaner = textCleaner(faces);
    expect(cleaner.clean('Łódź ☐', 'bold').text).toBe('Łódź ☐');
    expect(cleaner.replaced).toBe(false);
    expect(cleaner.clean('学ぶ AI', 'regular').text).toBe('[no font] AI');
    expect(cleaner.replaced).toBe(true);
  });

  it('takes the upright face for what the oblique one lacks', () => {
    const cleaner = textCleaner(faces);
    expect(cleaner.clean('تعلم', 'oblique')).toEqual({
      text: 'تعلم',
      runs: [{ text: 'تعلم', face: 'regular' }],
    });
    expect(cleaner.needsShaping).toBe(true);
  });

  it('links only to the web', () => {
    expect(safeLink('https://example.org/a b')).toBe('https://example.org/a%20b');
    for (const url of ['javascript:alert(1)', 'file:///etc', 'mailto:a@b.c', 'x', null]) {
      expect(safeLink(url)).toBeNull();
    }
    expect(printedAddress('https://www.example.org/a/?q=1#x')).toBe('example.org/a');
    expect(printedAddress('javascript:alert(1)')).toBe('');
  });
});

describe('typesetter', () => {
  it('never makes a line wider than asked, and loses no word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(...'abcWi.-/ é') }), { maxLength: 8 }),
        fc.integer({ min: 30, max: 300 }),
        (texts, width) => {
          const spans = texts.map((text) => ({ text, style }));
          const lines = setter().wrap(spans, width);
          for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 0.02);
          const letters = (parts: readonly string[]) => parts.join('').replaceAll(' ', '');
          expect(letters(lines.flatMap(({ runs }) => runs.map(({ text }) => text)))).toBe(
            letters(texts),
          );
        },
      ),
    );
  });

  it('ends in an ellipsis where lines run out', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 200 }),
        fc.integer({ min: 1, max: 4 }),
        (width, most) => {
          const lines = setter().wrap([{ text: 'some words '.repeat(60), style }], width, most);
          expect(lines).toHaveLength(most);
          expect(lines.at(-1)?.runs.at(-1)?.text).toMatch(/…$/);
          for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 0.02);
        },
      ),
    );
  });

  it('shortens an address in its middle', () => {
    const address = 'docs.aws.amazon.com/one/two/three/four/five/partitions.html';
    expect(setter().shortenAddress(address, style, 190)).toBe(
      'docs.aws.amazon.com/…/partitions.html',
    );
    expect(setter().shortenAddress(address, style, 1000)).toBe(address);
    expect(setter().width(setter().shortenAddress(address, style, 60), style)).toBeLessThan(60.1);
  });
});

describe('theme', () => {
  it('has a mark of its own for every kind', () => {
    const marks = Object.values(theme.kinds).map(({ mark }) => mark);
    expect(new Set(marks).size).toBe(marks.length);
  });

  it('says where a value is wrong', () => {
    const broken = themeJson() as {
      colors: Record<string, string>;
      kinds: Record<string, unknown>;
    };
    broken.colors.ink = 'url(x)';
    expect(() => parsePdfTheme(broken)).toThrow(/colors\.ink/);
    const lacking = themeJson() as typeof broken;
    delete lacking.kinds.lab;
    expect(() => parsePdfTheme(lacking)).toThrow(/kinds\.lab/);
    const reaching = themeJson() as { fonts: { bold: string } };
    reaching.fonts.bold = '../../secret.ttf';
    expect(() => parsePdfTheme(reaching)).toThrow(/fonts\.bold/);
    const crowded = themeJson() as { page: { head: number } };
    crowded.page.head = 64;
    expect(() => parsePdfTheme(crowded)).toThrow(/head and foot/);
  });

  it('keeps white letters readable on every mark (WCAG, 4.5 to 1)', () => {
    const luminance = (color: string): number => {
      const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
        const value = Number.parseInt(color.slice(from, from + 2), 16) / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const weak = Object.entries(theme.kinds).filter(
      ([, { color }]) => 1.05 / (luminance(color) + 0.05) < 4.5,
    );
    expect(weak).toEqual([]);
  });
});
