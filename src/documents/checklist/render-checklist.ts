/** The plan as a Markdown task list, to be ticked anywhere; numbers and heading stay machine-readable. */
import type { Plan } from '../../plan/plan.ts';
import { plainLines } from '../../text/plain-text.ts';
import { compileTemplate } from '../liquid.ts';
import { templateData } from '../template-data.ts';
import { commentWord, escapeMarkdown, markdownUrl } from './escape-markdown.ts';

/**
 * @param template Liquid text; sees `templateData`. To stay importable it keeps the comment
 *   `<!-- certplan NAME CREATED -->` and lines that begin with `- [ ] **12**` or `- [x] **12**`.
 * @throws UserError for a mistake in the template
 */
export function renderChecklist(plan: Plan, template: string): string {
  const render = compileTemplate(template, {
    name: 'checklist.md.liquid',
    escape: escapeMarkdown,
    safeFilters: { link: markdownUrl, word: commentWord },
  });
  return `${plainLines(render(templateData(plan))).trim()}\n`;
}
