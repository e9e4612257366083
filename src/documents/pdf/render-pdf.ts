/** The printable plan. Pure: no file, no clock, no console; the same input gives the same bytes. */
import { type Plan, planClock } from '../../plan/plan.ts';
import { formatDate } from '../../plan/words.ts';
import { dateAt } from '../../time/wall-clock.ts';
import { coverPage } from './cover.ts';
import { type Desk, type Paper, paperSize, setUpDesk } from './desk.ts';
import { Flow, type PageLayout } from './flow.ts';
import { readFont } from './font-file.ts';
import { labSafetyPages } from './lab-safety.ts';
import { notesPages } from './notes.ts';
import { openDocument, registerFonts } from './open-document.ts';
import { overviewPages } from './overview.ts';
import { paintPages } from './paint.ts';
import { runningLines } from './running-lines.ts';
import { scoreTablePages } from './score-table.ts';
import { tailoringPages } from './tailoring.ts';
import { type Face, textCleaner } from './text-cleaner.ts';
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
  notesPages(desk, flow);
  return { desk, pages: flow.pages };
}

/**
 * @returns the bytes of the PDF
 * @throws Error when a font cannot be read
 */
export async function renderPdf(plan: Plan, options: PdfOptions): Promise<Uint8Array> {
  const { desk, pages } = layOutPlan(plan, options);
  const { cleaner } = desk.set;
  const printable = (text: string): string => cleaner.clean(text, 'regular').text;
  const doc = openDocument({
    title: printable(`${plan.certification.name} (${plan.certification.examCode}): study plan`),
    subject: printable(`Study plan ${plan.name}`),
    stamp: options.stamp,
  });
  const chunks: Uint8Array[] = [];
  const finished = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
  const registered = registerFonts(doc, options.fonts, cleaner.needsShaping);
  const printed = formatDate(
    dateAt(Math.floor(options.stamp.getTime() / 60_000), planClock(plan)),
    true,
  );
  paintPages(doc, pages, {
    theme: options.theme,
    paper: paperSize(options.paper),
    fonts: registered,
    running: runningLines(desk, pages, options.paper, printed),
  });
  doc.end();
  return finished;
}
