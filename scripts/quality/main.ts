/** All figures in one run, each with a line on its goal. */
import { cutFigure } from './cut-figure.ts';
import { labFigure } from './lab-distance.ts';
import { levelLoadFigure } from './level-load.ts';
import { packingFigure } from './packing-figure.ts';
import { fullRecallFigure, smallRecallFigure } from './recall-figure.ts';
import { replanFigure } from './replan-figure.ts';
import { type Figure, printFigure, verdictOf } from './report.ts';
import { taskJugglerFigure } from './taskjuggler-figure.ts';
import { wallTimeFigure } from './wall-time.ts';

const SUBJECTS: Readonly<Record<string, (root: string) => Figure[]>> = {
  packing: () => [packingFigure()],
  recall: () => [smallRecallFigure(), fullRecallFigure()],
  cut: () => [cutFigure()],
  level: () => [levelLoadFigure()],
  labs: () => [labFigure()],
  replan: () => [replanFigure('next day')],
  'replan-at-once': () => [replanFigure('half an hour later')],
  time: (root) => [wallTimeFigure(root)],
  taskjuggler: (root) => [taskJugglerFigure(root)],
};

/**
 * @param root folder of the project
 * @param wanted names of subjects; none: all of them
 * @returns the exit code
 */
export function main(root: string, wanted: readonly string[]): number {
  const unknown = wanted.find((name) => !(name in SUBJECTS));
  if (unknown !== undefined) {
    console.error(`no subject "${unknown}"; there are ${Object.keys(SUBJECTS).join(', ')}`);
    return 2;
  }
  const started = performance.now();
  const figures: Figure[] = [];
  for (const [name, measure] of Object.entries(SUBJECTS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const figure of measure(root)) {
      figures.push(figure);
      printFigure(figure);
    }
  }
  console.log(`\nIn short, after ${((performance.now() - started) / 1000).toFixed(0)} s:`);
  for (const figure of figures) console.log(`  ${verdictOf(figure).padEnd(12)} ${figure.title}`);
  return 0;
}
