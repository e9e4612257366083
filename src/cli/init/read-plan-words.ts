/** Reads words of `certplan plan` with the program's own parser: what is printed is what is done. */
import { Command } from 'commander';
import type { PlanFlags } from '../commands/plan-options.ts';
import { addPlan } from '../program/plan.ts';

export interface PlanLine {
  readonly certifications: readonly string[];
  readonly flags: PlanFlags;
}

/**
 * @param words as `planWords` gives them
 * @throws CommanderError for a line that `certplan` would refuse
 */
export function readPlanWords(words: readonly string[]): PlanLine {
  const program = new Command();
  // The line is only read here; it is run by whoever asked.
  addPlan(program, { act: () => async () => {} });
  const silent = { writeErr: () => {}, outputError: () => {} };
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput(silent);
  }
  program.parse([...words], { from: 'user' });
  const [plan] = program.commands;
  return { certifications: plan?.args ?? [], flags: (plan ?? program).opts<PlanFlags>() };
}
