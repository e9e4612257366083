/** Renders documents for writing: templates, fonts and stamps come from here, the rest is pure. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { DateRange } from '../documents/pdf/desk.ts';
import type { PdfSection } from '../documents/pdf/sections.ts';
import type { Words } from '../documents/words/words.ts';
import type { CalendarChoices } from '../plan/calendar-choices.ts';
import { DEFAULT_LANGUAGE, type LanguageTag } from '../plan/language.ts';
import type { Plan } from '../plan/plan.ts';
import { planDocument } from '../plan/plan-document.ts';
import { stageIds, stagePlan, wholePlan } from '../plan/stages.ts';
import { goneDates } from '../progress/gone-dates.ts';
import type { PlanState } from '../progress/state.ts';
import { templateText } from './built-in-curricula.ts';
import type { ChosenTemplate } from './checklist-template.ts';
import { fileStamp } from './context.ts';
import type { ExportFormat } from './export-formats.ts';
import { lettering } from './pdf-lettering.ts';
import type { PdfTask } from './pdf-worker.ts';

export { missingFontNote } from './pdf-lettering.ts';

export type Paper = 'a4' | 'letter';

/** What of a plan is printed, and for whom; absent: all of it, for nobody in particular. */
export interface PrintOptions {
  readonly sections?: readonly PdfSection[];
  readonly range?: DateRange;
  readonly owner?: string;
}

export interface DocumentOptions extends PrintOptions {
  readonly paper: Paper;
  /** Of the calendar; absent: as the plan has them. */
  readonly calendar?: CalendarChoices;
  /** Absent: as the plan has it, else English. */
  readonly language?: LanguageTag;
  /** Of the checklist; absent: Markdown. */
  readonly template?: ChosenTemplate;
}

/** What documents tell of a plan: what it is, and what calendars and task apps have to unlearn. */
export type DocumentState = Pick<PlanState, 'plan' | 'cancelled' | 'skippedBecause' | 'events'>;

/** Of a plan to which nothing has happened yet. */
export const newState = (plan: Plan): DocumentState => ({
  plan,
  cancelled: [],
  skippedBecause: new Map(),
  events: [],
});

/** Of the documents of a plan, unless they are asked for in another one. */
const languageFor = (plan: Plan, { language }: Pick<DocumentOptions, 'language'>): LanguageTag =>
  language ?? plan.language ?? DEFAULT_LANGUAGE;

async function wordsFor(plan: Plan, options: Pick<DocumentOptions, 'language'>): Promise<Words> {
  const { wordsIn } = await import('../documents/words/words.ts');
  return wordsIn(languageFor(plan, options));
}

type Renderer = (state: DocumentState, options: DocumentOptions) => Promise<string | Uint8Array>;

