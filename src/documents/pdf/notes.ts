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
  const { certification } = plan;
  sectionTitle(
    desk,
    flow,
    'Notes and sources',
    `Facts of the exam as checked on ${formatDate(certification.checked, true)}. Vendors change them: look at the official page before you book.`,
  );
  heading(desk, flow, 'The exam');
  if (certification.lifecycle.note !== null) bullet(desk, flow, certification.lifecycle.note);
  bullet(desk, flow, certification.exam.style);
  bullet(desk, flow, `Taking it again: ${certification.exam.retakeRules}`);
  bullet(desk, flow, `Renewal: ${certification.renewal.text}`);
  if (certification.notes.length > 0) heading(desk, flow, 'The material');
  for (const note of certification.notes) bullet(desk, flow, note);
  heading(desk, flow, 'Sources');
  for (const source of certification.sources.slice(0, SOURCES_PRINTED)) {
    bullet(
      desk,
      flow,
      [{ text: printedAddress(source.url), style: styles.smallLink, link: safeLink(source.url) }],
      styles.smallLink,
    );
  }
}

/** Says once, on the last page, that something could not be printed. */
export function missingCharacters(desk: Desk, flow: Flow): void {
  if (!desk.set.cleaner.replaced) return;
  paragraph(
    desk,
    flow,
    'Some characters are not in the fonts of this document: [no font] stands for letters, □ for other signs. For Chinese, Japanese and Korean install a font such as Noto Sans CJK and write the PDF again. The calendar file and the checklist have them all.',
    desk.styles.small,
    14,
  );
}
