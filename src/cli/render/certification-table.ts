/** All certifications at a glance: where each stands, its dates, what it costs, what follows it. */
import type { Lifecycle } from '../../curriculum/curriculum.ts';
import type { CertificationEntry } from '../../curriculum/index-entry.ts';
import { type Status, statusOn } from '../../curriculum/lifecycle.ts';
import type { CivilDate } from '../../time/civil-date.ts';
import { columns } from '../terminal/layout.ts';
import { stringWidth } from '../terminal/string-width.ts';
import type { Style } from '../terminal/style.ts';
import { wrap } from '../terminal/wrap.ts';
import { STATUS_WORDS } from './status-words.ts';

const HEAD = ['id', 'exam', 'status', 'since', 'available', 'last day', 'USD', 'then'] as const;
/** Where an earlier version has no curriculum, its row has no id to plan with. */
const NO_PLAN = '(earlier)';

interface Row {
  readonly cells: readonly string[];
  readonly successors: string;
  readonly note: string | null;
}

const fee = ({ priceUsd, betaPriceUsd }: CertificationEntry, status: Status): string => {
  const usd = status === 'beta' && betaPriceUsd !== null ? betaPriceUsd : priceUsd;
  return usd === null ? '' : String(usd);
};

function rowsOf(entry: CertificationEntry, day: CivilDate): Row[] {
  const { predecessor, id, examCode, lifecycle, successors } = entry;
  const status = statusOn(lifecycle, day);
  const row = (name: string, code: string, life: Lifecycle, price: string): readonly string[] => [
    name,
    code,
    STATUS_WORDS[statusOn(life, day)],
    life.firstExam ?? '',
    life.generalAvailability ?? '',
    life.lastExam ?? '',
    price,
  ];
  const own: Row = {
    cells: row(id, examCode, lifecycle, fee(entry, status)),
    successors: [...(entry.file === undefined ? [] : ['yours']), ...successors].join(', '),
    note: null,
  };
  if (predecessor === undefined) return [own];
  const { lifecycle: before } = predecessor;
  return [
    {
      cells: row(NO_PLAN, predecessor.examCode, before, ''),
      successors: id,
      note: before.note === null ? null : `${predecessor.examCode}: ${before.note}`,
    },
    own,
  ];
}

/** As a table where it fits; narrower, successors stand below; on the narrowest, dates as well. */
export function certificationTable(
  entries: readonly CertificationEntry[],
  day: CivilDate,
  style: Style,
): string[] {
  const rows = entries.flatMap((entry) => rowsOf(entry, day));
  const below = (text: string): string[] => wrap(`    ${text}`, style.width, '    ');
  const notes = rows.flatMap(({ note }) =>
    note === null ? [] : wrap(`  ${note}`, style.width, '  '),
  );
  const fits = (lines: readonly string[]): boolean =>
    lines.every((line) => stringWidth(line) <= style.width);

  const wide = columns([HEAD, ...rows.map(({ cells, successors }) => [...cells, successors])]);
  if (fits(wide)) return [...wide, ...notes];

  const short = columns([HEAD.slice(0, -1), ...rows.map(({ cells }) => cells)]);
  const [head = '', ...lines] = short;
  if (fits(short)) {
    return [
      head,
      ...rows.flatMap(({ successors }, index) => [
        lines[index] ?? '',
        ...(successors === '' ? [] : below(`then ${successors}`)),
      ]),
      ...notes,
    ];
  }
  const narrow = columns(rows.map(({ cells }) => cells.slice(0, 3)));
  return [
    ...rows.flatMap(({ cells, successors }, index) => [
      narrow[index] ?? '',
      ...HEAD.slice(3, -1).flatMap((label, at) => {
        const cell = cells[at + 3] ?? '';
        return cell === '' ? [] : below(`${label} ${cell}`);
      }),
      ...(successors === '' ? [] : below(`then ${successors}`)),
    ]),
    ...notes,
  ];
}
