/** A checklist that came back: which boxes are ticked. Pure; the text may come from any editor. */
import { badInput } from '../../errors.ts';

export interface Checklist {
  /** Name of the plan, and when it was made, as the first line says. */
  readonly plan: string;
  readonly createdAt: string;
  /** By number of the session: ticked or not. */
  readonly boxes: ReadonlyMap<number, boolean>;
}

/** How a checklist opens, and how its boxes look. */
interface Form {
  readonly head: RegExp;
  /** First what stands in the box, then the number. */
  readonly box: RegExp;
  readonly isTicked: (box: string) => boolean;
}

const isCross = (box: string): boolean => box !== ' ';

const FORMS: readonly Form[] = [
  {
    // Markdown. Editors turn `-` into `*` or `+`, tick with a capital, set items in, and write bold as `__`.
    head: /^<!-- certplan (\S+) (\S+) -->[ \t]*$/m,
    box: /^[ \t]*[-*+][ \t]+\[([ xX])\][ \t]+(?:\*\*|__)(\d{1,6})(?:\*\*|__)(?!\d)/,
    isTicked: isCross,
  },
  {
    // Org mode: whatever other keywords somebody uses, DONE is done.
    head: /^# certplan (\S+) (\d{4}-\S+)[ \t]*$/m,
    box: /^\*+[ \t]+([A-Z]+)[ \t]+(\d{1,6})[ \t]/,
    isTicked: (keyword) => keyword === 'DONE',
  },
  {
    head: /^certplan (\S+) (\d{4}-\S+)[ \t]*$/m,
    box: /^[ \t]*\[([ xX])\][ \t]+(\d{1,6})[ \t]/,
    isTicked: isCross,
  },
];

const formOf = (text: string): Form | undefined => FORMS.find(({ head }) => head.test(text));

/** True for a text with the line that every checklist of ours opens with. */
export const isChecklist = (text: string): boolean => formOf(text) !== undefined;

/**
 * A session that stands in the file twice is ticked when one of its boxes is.
 * @param file its name, for messages
 * @throws UserError, exit code 2, when it is no checklist of ours
 */
export function readChecklist(text: string, file: string): Checklist {
  const form = formOf(text);
  const [, plan, createdAt] = form?.head.exec(text) ?? [];
  if (form === undefined || plan === undefined || createdAt === undefined) {
    throw badInput(
      'no-checklist',
      `${file} is no checklist of certplan: the line that such a file opens with, <!-- certplan NAME … --> in Markdown, is missing`,
      'put that line back as certplan export checklist writes it',
    );
  }
  const boxes = new Map<number, boolean>();
  for (const line of text.split(/\r\n?|\n/)) {
    const [, box, digits] = form.box.exec(line) ?? [];
    if (box === undefined) continue;
    const number = Number(digits);
    boxes.set(number, form.isTicked(box) || boxes.get(number) === true);
  }
  if (boxes.size === 0) {
    throw badInput(
      'no-boxes',
      `${file} has no line with a box and a number, as in "- [x] **12** …"`,
      'write it anew: certplan export checklist -o FILE.md',
    );
  }
  return { plan, createdAt, boxes };
}
