/** Colour and glyphs, as far as the stream and the user want them. Never the only signal. */
import { styleText } from 'node:util';

export interface Style {
  readonly width: number;
  /** False where box and block characters may not be shown. */
  readonly unicode: boolean;
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
  cyan(text: string): string;
}

const DEFAULT_WIDTH = 100;

/** What is asked of a stream; one that is no terminal has no columns. */
export type StyledStream = Partial<Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>>;

function wantsColour(stream: StyledStream): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0';
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  return stream.isTTY === true && TERM !== 'dumb';
}

function hasUnicode(): boolean {
  const { LC_ALL, LC_CTYPE, LANG, TERM } = process.env;
  if (TERM === 'dumb' || TERM === 'linux') return false;
  const locale = LC_ALL || LC_CTYPE || LANG;
  // No locale at all (a service, a container): UTF-8 is the rule today. "C" and "POSIX" are ASCII.
  return !(
    locale === 'C' ||
    locale === 'POSIX' ||
    (locale?.includes('.') && !/utf-?8/i.test(locale))
  );
}

export function styleFor(stream: StyledStream): Style {
  const colour = wantsColour(stream);
  const paint =
    (format: 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan') =>
    (text: string): string =>
      colour ? styleText(format, text, { validateStream: false }) : text;
  const columns = Number(process.env.COLUMNS);
  return {
    // A terminal that does not know its width says 0.
    width: stream.columns || (columns >= 20 ? columns : DEFAULT_WIDTH),
    unicode: hasUnicode(),
    bold: paint('bold'),
    dim: paint('dim'),
    red: paint('red'),
    green: paint('green'),
    yellow: paint('yellow'),
    cyan: paint('cyan'),
  };
}
