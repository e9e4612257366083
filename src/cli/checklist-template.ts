/** `--template NAME|FILE`: a template that ships, or somebody's own. */
import { didYouMean } from '../curriculum/nearest.ts';
import {
  CHECKLIST_TEMPLATES,
  isChecklistTemplate,
} from '../documents/checklist/built-in-templates.ts';
import type { ChecklistTemplate } from '../documents/checklist/render-checklist.ts';
import { badInput } from '../errors.ts';
import { templateText } from './built-in-curricula.ts';
import { readBounded } from './read-bounded.ts';

export interface ChosenTemplate extends ChecklistTemplate {
  /** False: it may be a stranger's, and is run apart. */
  readonly isOurs: boolean;
}

const NAMES = Object.keys(CHECKLIST_TEMPLATES);
const HINT = `templates are ${NAMES.join(', ')}, or a file of your own (docs/templates.md)`;

/** A name wins over a file of that name, which is `./name` then. @throws UserError, exit code 2 */
export function chooseTemplate(nameOrFile: string): ChosenTemplate {
  if (isChecklistTemplate(nameOrFile)) {
    const name = CHECKLIST_TEMPLATES[nameOrFile];
    return { name, text: templateText(name), isOurs: true };
  }
  const mayBeAFile = /[./\\]/.test(nameOrFile);
  if (!mayBeAFile) {
    throw badInput(
      'unknown-template',
      `there is no template "${nameOrFile}"${didYouMean(nameOrFile, NAMES)}`,
      HINT,
    );
  }
  const bytes = readBounded(nameOrFile, { megabytes: 1, hint: HINT });
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (/[\0\uFFFD]/.test(text)) {
    throw badInput('not-text', `${nameOrFile} is no text in UTF-8`, HINT);
  }
  return { name: nameOrFile, text, isOurs: false };
}
