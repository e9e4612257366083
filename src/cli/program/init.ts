/** `certplan init`. */
import type { Command } from 'commander';
import { examples, type Wiring, withGlobals } from './wiring.ts';

export function addInit(program: Command, { act }: Wiring): void {
  withGlobals(program.command('init'))
    .description('first contact: asks what a plan needs, on a terminal, and makes it')
    .addHelpText('before', examples('certplan init'))
    .action(act(async (context) => (await import('../commands/init.ts')).initCommand(context)));
}
