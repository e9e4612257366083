/** Texts that are filled elsewhere than here: the page's script has no functions of ours. */

/** By the count of what it speaks of: `Intl.PluralRules` chooses; a language without the difference has both alike. */
export interface Plural {
  readonly one: string;
  readonly other: string;
}

/** Puts values in place of `{name}`. */
export const fillPattern = (
  pattern: string,
  values: Readonly<Record<string, string | number>>,
): string => pattern.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
