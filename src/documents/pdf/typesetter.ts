/** Breaks text into lines of a width; knows nothing of pages. All lengths in points. */
import type { Face, Faces, TextCleaner } from './text-cleaner.ts';

export interface TextStyle {
  readonly face: Face;
  readonly size: number;
  readonly color: string;
  /** From one baseline to the next. */
  readonly lineHeight: number;
}

/** Text in one style, perhaps a link. */
export interface Span {
  readonly text: string;
  readonly style: TextStyle;
  /** An address, or `#` and the anchor of a piece. */
  readonly link?: string | null;
}

/** A stretch of one line in one style; `x` counts from the start of the line. */
export interface Run {
  readonly text: string;
  readonly style: TextStyle;
  readonly link: string | null;
  readonly x: number;
  readonly width: number;
}

export interface Line {
  readonly runs: readonly Run[];
  readonly width: number;
}

const ELLIPSIS = '…';
/** Letters below are in every face but the last one, and that one is asked for others only. */
const LATIN_ENDS = 0x100;
/** Sums of widths differ in the last bits; a line must not break for that. */
const SLACK = 0.01;
const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u;

interface OpenRun {
  text: string;
  readonly span: Span;
  readonly style: TextStyle;
  readonly x: number;
  width: number;
}

export class Typesetter {
  constructor(
    readonly faces: Faces,
    readonly cleaner: TextCleaner,
  ) {}

  /** Width in points of cleaned text. */
  width(text: string, style: Pick<TextStyle, 'face' | 'size'>): number {
    const face = this.faces[style.face];
    let sum = 0;
    for (const letter of text) {
      const code = letter.codePointAt(0) ?? 0;
      const own = code < LATIN_ENDS ? face : this.faces[this.cleaner.faceOf(letter, style.face)];
      sum += own.advance(code);
    }
    return sum * style.size;
  }

  /**
   * @param width of the longest line
   * @param maxLines what does not fit into so many lines ends in an ellipsis
   */
  wrap(spans: readonly Span[], width: number, maxLines = Number.POSITIVE_INFINITY): Line[] {
    const lines: OpenRun[][] = [[]];
    let x = 0;
    let full = false;
    const last = (): OpenRun[] => lines[lines.length - 1] ?? [];
    const newLine = (): boolean => {
      if (lines.length >= maxLines) {
        full = true;
        return false;
      }
      lines.push([]);
      x = 0;
      return true;
    };
    const place = (word: string, wordWidth: number, gap: number, span: Span, style: TextStyle) => {
      const run = last().at(-1);
      if (run && run.span === span && run.style.face === style.face) {
        run.text += gap > 0 ? ` ${word}` : word;
        run.width += gap + wordWidth;
      } else {
        last().push({ text: word, span, style, x: x + gap, width: wordWidth });
      }
      x += gap + wordWidth;
    };
    let space = false;
    const stretches = spans.flatMap((span) =>
      this.cleaner
        .clean(span.text, span.style.face)
        .runs.map(({ text, face }) => ({ span, text, style: { ...span.style, face } })),
    );
    for (const { span, text, style } of stretches) {
      const spaceWidth = this.width(' ', style);
      for (const token of text.match(/ +|[^ ]+/g) ?? []) {
        if (full) break;
        if (token.startsWith(' ')) {
          space = true;
          continue;
        }
        let word = token;
        let wordWidth = this.width(word, style);
        const gap = space && last().length > 0 ? spaceWidth : 0;
        space = false;
        if (x + gap + wordWidth <= width + SLACK) {
          place(word, wordWidth, gap, span, style);
          continue;
        }
        if (last().length > 0 && !newLine()) break;
        while (wordWidth > width + SLACK && !full) {
          const head = this.#headThatFits(word, style, width);
          place(head, this.width(head, style), 0, span, style);
          word = word.slice(head.length);
          wordWidth = this.width(word, style);
          newLine();
        }
        if (!full) place(word, wordWidth, 0, span, style);
      }
    }
    if (full) this.#endInEllipsis(last(), width);
    return lines.filter((line) => line.length > 0).map((line) => this.#close(line));
  }

  /** One line of cleaned text that fits, with an ellipsis at its end where something is left out. */
  shorten(text: string, style: TextStyle, width: number): string {
    const clean = this.cleaner.clean(text, style.face).text.trim();
    if (this.width(clean, style) <= width + SLACK) return clean;
    const room = width - this.width(ELLIPSIS, style);
    return `${this.#headThatFits(clean, style, room).trimEnd()}${ELLIPSIS}`;
  }

  /** `docs.aws.amazon.com/…/partitions.html`: host and end of an address are what people know. */
  shortenAddress(address: string, style: TextStyle, width: number): string {
    const clean = this.cleaner.clean(address, style.face).text;
    if (this.width(clean, style) <= width + SLACK) return clean;
    const slash = clean.indexOf('/');
    const parts = clean.slice(slash + 1).split('/');
    const host = slash < 0 ? clean : clean.slice(0, slash);
    for (let from = 1; from < parts.length; from += 1) {
      const text = `${host}/${ELLIPSIS}/${parts.slice(from).join('/')}`;
      if (this.width(text, style) <= width + SLACK) return text;
    }
    return this.shorten(`${host}/${ELLIPSIS}/${parts.at(-1) ?? ''}`, style, width);
  }

  /** As many characters as fit, at least one. */
  #headThatFits(text: string, style: TextStyle, width: number): string {
    let head = '';
    let used = 0;
    for (const letter of text) {
      used += this.width(letter, style);
      if (used > width && head !== '') break;
      head += letter;
    }
    return head;
  }

  #endInEllipsis(line: OpenRun[], width: number): void {
    const run = line.at(-1);
    if (!run) return;
    const room = width - run.x - this.width(ELLIPSIS, run.style);
    const text =
      this.width(run.text, run.style) <= room
        ? run.text
        : this.#headThatFits(run.text, run.style, room);
    run.text = `${text.trimEnd()}${ELLIPSIS}`;
    run.width = this.width(run.text, run.style);
  }

  #close(line: readonly OpenRun[]): Line {
    const runs = line.map(({ text, span, style, x, width }) => ({
      text: RIGHT_TO_LEFT.test(text) ? wordsFromTheRight(text) : text,
      style,
      link: span.link ?? null,
      x,
      width,
    }));
    const end = runs.at(-1);
    return { runs, width: end ? end.x + end.width : 0 };
  }
}

/** pdfkit orders letters inside a word of a right-to-left script, but not the words of a line. */
const wordsFromTheRight = (text: string): string => text.split(' ').reverse().join(' ');
