/** Renders documents for writing: templates, fonts and stamps come from here, the rest is pure. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plan } from '../plan/plan.ts';
import { planDocument } from '../plan/plan-document.ts';
import { templateText } from './built-in-curricula.ts';
import { fileStamp } from './context.ts';
import type { ExportFormat } from './export-formats.ts';

const ALARM_MINUTES = 15;

export type Paper = 'a4' | 'letter';

export interface DocumentOptions {
  readonly paper: Paper;
}

type Renderer = (plan: Plan, options: DocumentOptions) => Promise<string | Uint8Array>;

const RENDERERS = {
  async ics(plan) {
    const { renderIcs } = await import('../documents/ics/render-ics.ts');
    return renderIcs(plan, {
      stamp: fileStamp(plan.createdAt),
      alarmMinutes: ALARM_MINUTES,
      descriptionTemplate: templateText('event-description.txt.liquid'),
    });
  },
  async pdf(plan, { paper }) {
    const { renderPdf } = await import('../documents/pdf/render-pdf.ts');
    const { parsePdfTheme } = await import('../documents/pdf/theme.ts');
    const json: unknown = JSON.parse(templateText('pdf-theme.json'));
    const theme = parsePdfTheme(json);
    return renderPdf(plan, {
      paper,
      stamp: fileStamp(plan.createdAt),
      theme,
      fonts: {
        regular: font(theme.fonts.regular),
        bold: font(theme.fonts.bold),
        oblique: font(theme.fonts.oblique),
      },
    });
  },
  async checklist(plan) {
    const { renderChecklist } = await import('../documents/checklist/render-checklist.ts');
    return renderChecklist(plan, templateText('checklist.md.liquid'));
  },
  async html(plan) {
    const { renderHtml } = await import('../documents/html/render-html.ts');
    return renderHtml(plan, templateText('page.html.liquid'));
  },
  async csv(plan) {
    const { renderCsv } = await import('../documents/csv/render-csv.ts');
    return renderCsv(plan);
  },
  async json(plan) {
    return `${JSON.stringify(planDocument(plan), null, 2)}\n`;
  },
  async todo(plan) {
    const { renderTodo } = await import('../documents/todo/render-todo.ts');
    return renderTodo(plan, { stamp: fileStamp(plan.createdAt) });
  },
} as const satisfies Record<ExportFormat, Renderer>;

export const renderDocument = (
  format: ExportFormat,
  plan: Plan,
  options: DocumentOptions,
): Promise<string | Uint8Array> => RENDERERS[format](plan, options);

function font(name: string): Uint8Array {
  const require = createRequire(import.meta.url);
  return readFileSync(require.resolve(`dejavu-fonts-ttf/ttf/${name}`));
}

/** Countries that print on letter paper, by the locale of the environment. */
const LETTER_COUNTRIES = /_(US|CA|MX|PH|CL|CO|VE|GT|SV|NI|CR|PA|DO|PR)\b/;

export function paperByLocale(): Paper {
  const { LC_ALL, LC_PAPER, LANG } = process.env;
  return LETTER_COUNTRIES.test(LC_ALL || LC_PAPER || LANG || '') ? 'letter' : 'a4';
}
