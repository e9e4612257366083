/** `certplan doctor [--repair]`: looks through the stored plans, and repairs them with a backup. */
import { dirname } from 'node:path';
import { EXIT, type ExitCode } from '../../errors.ts';
import { plainText } from '../../text/plain-text.ts';
import type { Context } from '../context.ts';
import { type Finding, REPAIR } from '../doctor/finding.ts';
import { examineJournal, type JournalReport } from '../doctor/journals.ts';
import { examineCurrent, examineLocks, examineTemporaries } from '../doctor/leftovers.ts';
import { homeFolder, PlanStore } from '../store.ts';

export interface DoctorFlags {
  readonly repair?: boolean;
}

/** Of one journal; a file whose every line is damaged says so at the first few. */
const LINES_SHOWN = 12;

interface PlanReport extends JournalReport {
  readonly name: string;
}

export async function doctorCommand(context: Context, flags: DoctorFlags): Promise<ExitCode> {
  const repair = flags.repair === true;
  const store = new PlanStore(homeFolder(context.flags.home));
  const only = context.flags.plan === undefined ? null : store.choose(context.flags.plan);
  const names = only === null ? store.names() : [only];
  const folder = dirname(store.journal('any'));
  // Locks first: nothing can be repaired while a dead process seems to hold one.
  const elsewhere = [
    ...examineLocks(folder, only, repair),
    ...(only === null
      ? [
          ...examineTemporaries([store.home, folder], repair),
          ...examineCurrent(store.home, names, repair),
        ]
      : []),
  ];
  const plans = names.map((name): PlanReport => {
    return { name, ...examineJournal(store.journal(name), repair) };
  });
  const all = [...plans.flatMap(({ findings }) => findings), ...elsewhere];
  const isDamaged = all.some(({ kind, repaired }) => kind === 'damage' && !repaired);

  if (context.json) {
    context.printJson({ schema: 'certplan.doctor/1', healthy: !isDamaged, plans, elsewhere });
  } else {
    context.print(...plans.flatMap(planLines), ...elsewhere.map(findingLine));
    if (plans.length === 0 && all.length === 0) context.print('no plan is stored here');
    if (all.some(({ remedy }) => remedy === REPAIR)) {
      const { home } = context.flags;
      context.hint(`next   ${REPAIR}${home === undefined ? '' : ` --home ${home}`}`);
    }
  }
  return isDamaged ? EXIT.damaged : EXIT.ok;
}

function planLines({ name, entries, findings, backup }: PlanReport): string[] {
  const faults = findings.filter(({ kind }) => kind === 'damage');
  const count = `${entries} ${entries === 1 ? 'entry' : 'entries'}`;
  const state =
    faults.length === 0
      ? `healthy, ${count}`
      : backup === null
        ? `damaged, ${count} sound`
        : `repaired, ${count}; as it was: ${backup}`;
  const left = findings.length - LINES_SHOWN;
  return [
    plainText(`${name}  ${state}`),
    ...findings.slice(0, LINES_SHOWN).map(findingLine),
    ...(left > 0 ? [`  and ${left} more (--json lists them)`] : []),
  ];
}

function findingLine({ path, line, message, remedy, repaired }: Finding): string {
  const where = line === null ? path : `${path}:${line}`;
  const next = remedy === null || remedy === REPAIR ? '' : `; ${remedy}`;
  const end = `${repaired ? ' (repaired)' : ''}${next}`;
  return `  ${plainText(`${where}: ${message}${end}`)}`;
}
