/** Reads a file to import, whatever it is, and says what it is. */
import { badInput } from '../errors.ts';
import { isChecklist } from '../progress/ticks/checklist.ts';
import { readBounded } from './read-bounded.ts';

/** A year's task file has a quarter of a megabyte, its journal not much more. */
const MAX_MEGABYTES = 20;

export type ImportKind = 'checklist' | 'tasks' | 'journal';

export interface ImportFile {
  readonly kind: ImportKind;
  readonly text: string;
}

/** @throws UserError, exit code 2 */
export function readImportFile(file: string): ImportFile {
  const bytes = readBounded(file, { megabytes: MAX_MEGABYTES, hint: FORMATS });
  if (bytes.length === 0) throw badInput('empty-file', `${file} is empty`, FORMATS);
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const kind = kindOf(text, file);
  // A journal finds its own damage, at the line where it is.
  if (kind !== 'journal' && /[\0\uFFFD]/.test(text)) {
    throw badInput('not-text', `${file} is no text in UTF-8`, FORMATS);
  }
  if (kind === null) throw badInput('unknown-file', `${file} is none of these`, FORMATS);
  return { kind, text };
}

const FORMATS =
  'a checklist (certplan export checklist), a task list (.ics with VTODO) or a journal (.jsonl) can be imported';

/** By content, as a version control system may hand it over under any name; else by its ending. */
function kindOf(text: string, file: string): ImportKind | null {
  if (/^\s*BEGIN:VCALENDAR/i.test(text)) return 'tasks';
  if (/^\s*\{"format":/.test(text)) return 'journal';
  if (isChecklist(text)) return 'checklist';
  if (/\.(md|markdown|org|txt)$/i.test(file)) return 'checklist';
  if (/\.ics$/i.test(file)) return 'tasks';
  if (/\.jsonl$/i.test(file)) return 'journal';
  return null;
}
