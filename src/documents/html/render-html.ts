/** The plan as one page that needs nothing else: no network, no script to be readable. */
import { badInput } from '../../errors.ts';
import type { Plan } from '../../plan/plan.ts';
import { plainLines } from '../../text/plain-text.ts';
import { compileTemplate } from '../liquid.ts';
import { type TemplateData, templateData } from '../template-data.ts';
import { contentPolicy } from './content-policy.ts';
import { type DomainShares, domainShares } from './domain-shares.ts';
import { escapeHtml } from './escape-html.ts';
import { type HoursChart, hoursChart } from './hours-chart.ts';
import { weekDays } from './week-days.ts';

/** The three texts that the page is made from, as they stand in `templates/`. */
export interface PageTemplates {
  /** Liquid; sees `PageData`, and has a filter `days`: the sessions of a week by its name. Its empty `<style></style>` and `<script></script>` are filled. */
  readonly page: string;
  readonly style: string;
  readonly script: string;
}

/** What the page's template may use. */
export interface PageData extends TemplateData {
  readonly charts: { readonly hours: HoursChart | null; readonly shares: DomainShares };
  /** For the `<meta>` with the Content-Security-Policy. */
  readonly contentPolicy: string;
}

/**
 * Nothing from the plan comes into script or style: they are put in as they are, after the values.
 * @throws UserError for a mistake in the template
 */
export function renderHtml(plan: Plan, templates: PageTemplates): string {
  const known = templateData(plan);
  const weeks = new Map(known.weeks.map((week) => [week.name, week]));
  const render = compileTemplate(templates.page, {
    name: 'page.html.liquid',
    escape: escapeHtml,
    safeFilters: {
      days(name) {
        const week = weeks.get(name);
        return week === undefined ? '' : weekDays(week);
      },
    },
  });
  const style = inlined('page.css', templates.style);
  const script = inlined('page.js', templates.script);
  const data: PageData = {
    ...known,
    charts: { hours: hoursChart(plan), shares: domainShares(plan) },
    contentPolicy: contentPolicy(style, script),
  };
  const page = plainLines(render(data))
    .replace('<style></style>', () => `<style>${style}</style>`)
    .replace('<script></script>', () => `<script>${script}</script>`);
  return `${page.trim()}\n`;
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