const RENDERERS = {
  async ics({ plan, cancelled, skippedBecause, events }, { calendar, ...options }) {
    const { renderIcs } = await import('../documents/ics/render-ics.ts');
    return renderIcs(plan, {
      words: await wordsFor(plan, options),
      stamp: fileStamp(plan.updatedAt),
      ...(calendar === undefined ? {} : { choices: calendar }),
      cancelled,
      goneDates: goneDates({ plan: wholePlan(plan), events }),
      skippedBecause,
    });
  },
  async pdf({ plan }, { paper, language, ...print }) {
    const { renderPdf } = await import('../documents/pdf/render-pdf.ts');
    const { parsePdfTheme } = await import('../documents/pdf/theme.ts');
    const json: unknown = JSON.parse(templateText('pdf-theme.json'));
    const theme = parsePdfTheme(json);
    const { words, font: fallback } = await lettering(plan, print.owner, language);
    return renderPdf(wholePlan(plan), {
      ...print,
      paper,
      guides: stageIds(plan).map((id) => stagePlan(plan, id).certification.guide),
      stamp: fileStamp(plan.updatedAt),
      theme,
      words,
      fonts: {
        ...(fallback === null ? {} : { fallback }),
        regular: font(theme.fonts.regular),
        bold: font(theme.fonts.bold),
        oblique: font(theme.fonts.oblique),
      },
    });
  },
  async checklist({ plan }, { template, ...options }) {
    if (template?.isOurs === false) {
      const { runTemplate } = await import('./run-template.ts');
      return runTemplate(wholePlan(plan), template, languageFor(plan, options));
    }
    const { renderChecklist } = await import('../documents/checklist/render-checklist.ts');
    const name = 'checklist.md.liquid';
    return renderChecklist(wholePlan(plan), {
      words: await wordsFor(plan, options),
      template: template ?? { name, text: templateText(name) },
    });
  },
  async html({ plan }, options) {
    const { renderHtml } = await import('../documents/html/render-html.ts');
    return renderHtml(wholePlan(plan), {
      words: await wordsFor(plan, options),
      page: templateText('page.html.liquid'),
      style: templateText('page.css'),
      script: templateText('page.js'),
    });
  },
  async csv({ plan }) {
    const { renderCsv } = await import('../documents/csv/render-csv.ts');
    return renderCsv(wholePlan(plan));
  },
  async anki({ plan }, options) {
    const { renderAnki } = await import('../documents/anki/render-anki.ts');
    return renderAnki(wholePlan(plan), { words: await wordsFor(plan, options) });
  },
  async json({ plan }) {
    return `${JSON.stringify(planDocument(plan), null, 2)}\n`;
  },
  async todo({ plan, cancelled, skippedBecause }, options) {
    const { renderTodo } = await import('../documents/todo/render-todo.ts');
    return renderTodo(wholePlan(plan), {
      words: await wordsFor(plan, options),
      stamp: fileStamp(plan.updatedAt),
      cancelled,
      skippedBecause,
    });
  },
} as const satisfies Record<ExportFormat, Renderer>;

export const renderDocument = (
  format: ExportFormat,
  state: DocumentState,
  options: DocumentOptions,
): Promise<string | Uint8Array> => RENDERERS[format](state, options);

/** Loads what a PDF needs, before there is a plan. */
export async function preparePdf(): Promise<void> {
  await import('../documents/pdf/render-pdf.ts');
}

/** A thread that makes one PDF while other work is done here. */
export interface PdfThread {
  render(plan: Plan, options: DocumentOptions): Promise<Uint8Array>;
  /** Ends it, whether it was used or not. */
  end(): void;
}

/** Starts it at once: what prints is loaded while the plan is made. */
export async function startPdfThread(): Promise<PdfThread> {
  const { Worker } = await import('node:worker_threads');
  const worker = new Worker(new URL('./pdf-worker.mjs', import.meta.url));
  const result = new Promise<Uint8Array>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the PDF's thread ended with ${code}`)));
  });
  // Ended unused, its end is nobody's failure.
  result.catch(() => {});
  return {
    render(plan, options) {
      const task: PdfTask = { plan, options };
      worker.postMessage(task);
      return result;
    },
    end() {
      void worker.terminate();
    },
  };
}

/** @param thread makes the PDF, if there is one; else it is made here, after the others */
export async function renderDocuments(
  formats: readonly ExportFormat[],
  state: DocumentState,
  options: DocumentOptions,
  thread: PdfThread | null,
): Promise<Map<ExportFormat, string | Uint8Array>> {
  const pdf = formats.includes('pdf') ? thread?.render(state.plan, options) : undefined;
  const rendered = new Map<ExportFormat, string | Uint8Array>();
  for (const format of formats) {
    if (format === 'pdf' && pdf) continue;
    rendered.set(format, await renderDocument(format, state, options));
  }
  if (pdf) rendered.set('pdf', await pdf);
  return rendered;
}

function font(name: string): Uint8Array {
  const require = createRequire(import.meta.url);
  return readFileSync(require.resolve(`dejavu-fonts-ttf/ttf/${name}`));
}

/** Countries that print on letter paper, by the locale of the environment. */
const LETTER_COUNTRIES = /_(US|CA|MX|PH|CL|CO|VE|GT|SV|NI|CR|PA|DO|PR)\b/;

/** By LC_ALL, LC_PAPER or LANG, the first that is set; else A4. */
export function paperByLocale(): Paper {
  const { LC_ALL, LC_PAPER, LANG } = process.env;
  return LETTER_COUNTRIES.test(LC_ALL || LC_PAPER || LANG || '') ? 'letter' : 'a4';
}
