import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortUrl } from '../../src/cli/render/short-url.ts';
import { wrap } from '../../src/cli/terminal/wrap.ts';

describe('text over several lines', () => {
  it('keeps every word, and no line is wider unless one word is', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 16, max: 60 }),
        (words, width) => {
          const lines = wrap(words.join(' '), width, '  ');
          expect(lines.join(' ').split(/ +/)).toEqual(words);
          for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
          for (const line of lines.slice(1)) expect(line).toMatch(/^ {2}\S/);
        },
      ),
    );
  });

  it('keeps what is set in at the start, and blanks that part columns', () => {
    expect(wrap('  done  12 review', 40)).toEqual(['  done  12 review']);
  });
});

describe('a link as a reminder', () => {
  it.each([
    [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/formats.html',
      40,
      'docs.aws.amazon.com/…/formats.html',
    ],
    ['https://www.example.org/page', 40, 'example.org/page'],
    ['https://example.org/', 40, 'example.org'],
    ['https://example.org/a/a-very-long-name-of-a-page', 20, 'example.org/…/a-ver…'],
    ['javascript:alert(1)', 40, null],
    [null, 40, null],
  ])('%s in %i characters is %s', (url, width, text) => expect(shortUrl(url, width)).toBe(text));
});
