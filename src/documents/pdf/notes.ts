/** The last page: what is known about the exam and its material, and where it is from. */
import { formatDate } from '../../plan/words.ts';
import type { Desk } from './desk.ts';
import type { Flow } from './flow.ts';
import { bullet, heading, paragraph, sectionTitle } from './prose.ts';
import { printedAddress, safeLink } from './text-cleaner.ts';

/** Sources beyond this stay in the curriculum file. */
const SOURCES_PRINTED = 12;

export function notesPages(desk: Desk, flow: Flow): void {
  const { plan, styles } = desk;
  const { curriculum } = plan;
  sectionTitle(
    desk,
    flow,
    'Notes and sources',
    `Facts of the exam as checked on ${formatDate(curriculum.checked, true)}. Vendors change them: look at the official page before you book.`,
  );
  heading(desk, flow, 'The exam');
  if (curriculum.lifecycle.note !== null) bullet(desk, flow, curriculum.lifecycle.note);
  bullet(desk, flow, curriculum.exam.style);
  bullet(desk, flow, `Taking it again: ${curriculum.exam.retakeRules}`);
  bullet(desk, flow, `Renewal: ${curriculum.renewal.text}`);
  if (curriculum.notes.length > 0) heading(desk, flow, 'The material');
  for (const note of curriculum.notes) bullet(desk, flow, note);
  heading(desk, flow, 'Sources');
  for (const source of curriculum.sources.slice(0, SOURCES_PRINTED)) {
    bullet(
      desk,
      flow,
      [{ text: printedAddress(source.url), style: styles.smallLink, link: safeLink(source.url) }],
      styles.smallLink,
    );
  }
  if (desk.set.cleaner.replaced) {
    paragraph(
      desk,
      flow,
      'Some characters of titles are not in the fonts of this document; a box □ stands for each of them. The calendar file and the checklist have them.',
      styles.small,
      14,
    );
  }
}
