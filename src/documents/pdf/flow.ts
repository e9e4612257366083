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
