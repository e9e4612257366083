/** The plan as one page that needs nothing else: no network, no script to be readable. */
import type { Plan } from '../../plan/plan.ts';
import { plainLines } from '../../text/plain-text.ts';
import { compileTemplate } from '../liquid.ts';
import { templateData } from '../template-data.ts';
import { escapeHtml } from './escape-html.ts';

/**
 * @param template Liquid text; sees `templateData`. Values are safe between tags and inside quoted
 *   attributes, not inside `<script>` or `<style>`.
 * @throws UserError for a mistake in the template
 */
export function renderHtml(plan: Plan, template: string): string {
  const render = compileTemplate(template, { name: 'page.html.liquid', escape: escapeHtml });
  return `${plainLines(render(templateData(plan))).trim()}\n`;
}
