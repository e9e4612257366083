/** The last page: what is known about the exam and its material, and where it is from. */
import type { Desk } from './desk.ts';
import type { Flow } from './flow.ts';
import { bullet, bulletPiece, heading, paragraph, sectionTitle } from './prose.ts';
import { printedAddress, safeLink } from './text-cleaner.ts';

/** Sources beyond this stay in the curriculum file. */
const SOURCES_PRINTED = 12;
/** White between sources, in points. */
const SOURCE_GAP = 2.5;

export function notesPages(desk: Desk, flow: Flow): void {
  const { plan, styles, words } = desk;
  const { certification } = plan;
  const { notes } = words.pdf;
  sectionTitle(desk, flow, notes.title, notes.intro(words.dates.dayAndYear(certification.checked)));
  heading(desk, flow, notes.exam);
  if (certification.lifecycle.note !== null) bullet(desk, flow, certification.lifecycle.note);
  bullet(desk, flow, certification.exam.style);
  bullet(desk, flow, notes.retake(certification.exam.retakeRules));
  bullet(desk, flow, notes.renewal(certification.renewal.text));
  if (certification.notes.length > 0) heading(desk, flow, notes.material);
  for (const note of certification.notes) bullet(desk, flow, note);
  heading(desk, flow, notes.sources);
  const { smallLink } = styles;
  const sources = certification.sources.slice(0, SOURCES_PRINTED).map(({ url }) => {
    const address = { text: printedAddress(url), style: smallLink, link: safeLink(url) };
    return bulletPiece(desk, [address], smallLink);
  });
  flow.putList(sources, SOURCE_GAP);
}

/** Says once, on the last page, that something could not be printed. */
export function missingCharacters(desk: Desk, flow: Flow): void {
  if (!desk.set.cleaner.replaced) return;
  paragraph(desk, flow, desk.words.pdf.notes.missing, desk.styles.small, 14);
}
