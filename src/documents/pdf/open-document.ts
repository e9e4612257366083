/** A pdfkit document set up for repeatable bytes, embedded fonts and speed. */
import PDFDocument from 'pdfkit';
import { withoutShaping } from './font-file.ts';
import { qrCode } from './qr-code.ts';
import { FACES, type Face } from './text-cleaner.ts';

/** Thickness of the line around letters that shall look bold, as a share of their size. */
const OUTLINE = 0.026;

/** What this file uses of pdfkit's open font; not in its types. */
interface OpenFont {
  readonly id: string;
  ref(): unknown;
  /** Glyphs as four hexadecimal digits each; adds them to the embedded subset. */
  encode(text: string): readonly [readonly string[], unknown];
}

/** What this file uses of an object of the file; pdfkit's types leave out `write`. */
interface WritableReference {
  write(text: string): void;
  end(): void;
}

/** What a page draws beside operators: named objects. */
interface PageResources {
  readonly fonts: Record<string, unknown>;
  readonly xobjects: Record<string, unknown>;
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const xmlText = (value: unknown): unknown =>
  typeof value === 'string'
    ? value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : value;

const rounded = (value: number): number => Math.round(value * 100) / 100;

/**
 * pdfkit, spared its two costs for a document of many short lines: every operator becomes a byte
 * array of its own, and every word is shaped. This one hands over a page of operators at a time,
 * and can set text a glyph per character.
 */
export class PagedDocument extends PDFDocument {
  #operators: string[] = [];
  readonly #glyphs = new Map<string, Map<string, string>>();
  readonly #codes = new Map<string, { label: string; size: number; object: unknown }>();

  /** Declared only: pdfkit's constructor writes before fields of this class would be set. */
  declare private written: Uint8Array[] | undefined;

  /** Instead of some ten thousand events of a stream, one array: the document is wanted whole. */
  _write(data: string | Uint8Array): void {
    const bytes = typeof data === 'string' ? Buffer.from(`${data}\n`, 'latin1') : data;
    this.written ??= [];
    this.written.push(bytes);
    (this as unknown as { _offset: number })._offset += bytes.length;
  }

  /** Ends the document. @returns all of its bytes */
  finish(): Uint8Array {
    this.end();
    return new Uint8Array(Buffer.concat(this.written ?? []));
  }

  /** pdfkit puts texts into its XML as they are; the other copy of them is written by now. */
  override endMetadata(): void {
    const named = this as unknown as { info: Record<string, unknown> };
    named.info = Object.fromEntries(
      Object.entries(named.info).map(([key, value]) => [key, xmlText(value)]),
    );
    super.endMetadata();
  }

  override addContent(operator: string): this {
    this.#operators.push(operator);
    return this;
  }

