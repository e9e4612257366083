/** One journal: what is wrong with it, and its repair. */
import { constants, copyFileSync, existsSync, readFileSync } from 'node:fs';
import { foldEvents } from '../../progress/fold.ts';
import { readJournal } from '../../progress/journal.ts';
import { type Survey, surveyJournal } from '../../progress/survey.ts';
import { cannotWrite, prepareFiles, systemReason } from '../files.ts';
import { withLock } from '../lock.ts';
import { type Finding, finding, REPAIR } from './finding.ts';

export interface JournalReport {
  readonly path: string;
  /** Sound entries. */
  readonly entries: number;
  readonly findings: readonly Finding[];
  /** Where the journal as it was is kept; null when nothing was repaired. */
  readonly backup: string | null;
}

const NO_PLAN_REMEDY =
  'put a copy of that file back, or make the plan anew with --force: this journal is kept aside then';

export function examineJournal(path: string, repair: boolean): JournalReport {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const message = `cannot be read: ${systemReason(error)}`;
    const remedy = 'mend the permissions of that file';
    return {
      path,
      entries: 0,
      findings: [finding('damage', path, message, { remedy })],
      backup: null,
    };
  }
  const survey = surveyJournal(text);
  if (!survey.hasPlan) return withoutPlan(path, survey);
  if (survey.faults.length === 0 || !repair) return reportOf(path, survey, null);
  return repairJournal(path);
}

function withoutPlan(path: string, survey: Survey): JournalReport {
  const message =
    survey.faults.length === 0 && survey.sound.length === 0
      ? 'is empty: it holds no plan'
      : 'holds no plan: the entry that makes it is damaged or missing, and the others mean nothing without it';
  const copies = backupsOf(path);
  const remedy =
    copies.length === 0 ? NO_PLAN_REMEDY : `${NO_PLAN_REMEDY}; copies: ${copies.join(', ')}`;
  return {
    path,
    entries: survey.sound.length,
    findings: [
      finding('damage', path, message, { remedy }),
      ...faultsOf(path, survey, false, null),
    ],
    backup: null,
  };
}

/** Looked at once more under the lock, as another process may have written since. */
function repairJournal(path: string): JournalReport {
  return withLock(`${path}.lock`, () => {
    const survey = surveyJournal(readFileSync(path, 'utf8'));
    const backup = freeBackup(path);
    try {
      // Never over another backup.
      copyFileSync(path, backup, constants.COPYFILE_EXCL);
    } catch (error) {
      throw cannotWrite(backup, error);
    }
    const content = survey.sound.map((line) => `${line}\n`).join('');
    prepareFiles([{ path, content, mode: 0o600 }]).commit();
    return reportOf(path, survey, backup);
  });
}

function reportOf(path: string, survey: Survey, backup: string | null): JournalReport {
  return {
    path,
    entries: survey.sound.length,
    findings: [...faultsOf(path, survey, backup !== null, REPAIR), ...notesOn(path, survey)],
    backup,
  };
}

const faultsOf = (
  path: string,
  { faults }: Survey,
  repaired: boolean,
  remedy: string | null,
): Finding[] =>
  faults.map(({ line, why }) =>
    finding('damage', path, `the entry is damaged: ${why}`, {
      line,
      repaired,
      remedy: repaired ? null : remedy,
    }),
  );

/** What a reader of the journal may wonder about, though nothing is wrong. */
function notesOn(path: string, survey: Survey): Finding[] {
  const { events } = readJournal(survey.sound.map((line) => `${line}\n`).join(''));
  const voided = foldEvents(events)?.voided ?? [];
  return [
    ...(survey.newer === 0
      ? []
      : [
          finding(
            'note',
            path,
            `${survey.newer} ${survey.newer === 1 ? 'entry is' : 'entries are'} of a newer certplan: kept and passed over`,
          ),
        ]),
    ...voided.map(({ at }) =>
      finding(
        'note',
        path,
        `the re-plan of ${at} does not count, as another copy of this plan was re-planned too`,
      ),
    ),
  ];
}

const backupName = (path: string, count: number): string => `${path}.backup-${count}`;

function freeBackup(path: string): string {
  for (let count = 1; ; count += 1) {
    if (!existsSync(backupName(path, count))) return backupName(path, count);
  }
}

function backupsOf(path: string): string[] {
  const found: string[] = [];
  for (let count = 1; existsSync(backupName(path, count)); count += 1) {
    found.push(backupName(path, count));
  }
  return found;
}
