/** `certplan completion bash|zsh|fish`: a script made from the program's own table of contents. */
import { badInput } from '../../errors.ts';
import { bashScript } from '../completion/bash.ts';
import { fishScript } from '../completion/fish.ts';
import { type CommandWords, commandWords, SHELLS, type Shell } from '../completion/words.ts';
import { zshScript } from '../completion/zsh.ts';
import type { Context } from '../context.ts';
import { makeProgram } from '../program/make-program.ts';

const SCRIPTS = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
} as const satisfies Record<Shell, (program: CommandWords) => string>;

const isShell = (name: string): name is Shell => SHELLS.some((shell) => shell === name);

export async function completionCommand(context: Context, shell: string): Promise<void> {
  if (!isShell(shell)) {
    throw badInput(
      'unknown-shell',
      `there is no completion for "${shell}"`,
      `shells are ${SHELLS.join(', ')}`,
    );
  }
  // A second program, only to be read: nothing of it ever runs.
  const program = makeProgram('', { act: () => async () => {} });
  const script = SCRIPTS[shell](commandWords(program));
  if (context.json) context.printJson({ schema: 'certplan.completion/1', shell, script });
  else process.stdout.write(script);
}