  /** To be called when a page is complete, before the next one and before the end. */
  finishPage(): void {
    this.page.write(this.#operators.join('\n'));
    this.#operators = [];
  }

  /**
   * One line of text in the current colour, without kerning and ligatures.
   * @param font a registered name
   * @param x points from the left edge of the page
   * @param baseline points from its top edge
   * @param outline colour of a thin line around the letters, for a font without a bold face
   */
  setLine(
    text: string,
    font: string,
    size: number,
    x: number,
    baseline: number,
    outline: string | null = null,
  ): void {
    this.font(font);
    const open = (this as unknown as { readonly _font: OpenFont })._font;
    const { fonts } = this.page as unknown as PageResources;
    fonts[open.id] ??= open.ref();
    let glyphs = this.#glyphs.get(font);
    if (!glyphs) {
      glyphs = new Map();
      this.#glyphs.set(font, glyphs);
    }
    let codes = '';
    for (const letter of text) {
      let code = glyphs.get(letter);
      if (code === undefined) {
        code = open.encode(letter)[0].join('');
        glyphs.set(letter, code);
      }
      codes += code;
    }
    // The page is drawn upside down in pdfkit, so that y grows downwards; letters are turned back.
    const place = `1 0 0 -1 ${rounded(x)} ${rounded(baseline)} Tm`;
    const line = `BT /${open.id} ${rounded(size)} Tf ${place} <${codes}> Tj ET`;
    if (outline === null) {
      this.addContent(line);
      return;
    }
    this.save()
      .lineWidth(size * OUTLINE)
      .lineJoin('round')
      .strokeColor(outline);
    this.addContent(line.replace('BT', 'BT 2 Tr'));
    this.restore();
  }

  /**
   * A link with its action inside: pdfkit's own makes an object of the file for each of them.
   * @param area in points from the upper left corner of the page
   * @param to an address, or `#` and a named place of this document
   * @param name what it leads to, in words
   */
  linkArea(area: Area, to: string, name: string, structParent: PDFKit.PDFStructureElement): void {
    const action = to.startsWith('#')
      ? { S: 'GoTo', D: new String(to.slice(1)) }
      : { S: 'URI', URI: new String(to) };
    const options = { Subtype: 'Link', A: action, Contents: new String(name), structParent };
    this.annotate(
      area.x,
      area.y,
      area.width,
      area.height,
      options as unknown as PDFKit.Mixins.AnnotationOption,
    );
  }

  /**
   * A QR code in black. Sessions with the same text share one drawing.
   * @param x points from the left edge of the page
   * @param y points from its top edge
   */
  setQrCode(text: string, x: number, y: number, size: number): void {
    let code = this.#codes.get(text);
    if (!code) {
      const { size: modules, stretches } = qrCode(text);
      const object = this.ref({
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, modules, modules],
      });
      const writable = object as unknown as WritableReference;
      const rows = stretches.map(([column, row, length]) => `${column} ${row} ${length} 1 re`);
      writable.write([...rows, 'f'].join('\n'));
      writable.end();
      code = { label: `Q${this.#codes.size + 1}`, size: modules, object };
      this.#codes.set(text, code);
    }
    const { xobjects } = this.page as unknown as PageResources;
    xobjects[code.label] = code.object;
    const scale = size / code.size;
    this.addContent(
      `q 0 g ${scale.toFixed(5)} 0 0 ${scale.toFixed(5)} ${rounded(x)} ${rounded(y)} cm /${code.label} Do Q`,
    );
  }
}

export interface DocumentInfo {
  readonly title: string;
  readonly subject: string;
  /** BCP 47. */
  readonly language: string;
  readonly stamp: Date;
}

export function openDocument({ title, subject, language, stamp }: DocumentInfo): PagedDocument {
  return new PagedDocument({
    // Without a first font: pdfkit's own default would be an unembedded Helvetica.
    font: '',
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    // Known to pdfkit 0.20, not yet to its types.
    subset: 'PDF/UA' as unknown as 'PDF/A-1',
    lang: language,
    displayTitle: true,
    // Both dates given: else the clock of the machine would get into the bytes.
    info: {
      Title: title,
      Subject: subject,
      Author: 'certplan',
      Creator: 'certplan',
      CreationDate: stamp,
      ModDate: stamp,
    },
  });
}

export interface DocumentFonts {
  /** Names under which the faces are registered. */
  readonly names: Readonly<Record<Face, string>>;
  /** True when some script needs its letters joined or its accents placed. */
  readonly shaped: boolean;
}

/**
 * Gives every face a name in the document. Equal files share one: pdfkit opens a second font of
 * the same name anew at every use.
 * @param shaped keep the tables that join Arabic letters and place accents; slower. The face for
 *   other scripts does without: it may be one of several in its file, and its letters stand apart
 */
export function registerFonts(
  doc: PDFKit.PDFDocument,
  fonts: Readonly<Record<Face, Uint8Array>>,
  shaped: boolean,
): DocumentFonts {
  const names: Partial<Record<Face, string>> = {};
  for (const face of FACES) {
    const same = FACES.find(
      (other) => other in names && Buffer.compare(fonts[other], fonts[face]) === 0,
    );
    names[face] = same ?? face;
    if (same === undefined) {
      const whole = shaped && face !== 'fallback';
      doc.registerFont(face, Buffer.from(whole ? fonts[face] : withoutShaping(fonts[face])));
    }
  }
  const { regular = 'regular', bold = 'bold', oblique = 'oblique', fallback = regular } = names;
  return { names: { regular, bold, oblique, fallback }, shaped };
}
