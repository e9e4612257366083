import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cell } from '../../../src/documents/csv/render-csv.ts';
import { plainText } from '../../../src/text/plain-text.ts';
import { samplePlan } from '../../support/sample-plan.ts';
import { csvOf } from '../render-all.ts';
import { planTitled, smallPlan } from '../small-plan.ts';

/** RFC 4180, strictly. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = /^"((?:[^"]|"")*)"(,|\r\n)/.exec(text.slice(at));
    const bare = /^([^",\r\n]*)(,|\r\n)/.exec(text.slice(at));
    const match = quoted ?? bare;
    if (!match) throw new Error(`no cell at ${at}: ${text.slice(at, at + 40)}`);
    row.push(quoted ? (match[1] ?? '').replaceAll('""', '"') : (match[1] ?? ''));
    at += match[0].length;
    if (match[2] === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe('the table', () => {
  it('has a header and one row of as many cells per session', () => {
    const plan = samplePlan();
    const [header, ...rows] = parseCsv(csvOf(plan));
    expect(header?.join(',')).toBe(
      'number,date,start,end,minutes,kind,title,part,domain,tasks,status,url',
    );
    expect(rows).toHaveLength(plan.sessions.length);
    expect(rows.every((row) => row.length === header?.length)).toBe(true);
    expect(rows.map(([number]) => Number(number))).toEqual(plan.sessions.map((one) => one.number));
  });

  it('tells local times and parts that no spreadsheet takes for dates', () => {
    const rows = parseCsv(csvOf(smallPlan));
    expect(rows[4]?.slice(0, 6)).toEqual(['4', '2027-03-29', '19:00', '20:00', '60', 'course']);
    expect(rows[7]?.[7]).toBe('1 of 2: Plan and ground: budget alarm, roles');
    expect(rows[1]?.[9]).toBe('1.1 1.2 2.1');
  });

  it('cannot start a formula', () => {
    for (const start of ['=', '+', '-', '@', '\t=', '\r=', ' =', '＝', '\u200b=']) {
      const title = parseCsv(csvOf(planTitled(`${start}cmd|' /C calc'!A0`)))[1]?.[6] ?? '';
      expect(title).toMatch(/^'/);
    }
    expect(cell('a=b')).toBe('a=b');
  });

  it('quotes commas, quotes and nothing else', () => {
    expect(cell('a, b')).toBe('"a, b"');
    expect(cell('a "b"')).toBe('"a ""b"""');
    expect(cell('a\r\nb')).toBe('a b');
    expect(parseCsv(csvOf(planTitled('a "b", c')))[1]?.[6]).toBe('a "b", c');
  });

  it('gives every title back as it came, but for what would start a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (title) => {
        const text = csvOf(planTitled(title));
        const [header, row, ...more] = parseCsv(text);
        expect([row?.length, more]).toEqual([header?.length, []]);
        const shown = row?.[6] ?? '';
        expect(shown).not.toMatch(/^[=+\-@＝＋－＠]/u);
        expect(shown.replace(/^'/, '')).toBe(plainText(title).replace(/^'/, ''));
        // Nothing but the ends of lines that are meant: a lone one would be a row to some readers.
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 100 },
    );
  });

  it('is UTF-8 without a mark in front, which scripts would read as part of the first name', () => {
    expect(csvOf(smallPlan).startsWith('number,')).toBe(true);
  });

  it('links to the web only', () => {
    expect(parseCsv(csvOf(planTitled('x', 'file:///etc/passwd')))[1]?.[11]).toBe('');
  });
});
