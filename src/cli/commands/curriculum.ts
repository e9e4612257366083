/** `certplan curriculum check|schema`. */
import * as z from 'zod';
import { type PlacedFault, parseCurriculum, parseFoundations } from '../../curriculum/read-yaml.ts';
import { curriculumSchema } from '../../curriculum/schema.ts';
import { EXIT, type ExitCode } from '../../errors.ts';
import { plainText } from '../../text/plain-text.ts';
import { builtInFile, certificationIndex } from '../built-in-curricula.ts';
import type { Context } from '../context.ts';
import { readCurriculumFile } from '../curriculum-file.ts';

export async function checkCommand(context: Context, given: readonly string[]): Promise<ExitCode> {
  const files =
    given.length > 0
      ? given
      : [...certificationIndex().map((entry) => entry.id), 'foundations'].map((id) =>
          builtInFile(`curricula/${id}.yaml`),
        );
  const results = files.map((file) => ({ file, faults: faultsOf(file) }));
  const count = results.reduce((sum, result) => sum + result.faults.length, 0);
  if (context.json) {
    context.printJson({ schema: 'certplan.curriculum-check/1', files: results });
  } else {
    for (const { file, faults } of results) {
      for (const fault of faults) {
        context.print(plainText(`${file}:${fault.line}:${fault.column}  ${fault.message}`));
      }
      if (faults.length === 0) context.print(`${plainText(file)}: no fault`);
    }
    if (count > 0) context.print(`${count} fault${count === 1 ? '' : 's'}.`);
  }
  return count > 0 ? EXIT.badInput : EXIT.ok;
}

function faultsOf(file: string): readonly PlacedFault[] {
  const read = readCurriculumFile(file);
  if (typeof read !== 'string') return [read];
  const parsed = /(^|[\\/])foundations\.ya?ml$/.test(file)
    ? parseFoundations(read)
    : parseCurriculum(read);
  return parsed.ok ? [] : parsed.faults;
}

export async function schemaCommand(context: Context): Promise<void> {
  context.printJson({
    ...z.toJSONSchema(curriculumSchema, { io: 'input' }),
    title: 'certplan curriculum',
  });
}
