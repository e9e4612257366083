/** A pdfkit document set up for repeatable bytes, embedded fonts and speed. */
import PDFDocument from 'pdfkit';
import { withoutShaping } from './font-file.ts';
import { FACES, type Face } from './text-cleaner.ts';

/**
 * pdfkit turns every operator into a byte array of its own; half the time of a plan went into
 * clearing those away. This one hands over a page at a time.
 */
export class PagedDocument extends PDFDocument {
  #operators: string[] = [];

  override addContent(operator: string): this {
    this.#operators.push(operator);
    return this;
  }

  /** To be called when a page is complete, before the next one and before the end. */
  finishPage(): void {
    this.page.write(this.#operators.join('\n'));
    this.#operators = [];
  }
}

export interface DocumentInfo {
  readonly title: string;
  readonly subject: string;
  readonly stamp: Date;
}

export function openDocument({ title, subject, stamp }: DocumentInfo): PagedDocument {
  return new PagedDocument({
    // Without a first font: pdfkit's own default would be an unembedded Helvetica.
    font: '',
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en',
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

/**
 * Gives every face a name in the document. Equal files share one: pdfkit opens a second font of
 * the same name anew at every use.
 * @param shaped keep the tables that join Arabic letters and place accents; slower
 */
export function registerFonts(
  doc: PDFKit.PDFDocument,
  fonts: Readonly<Record<Face, Uint8Array>>,
  shaped: boolean,
): Record<Face, string> {
  const names: Partial<Record<Face, string>> = {};
  for (const face of FACES) {
    const same = FACES.find(
      (other) => other in names && Buffer.compare(fonts[other], fonts[face]) === 0,
    );
    names[face] = same ?? face;
    if (same === undefined) {
      doc.registerFont(face, Buffer.from(shaped ? fonts[face] : withoutShaping(fonts[face])));
    }
  }
  const { regular = 'regular', bold = 'bold', oblique = 'oblique' } = names;
  return { regular, bold, oblique };
}
