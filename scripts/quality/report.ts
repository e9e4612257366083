/** What a subject hands to the printer. */

export interface Figure {
  readonly title: string;
  /** Tables and remarks. */
  readonly lines: readonly string[];
  /** One line with the figures that the goal is about. */
  readonly summary: string;
  readonly goal: string;
  /** Null: could not be measured here. */
  readonly met: boolean | null;
}

export const percent = (share: number, digits = 1): string => `${(100 * share).toFixed(digits)} %`;

/** Columns of equal width, the first one to the left. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
}

export const verdictOf = ({ met }: Figure): string =>
  met === null ? 'not measured' : met ? 'met' : 'MISSED';

export function printFigure(figure: Figure): void {
  const { title, lines, summary, goal } = figure;
  console.log(`\n${title}`);
  for (const line of lines) console.log(`  ${line}`.trimEnd());
  console.log(`  => ${summary} (goal: ${goal}) ${verdictOf(figure)}`);
}
