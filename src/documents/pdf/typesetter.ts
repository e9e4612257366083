/** Breaks text into lines of a width; knows nothing of pages. All lengths in points. */
import { breakable, isEastAsian, staysWith } from './line-breaks.ts';
import type { Face, Faces, TextCleaner } from './text-cleaner.ts';

export interface TextStyle {
  readonly face: Face;
  readonly size: number;
  readonly color: string;
  /** From one baseline to the next. */
  readonly lineHeight: number;
  /** Bold that its face has not: the letters are drawn with an outline. */
  readonly outlined?: true;
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

/** Text that is not broken where there is room for it on one line. */
interface Atom {
  readonly text: string;
  readonly span: Span;
  readonly style: TextStyle;
  readonly width: number;
}

interface Cluster {
  readonly atoms: Atom[];
  /** True where a blank stands before it. */
  readonly hasGap: boolean;
}

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
    for (const { atoms, hasGap } of this.#clusters(spans)) {
      if (full) break;
      const [first] = atoms;
      if (!first) continue;
      const gap = hasGap && last().length > 0 ? this.width(' ', first.style) : 0;
      const clusterWidth = atoms.reduce((sum, atom) => sum + atom.width, 0);
      if (x + gap + clusterWidth <= width + SLACK) {
        atoms.forEach((atom, index) => {
          place(atom.text, atom.width, index === 0 ? gap : 0, atom.span, atom.style);
        });
        continue;
      }
      if (last().length > 0 && !newLine()) break;
      for (const { text, span, style, width: atomWidth } of atoms) {
        if (x > 0 && x + atomWidth > width + SLACK) newLine();
        let word = text;
        let wordWidth = atomWidth;
        while (wordWidth > width + SLACK && !full) {
          const head = this.#headThatFits(word, style, width);
          place(head, this.width(head, style), 0, span, style);
          word = word.slice(head.length);
          wordWidth = this.width(word, style);
          newLine();
        }
        if (full) break;
        place(word, wordWidth, 0, span, style);
      }
    }
    if (full) this.#endInEllipsis(last(), width);
    return lines.filter((line) => line.length > 0).map((line) => this.#close(line));
  }

  /** What stands between two places where a line may end. */
  #clusters(spans: readonly Span[]): Cluster[] {
    const clusters: Cluster[] = [];
    let hasGap = false;
    let before = '';
    let wasCut = false;
    for (const span of spans) {
      for (const { text, face } of this.cleaner.clean(span.text, span.style.face).runs) {
        const style: TextStyle =
          face === 'fallback' && span.style.face === 'bold'
            ? { ...span.style, face, outlined: true }
            : { ...span.style, face };
        const cut = isEastAsian(text);
        for (const token of text.match(/ +|[^ ]+/g) ?? []) {
          if (token.startsWith(' ')) {
            hasGap = true;
            continue;
          }
          for (const part of cut ? breakable(token) : [token]) {
            const atom = { text: part, span, style, width: this.width(part, style) };
            const cluster = clusters.at(-1);
            const joins = (cut || wasCut) && !hasGap && staysWith(before, part);
            if (cluster && joins) cluster.atoms.push(atom);
            else clusters.push({ atoms: [atom], hasGap });
            hasGap = false;
            before = part;
            wasCut = cut;
          }
        }
      }
    }
    return clusters;
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
