/** Fills pages with pieces: no piece is cut, headings stay with what follows. */
import type { Piece } from './piece.ts';

export interface PlacedPiece {
  readonly piece: Piece;
  /** From the top margin, in points. */
  readonly y: number;
}

export interface PageLayout {
  readonly section: string;
  readonly landscape: boolean;
  readonly placed: readonly PlacedPiece[];
}

interface OpenPage {
  readonly section: string;
  readonly landscape: boolean;
  readonly placed: PlacedPiece[];
}

export interface PutOptions {
  /** White above the piece, left out at the top of a page. Points. */
  readonly gap?: number;
  /** Height that must remain below it on the same page: what the piece introduces. Points. */
  readonly keep?: number;
}

/** Share of a page. */
const MOSTLY_FREE = 0.6;
/** So many of the last pieces of a list stand together: fewer would look lost on a page. */
const TOGETHER = 3;

export class Flow {
  readonly #pages: OpenPage[] = [];
  #y = 0;
  #section = '';
  #landscape = false;
  /** What is repeated at the top of the next page, e.g. the heading of a week. */
  #repeat: (() => Piece) | null = null;

  /**
   * @param height points between top and bottom margin
   * @param landscapeHeight the same of a page that lies on its side
   */
  constructor(
    readonly height: number,
    readonly landscapeHeight: number,
  ) {}

  /** Starts a page; its running head names the section. */
  startSection(title: string, landscape = false): void {
    this.#section = title;
    this.#landscape = landscape;
    this.startPage();
  }

  /**
   * Goes on below what stands, where the section before ran over onto its last page and left most of that
   * free; the pages that follow have the new running head.
   * @returns false where a page of its own is better
   */
  goOnWith(title: string): boolean {
    const [before, last] = this.#pages.slice(-2);
    const ranOver = last !== undefined && before?.section === last.section;
    if (!ranOver || this.#landscape || this.room < this.height * MOSTLY_FREE) return false;
    this.#section = title;
    this.#repeat = null;
    return true;
  }

  /** Starts another page of the section. */
  startPage(): void {
    this.#repeat = null;
    this.#newPage();
  }

  repeatOnNewPage(heading: (() => Piece) | null): void {
    this.#repeat = heading;
  }

  get room(): number {
    return (this.#landscape ? this.landscapeHeight : this.height) - this.#y;
  }

  put(piece: Piece, { gap = 0, keep = 0 }: PutOptions = {}): void {
    const fresh = this.#pages.at(-1)?.placed.length === 0;
    const above = fresh ? 0 : gap;
    if (!fresh && above + piece.height + keep > this.room) {
      this.#newPage();
      if (this.#repeat) this.#add(this.#repeat(), 0);
      this.#add(piece, 0);
      return;
    }
    this.#add(piece, above);
  }

  /** @param gap white above each piece, in points */
  putList(pieces: readonly Piece[], gap: number): void {
    pieces.forEach((piece, index) => {
      const rest = index === Math.max(0, pieces.length - TOGETHER) ? pieces.slice(index + 1) : [];
      const keep = rest.reduce((sum, { height }) => sum + gap + height, 0);
      this.put(piece, { gap, keep });
    });
  }

  get pages(): readonly PageLayout[] {
    return this.#pages;
  }

  #newPage(): void {
    this.#pages.push({ section: this.#section, landscape: this.#landscape, placed: [] });
    this.#y = 0;
  }

  #add(piece: Piece, gap: number): void {
    this.#pages.at(-1)?.placed.push({ piece, y: this.#y + gap });
    this.#y += gap + piece.height;
  }
}
