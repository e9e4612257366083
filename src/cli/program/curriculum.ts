/** `certplan curriculum …`. */
import type { Command } from 'commander';
import { examples, type Wiring, withGlobals } from './wiring.ts';

export function addCurriculum(program: Command, { act }: Wiring): void {
  const curriculum = program
    .command('curriculum')
    .description('check curricula, print their JSON Schema')
    .addHelpText(
      'before',
      examples(
        'certplan curriculum check mine.yaml',
        'certplan curriculum schema > curriculum.schema.json',
      ),
    );
  withGlobals(curriculum.command('check'))
    .argument('[files...]', 'YAML files; none: all built-in ones')
    .description('list every fault of the files with its place')
    .addHelpText(
      'before',
      examples('certplan curriculum check', 'certplan curriculum check mine.yaml'),
    )
    .action(
      act(async (context, files: string[]) =>
        (await import('../commands/curriculum.ts')).checkCommand(context, files),
      ),
    );
  withGlobals(curriculum.command('schema'))
    .description('the JSON Schema of a curriculum file, for editors')
    .addHelpText('before', examples('certplan curriculum schema > curriculum.schema.json'))
    .action(
      act(async (context) => (await import('../commands/curriculum.ts')).schemaCommand(context)),
    );
}
