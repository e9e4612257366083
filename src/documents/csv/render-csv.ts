/** The sessions as a table (RFC 4180), for spreadsheets and programs: in English, whatever the plan's documents are in. */
import type { Plan } from '../../plan/plan.ts';
import { plainText } from '../../text/plain-text.ts';
import type { SessionData } from '../session-data.ts';
import { templateData } from '../template-data.ts';
import { ENGLISH_WORDS } from '../words/english.ts';

/** A cell that begins with one of these is a formula to a spreadsheet; some know the wide forms. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;

const COLUMNS: Readonly<Record<string, (session: SessionData) => string>> = {
  number: ({ number }) => String(number),
  date: ({ date }) => date,
  start: ({ from }) => from,
  end: ({ to }) => to,
  minutes: ({ minutes }) => String(minutes),
  kind: ({ kind }) => kind,
  title: ({ title }) => title,
  // Not "2/3", which a spreadsheet reads as a date.
  part: ({ partLabel }) => partLabel ?? '',
  domain: ({ domainId }) => domainId ?? '',
  tasks: ({ taskIds }) => taskIds.join(' '),
  status: ({ status }) => status,
  url: ({ url }) => url ?? '',
};

/** A text as a cell: no formula, and in quotes where it holds a comma, a quote or a line end. */
export function cell(text: string): string {
  const plain = plainText(text);
  const safe = FORMULA.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One row per session under a header; lines end with CRLF. */
export function renderCsv(plan: Plan): string {
  const sessions = templateData(plan, ENGLISH_WORDS).weeks.flatMap((week) => week.sessions);
  const rows = [
    Object.keys(COLUMNS),
    ...sessions.map((session) => Object.values(COLUMNS).map((column) => column(session))),
  ];
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
