/** The printable plan. Pure: no file, no clock, no console; the same input gives the same bytes. */
import type { Plan } from '../../plan/plan.ts';
import type { Words } from '../words/words.ts';
import { coverPage } from './cover.ts';
import { type DateRange, type Desk, landscape, type Paper, setUpDesk } from './desk.ts';
import { Flow, type PageLayout } from './flow.ts';
import { readFont } from './font-file.ts';
import { labSafetyPages } from './lab-safety.ts';
import { monthCalendars } from './month-calendar.ts';
import { missingCharacters, notesPages } from './notes.ts';
import { openDocument, registerFonts } from './open-document.ts';
import { overviewPages } from './overview.ts';
import { paintPages } from './paint.ts';
import { resourceIndex } from './resource-index.ts';
import { runningLines } from './running-lines.ts';
import { scoreTablePages } from './score-table.ts';
import { PDF_SECTIONS, type PdfSection } from './sections.ts';
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
  /** Of the language in which it is written. */
  readonly words: Words;
  /** TrueType or OpenType files, e.g. those that the theme names. */
  readonly fonts: Readonly<Record<Exclude<Face, 'fallback'>, Uint8Array>> & {
    /** For scripts that the other faces lack; the first font of a collection. */
    readonly fallback?: Uint8Array;
  };
  /** What is printed; absent: everything. */
  readonly sections?: readonly PdfSection[];
  /** Days whose sessions are printed; absent: all. */
  readonly range?: DateRange;
  /** Whose plan it is, for the cover; absent: nobody is named. */
  readonly owner?: string | null;
  /** Ids of the exam guides among the activities; absent: that of the plan's certification. */
  readonly guides?: readonly string[];
}

export interface PlanLayout {
  readonly desk: Desk;
  readonly pages: readonly PageLayout[];
}

/** Letters of East Asia stand in a square; their fonts reserve room for much more, which lines do not have. */
const SQUARE = { ascent: 0.88, descent: 0.12 } as const;

/** Where everything stands, without a PDF: what the layout tests look at. */
export function layOutPlan(plan: Plan, options: PdfOptions): PlanLayout {
  const { fonts, sections = PDF_SECTIONS } = options;
  const regular = readFont(fonts.regular);
  const faces = {
    regular,
    bold: readFont(fonts.bold),
    oblique: readFont(fonts.oblique),
    fallback: fonts.fallback === undefined ? regular : { ...readFont(fonts.fallback), ...SQUARE },
  };
  const set = new Typesetter(faces, textCleaner(faces));
  const desk = setUpDesk(plan, set, options);
  const flow = new Flow(desk.height, landscape(desk).height);
  for (const section of PDF_SECTIONS) {
    if (sections.includes(section)) PAGES[section](desk, flow);
  }
  // A range may leave nothing of the chosen sections; a document has a page.
  if (flow.pages.length === 0) flow.startSection(plan.certification.examCode);
  missingCharacters(desk, flow);
  return { desk, pages: flow.pages };
}

const PAGES = {
  cover: coverPage,
  details: tailoringPages,
  overview: overviewPages,
  calendar: monthCalendars,
  weeks: weeklyLists,
  scores: scoreTablePages,
  labs: labSafetyPages,
  resources: resourceIndex,
  notes: notesPages,
} as const satisfies Record<PdfSection, (desk: Desk, flow: Flow) => void>;

/**
 * @returns the bytes of the PDF
 * @throws Error when a font cannot be read
 */
export async function renderPdf(plan: Plan, options: PdfOptions): Promise<Uint8Array> {
  const { desk, pages } = layOutPlan(plan, options);
  const { cleaner } = desk.set;
  const { frame } = desk.words.pdf;
  const { name, examCode } = plan.certification;
  const printable = (text: string): string => cleaner.clean(text, 'regular').text;
  const doc = openDocument({
    title: printable(frame.documentTitle(name, examCode)),
    subject: printable(frame.subject(plan.name, desk.owner)),
    language: desk.words.tag,
    stamp: options.stamp,
  });
  const { fonts } = options;
  const registered = registerFonts(
    doc,
    { ...fonts, fallback: fonts.fallback ?? fonts.regular },
    cleaner.needsShaping,
  );
  paintPages(doc, pages, {
    theme: options.theme,
    paper: desk.paper,
    fonts: registered,
    running: runningLines(desk, pages),
  });
  return doc.finish();
}
