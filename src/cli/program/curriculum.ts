/** `certplan curriculum …`. */
import type { Command } from 'commander';
import { notEmpty, timeoutSeconds } from './option-values.ts';
import { examples, type Wiring, withGlobals } from './wiring.ts';

export function addCurriculum(program: Command, wiring: Wiring): void {
  const curriculum = program
    .command('curriculum')
    .description('certifications of your own; check, compare and follow links')
    .addHelpText(
      'before',
      examples(
        'certplan curriculum new my-cert',
        'certplan curriculum check my-cert.yaml',
        'certplan curriculum links my-cert.yaml',
        'certplan curriculum drift azure-ai-102 azure-ai-103',
      ),
    );
  addFiles(curriculum, wiring);
  addLinks(curriculum, wiring);
}

function addFiles(curriculum: Command, { act }: Wiring): void {
  withGlobals(curriculum.command('new'))
    .argument('<id>', 'of your certification, e.g. my-cert')
    .description('write a commented file to start a certification of your own from')
    .option('-o, --output <file>', 'a file, or - for stdout (default: ID.yaml here)', notEmpty)
    .option('--force', 'replace the file if it is there')
    .addHelpText(
      'before',
      examples('certplan curriculum new my-cert', 'certplan curriculum new my-cert -o -'),
    )
    .action(
      act(async (context, id: string, options) =>
        (await import('../commands/curriculum/new.ts')).newCommand(context, id, options),
      ),
    );
  withGlobals(curriculum.command('check'))
    .argument('[files...]', 'YAML files or ids; none: all built-in ones')
    .description('list every fault of the files with its place, and hints on sound ones')
    .addHelpText(
      'before',
      examples('certplan curriculum check', 'certplan curriculum check mine.yaml'),
    )
    .action(
      act(async (context, files: string[]) =>
        (await import('../commands/curriculum/check.ts')).checkCommand(context, files),
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
      act(async (context) =>
        (await import('../commands/curriculum/schema.ts')).schemaCommand(context),
      ),
    );
}

function addLinks(curriculum: Command, { act }: Wiring): void {
  withGlobals(curriculum.command('links'))
    .argument('[files...]', 'YAML files or ids; none: all built-in ones')
    .description('ask the network, politely, whether the addresses of curricula still answer')
    .option('--all', 'list fine ones, too')
    .option('--fresh', 'forget what earlier runs found')
    .option('--resume <file>', 'keep what is found there (default: links.json beside the plans)')
    .option(
      '--timeout <seconds>',
      'patience with each answer, 1 to 120 (default 20)',
      timeoutSeconds,
    )
    .addHelpText(
      'before',
      examples(
        'certplan curriculum links',
        'certplan curriculum links my-cert.yaml --all',
        'certplan curriculum links aws-mla-c02 --fresh --json',
      ),
    )
    .addHelpText(
      'after',
      '\nExit status: 0 all fine or only doubtful; 1 some are broken; 2 wrong input.\n' +
        'Fine addresses are asked again after a week, others in each run. Ctrl-C keeps what was found.\n',
    )
    .action(
      act(async (context, files: string[], options) =>
        (await import('../commands/curriculum/links.ts')).linksCommand(context, files, options),
      ),
    );
}
