import { describe, expect, it } from 'vitest';
import { languageOf, parseLanguage } from '../../src/plan/language.ts';

describe('the language of documents', () => {
  it.each([
    ['DE', 'de'],
    [' es ', 'es'],
    ['de-at', 'de-AT'],
    ['de_AT.UTF-8', 'de-AT'],
    ['de_DE@euro', 'de-DE'],
    ['de_DE.UTF-8@euro', 'de-DE'],
    ['en-x-private', 'en'],
    ['en-u-ca-buddhist', 'en'],
    ['ja-Hira-JP', 'ja-Hira-JP'],
  ])('is read from %j as %s', (text, tag) => {
    expect(parseLanguage(text)).toBe(tag);
  });

  it.each(['', 'zh', 'ar', 'C', '../de', 'de-', 'de\u001b[31m'])(
    'is not %j, and no other is guessed',
    (text) => {
      expect(() => parseLanguage(text)).toThrow(
        expect.objectContaining({
          code: 'unknown-language',
          exitCode: 2,
          message: expect.not.stringContaining('did you mean'),
        }),
      );
    },
  );

  it('is without its region one that has words', () => {
    expect(languageOf('es-MX')).toBe('es');
  });
});
