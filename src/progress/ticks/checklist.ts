/** A checklist that came back: which boxes are ticked. Pure; the text may come from any editor. */
import { badInput } from '../../errors.ts';
import { type CivilDate, isCivilDate } from '../../time/civil-date.ts';

export interface Checklist {
  /** Name of the plan, and when it was made, as the first line says. */
  readonly plan: string;
  readonly createdAt: string;
  /** By number of the session. */
  readonly boxes: ReadonlyMap<number, Box>;
}

export interface Box {
  readonly ticked: boolean;
  /** The day on which it was ticked, where the file says so. */
  readonly on: CivilDate | null;
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

/** The HTML page writes the day of a tick behind the number, where no title can stand. */
const DAY = /^[ \t]*<!-- done (\d{4}-\d{2}-\d{2}) -->/;

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
  const boxes = new Map<number, Box>();
  for (const line of text.split(/\r\n?|\n/)) {
    const [item = '', box, digits] = form.box.exec(line) ?? [];
    if (box === undefined) continue;
    const number = Number(digits);
    const ticked = form.isTicked(box);
    const [, day = ''] = ticked ? (DAY.exec(line.slice(item.length)) ?? []) : [];
    if (ticked || !boxes.has(number)) {
      boxes.set(number, { ticked, on: isCivilDate(day) ? day : null });
    }
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
