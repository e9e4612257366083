/** A checklist that came back: which boxes are ticked. Pure; the text may come from any editor. */
import { badInput } from '../../errors.ts';

export interface Checklist {
  /** Name of the plan, and when it was made, as the first line says. */
  readonly plan: string;
  readonly createdAt: string;
  /** By number of the session: ticked or not. */
  readonly boxes: ReadonlyMap<number, boolean>;
}

/** The comment that every checklist of ours opens with. */
export const CHECKLIST_HEAD = /^<!-- certplan (\S+) (\S+) -->[ \t]*$/m;

/** Editors turn `-` into `*` or `+`, tick with a capital, set items in, and write bold as `__`. */
const BOX = /^[ \t]*[-*+][ \t]+\[([ xX])\][ \t]+(?:\*\*|__)(\d{1,6})(?:\*\*|__)(?!\d)/;

/**
 * A session that stands in the file twice is ticked when one of its boxes is.
 * @param file its name, for messages
 * @throws UserError, exit code 2, when it is no checklist of ours
 */
export function readChecklist(text: string, file: string): Checklist {
  const [, plan, createdAt] = CHECKLIST_HEAD.exec(text) ?? [];
  if (plan === undefined || createdAt === undefined) {
    throw badInput(
      'no-checklist',
      `${file} is no checklist of certplan: its first line, <!-- certplan NAME … -->, is missing`,
      'put that line back as certplan export checklist writes it',
    );
  }
  const boxes = new Map<number, boolean>();
  for (const line of text.split(/\r\n?|\n/)) {
    const [, box, digits] = BOX.exec(line) ?? [];
    if (box === undefined) continue;
    const number = Number(digits);
    boxes.set(number, box !== ' ' || boxes.get(number) === true);
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
