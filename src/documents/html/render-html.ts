/** The plan as one page that needs nothing else: no network, no script to be readable. */
import { badInput } from '../../errors.ts';
import type { Plan } from '../../plan/plan.ts';
import { plainLines } from '../../text/plain-text.ts';
import { compileTemplate } from '../liquid.ts';
import { markedText } from '../marked-text.ts';
import { type TemplateData, templateData } from '../template-data.ts';
import { fillPattern } from '../words/patterns.ts';
import type { Words } from '../words/words.ts';
import { contentPolicy } from './content-policy.ts';
import { type DomainShares, domainShares } from './domain-shares.ts';
import { escapeHtml, htmlCode } from './escape-html.ts';
import { type HoursChart, hoursChart } from './hours-chart.ts';
import { weekDays } from './week-days.ts';

/** The three texts that the page is made from, as they stand in `templates/`. */
export interface PageTemplates {
  /** Liquid; sees `PageData`, and has a filter `days`: the sessions of a week by its name. Its empty `<style></style>` and `<script></script>` are filled. */
  readonly page: string;
  readonly style: string;
  readonly script: string;
}

export interface PageOptions extends PageTemplates {
  readonly words: Words;
}

/** What the page's template may use. */
export interface PageData extends TemplateData {
  readonly page: {
    /** `Study plan MLA-C02`. */
    readonly title: string;
    /** `104 h, at most 8 h a week`. */
    readonly effort: string;
    /** `130 minutes, from 09:00`; null without an exam day. */
    readonly sitting: string | null;
    /** `3 of 72 sessions done`. */
    readonly done: string;
    /** The words of `page.js`, as JSON. */
    readonly script: string;
  };
  readonly charts: { readonly hours: HoursChart | null; readonly shares: DomainShares };
  /** For the `<meta>` with the Content-Security-Policy. */
  readonly contentPolicy: string;
}

/**
 * Nothing from the plan comes into script or style: they are put in as they are, after the values.
 * @throws UserError for a mistake in the template
 */
export function renderHtml(plan: Plan, { words, ...templates }: PageOptions): string {
  const known = templateData(plan, words);
  const { common, page } = words;
  const { exam } = known;
  const weeks = new Map(known.weeks.map((week) => [week.name, week]));
  const render = compileTemplate(templates.page, {
    name: 'page.html.liquid',
    escape: escapeHtml,
    safeFilters: {
      days(name) {
        const week = weeks.get(name);
        return week === undefined ? '' : weekDays(week, words);
      },
      marked: markedText(escapeHtml, htmlCode),
    },
  });
  const style = inlined('page.css', templates.style);
  const script = inlined('page.js', templates.script);
  const data: PageData = {
    ...known,
    words: { ...known.words, ...page.labels },
    page: {
      title: common.studyPlan(known.plan.examCode),
      effort: page.effort(known.plan.needed, known.plan.weekly),
      sitting: exam && page.sitting(exam.minutes, exam.time),
      done: fillPattern(page.script.done, { done: known.plan.done, all: known.plan.sessions }),
      script: JSON.stringify(page.script),
    },
    charts: {
      hours: hoursChart(plan, words),
      shares: domainShares(plan, known.plan.certifications > 1, words),
    },
    contentPolicy: contentPolicy(style, script),
  };
  const html = plainLines(render(data))
    .replace('<style></style>', () => `<style>${style}</style>`)
    .replace('<script></script>', () => `<script>${script}</script>`);
  return `${html.trim()}\n`;
}

/** The text of a file as it stands between the tags, letter for letter as the browser hashes it. */
function inlined(name: string, text: string): string {
  if (/<\/(script|style)|<script/i.test(text)) {
    throw badInput(
      'bad-template',
      `${name} holds a tag that would end it early`,
      'mend the file, or take the one that came with certplan',
    );
  }
  return `\n${plainLines(text).trim()}\n`;
}
