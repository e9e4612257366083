/** The printable plan. Pure: no file, no clock, no console; the same input gives the same bytes. */
import PDFDocument from 'pdfkit';
import type { Plan } from '../../plan/plan.ts';
import { formatDate } from '../../plan/words.ts';
import { dateAt, zoneClock } from '../../time/wall-clock.ts';
import { paperSize, type Paper, setUpDesk } from './desk.ts';
import { type Desk } from './desk.ts';
import { Flow, type PageLayout } from './flow.ts';
import { readFont, withoutShaping } from './font-file.ts';
import { coverPage } from './cover.ts';
import { labSafetyPages } from './lab-safety.ts';
import { overviewPages } from './overview.ts';
import { paintPages } from './paint.ts';
import { runningLines } from './running-lines.ts';
import { scoreTablePages } from './score-table.ts';
import { tailoringPages } from './tailoring.ts';
import { FACES, textCleaner, type Face } from './text-cleaner.ts';
import type { PdfTheme } from './theme.ts';
import { Typesetter } from './typesetter.ts';
import { weeklyLists } from './weekly-lists.ts';

export interface PdfOptions {
  readonly paper: Paper;
  /** When the document is made: the only time that gets into its bytes. */
  readonly stamp: Date;
  readonly theme: PdfTheme;
  /** TrueType or OpenType files, e.g. those that the theme names. */
  readonly fonts: Readonly<Record<Face, Uint8Array>>;
}

export interface PlanLayout {
  readonly desk: Desk;
  readonly pages: readonly PageLayout[];
}

/** Where everything stands, without a PDF: what the layout tests look at. */
export function layOutPlan(plan: Plan, { paper, theme, fonts }: PdfOptions): PlanLayout {
  const faces = {
    regular: readFont(fonts.regular),
    bold: readFont(fonts.bold),
    oblique: readFont(fonts.oblique),
  };
  const set = new Typesetter(faces, textCleaner(faces));
  const desk = setUpDesk(plan, theme, paper, set);
  const flow = new Flow(desk.height);
  coverPage(desk, flow);
  tailoringPages(desk, flow);
  overviewPages(desk, flow);
  weeklyLists(desk, flow);
  scoreTablePages(desk, flow);
  labSafetyPages(desk, flow);
  return { desk, pages: flow.pages };
}

/**
 * @returns the bytes of the PDF
 * @throws Error when a font cannot be read
 */
export async function renderPdf(plan: Plan, options: PdfOptions): Promise<Uint8Array> {
  const { desk, pages } = layOutPlan(plan, options);
  const { cleaner } = desk.set;
  const doc = new PDFDocument({
    // Without a first font: pdfkit's own default would be an unembedded Helvetica.
    font: '',
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en',
    displayTitle: true,
    info: {
      Title: cleaner.clean(`${plan.curriculum.name} (${plan.curriculum.examCode}): study plan`, 'regular').text,
      Author: 'certplan',
      Creator: 'certplan',
      Subject: cleaner.clean(`Study plan ${plan.name}`, 'regular').text,
      CreationDate: options.stamp,
      ModDate: options.stamp,
    },
  });
  const chunks: Uint8Array[] = [];
  const finished = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
  const names = registerFonts(doc, options.fonts, cleaner.needsShaping);
  const printed = formatDate(
    dateAt(Math.floor(options.stamp.getTime() / 60_000), zoneClock(plan.learner.timeZone)),
    true,
  );
  paintPages(doc, pages, {
    theme: options.theme,
    paper: paperSize(options.paper),
    fonts: names,
    running: runningLines(desk, pages, options.paper, printed),
  });
  doc.end();
  return finished;
}

/**
 * Gives every face a name in the document. Equal files share one: pdfkit opens a second font of
 * the same name anew at every use.
 */
function registerFonts(
  doc: PDFKit.PDFDocument,
  fonts: PdfOptions['fonts'],
  shaped: boolean,
): Record<Face, string> {
  const names: Partial<Record<Face, string>> = {};
  for (const face of FACES) {
    const same = FACES.find((other) => other in names && Buffer.compare(fonts[other], fonts[face]) === 0);
    names[face] = same ?? face;
    if (same === undefined) {
      doc.registerFont(face, Buffer.from(shaped ? fonts[face] : withoutShaping(fonts[face])));
    }
  }
  const { regular = 'regular', bold = 'bold', oblique = 'oblique' } = names;
  return { regular, bold, oblique };
}
