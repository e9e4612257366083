/** `certplan curriculum …`. */
import type { Command } from 'commander';
import { examples, type Wiring, withGlobals } from './wiring.ts';

export function addCurriculum(program: Command, { act }: Wiring): void {
  const curriculum = program
    .command('curriculum')
    .description('check curricula, compare two, print their JSON Schema')
    .addHelpText(
      'before',
      examples(
        'certplan curriculum check mine.yaml',
        'certplan curriculum drift azure-ai-102 azure-ai-103',
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
  withGlobals(curriculum.command('drift'))
    .argument('<old>', 'id as in "certplan certs", or a YAML file')
    .argument('<new>', 'id of the newer version, or a YAML file')
    .description('what a newer exam added, dropped and weighted anew; what finished work counts')
    .addHelpText(
      'before',
      examples(
        'certplan curriculum drift azure-ai-102 azure-ai-103',
        'certplan curriculum drift aws-mls-c01 aws-mla-c02 --plan june',
      ),
    )
    .action(
      act(async (context, before: string, after: string) =>
        (await import('../commands/drift.ts')).driftCommand(context, before, after),
      ),
    );
  withGlobals(curriculum.command('schema'))
    .description('the JSON Schema of a curriculum file, for editors')
    .addHelpText('before', examples('certplan curriculum schema > curriculum.schema.json'))
    .action(
      act(async (context) => (await import('../commands/curriculum.ts')).schemaCommand(context)),
    );
}
