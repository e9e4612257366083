/** `certplan curriculum check`: every fault of files, and hints on those that have none. */
import type { PlacedFault } from '../../../curriculum/fault.ts';
import {
  hintsOnCurriculum,
  type PlacedHint,
  parseFoundations,
} from '../../../curriculum/read-yaml.ts';
import { EXIT, type ExitCode } from '../../../errors.ts';
import { plainText } from '../../../text/plain-text.ts';
import type { CivilDate } from '../../../time/civil-date.ts';
import { isFoundations } from '../../built-in-curricula.ts';
import { type Context, currentMilliseconds } from '../../context.ts';
import { readCurriculumText } from '../../curriculum-file.ts';
import { builtInFiles, fileOf } from '../../find-curriculum.ts';

interface Result {
  readonly file: string;
  readonly faults: readonly PlacedFault[];
  /** Faults beyond those that are listed. */
  readonly omitted: number;
  readonly hints: readonly PlacedHint[];
}

/** @param given files, or ids of certifications; none: all that are built in */
export async function checkCommand(context: Context, given: readonly string[]): Promise<ExitCode> {
  const today = new Date(currentMilliseconds()).toISOString().slice(0, 10) as CivilDate;
  const files = given.length > 0 ? given.map(fileOf) : builtInFiles();
  const results = files.map((file) => check(file, today));
  const count = results.reduce((sum, { faults, omitted }) => sum + faults.length + omitted, 0);
  if (context.json) {
    context.printJson({ schema: 'certplan.curriculum-check/1', files: results });
  } else {
    for (const result of results) show(context, result);
    if (count > 0) context.print(`${count} fault${count === 1 ? '' : 's'}.`);
  }
  return count > 0 ? EXIT.badInput : EXIT.ok;
}

function check(file: string, today: CivilDate): Result {
  const text = readCurriculumText(file);
  const read = isFoundations(file) ? parseFoundations(text) : hintsOnCurriculum(text, today);
  if (!read.ok) return { file, faults: read.faults, omitted: read.omitted, hints: [] };
  const hints = Array.isArray(read.value) ? read.value : [];
  return { file, faults: [], omitted: 0, hints };
}

function show(context: Context, { file, faults, omitted, hints }: Result): void {
  for (const { line, column, message, advice } of faults) {
    context.print(plainText(`${file}:${line}:${column}  ${message}`));
    if (advice !== null) context.print(`    ${plainText(advice)}`);
  }
  if (omitted > 0) context.print(plainText(`${file}: and ${omitted} more`));
  if (faults.length === 0) context.print(`${plainText(file)}: no fault`);
  for (const { line, column, message } of hints) {
    context.hint(`${file}:${line}:${column}  hint: ${message}`);
  }
}
