/** `certplan curriculum new`: a file to start a certification of one's own from. */
import { lstatSync } from 'node:fs';
import { badInput } from '../../../errors.ts';
import { curriculumSchemaUrl, isBuiltIn, templateText } from '../../built-in-curricula.ts';
import { type Context, currentMilliseconds } from '../../context.ts';
import { writeFileWhole } from '../../files.ts';

export interface NewFlags {
  readonly output?: string;
  readonly force?: boolean;
}

const ID = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/** @throws UserError, exit code 2: no id, the id of a built-in one, or the file is there already */
export async function newCommand(context: Context, id: string, flags: NewFlags): Promise<void> {
  if (!ID.test(id)) {
    throw badInput(
      'bad-id',
      `"${id}" is no id for a certification`,
      'an id has 1 to 64 lower-case letters, digits, ".", "_" or "-", and begins with a letter or digit',
    );
  }
  if (isBuiltIn(id)) {
    throw badInput(
      'id-taken',
      `"${id}" is the id of a built-in certification`,
      `choose another one, for example my-${id}`.slice(0, 120),
    );
  }
  const path = flags.output ?? `${id}.yaml`;
  if (path === '-') {
    if (context.json) {
      throw badInput(
        'json-and-document',
        '--json and the file cannot share stdout',
        'name a file: -o FILE',
      );
    }
    process.stdout.write(startingFile(id));
    return;
  }
  if (flags.force !== true && lstatSync(path, { throwIfNoEntry: false })) {
    throw badInput(
      'file-exists',
      `${path} is there already`,
      'choose another file with -o FILE, or --force to replace it',
    );
  }
  writeFileWhole(path, startingFile(id));
  if (context.json) {
    context.printJson({ schema: 'certplan.curriculum-new/1', id, file: path });
    return;
  }
  context.print(`wrote  ${path}`);
  const named = /[/\\]/.test(path) ? path : `./${path}`;
  context.hint(`next   certplan curriculum check ${path}, certplan plan ${named}`);
}

function startingFile(id: string): string {
  const values: Readonly<Record<string, string>> = {
    id,
    today: new Date(currentMilliseconds()).toISOString().slice(0, 10),
    schema: curriculumSchemaUrl(),
  };
  return templateText('curriculum.yaml').replace(
    /<(\w+)>/g,
    (mark, name: string) => values[name] ?? mark,
  );
}
