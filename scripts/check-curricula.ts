/** Checks curriculum files during authoring: `npx tsx scripts/check-curricula.ts FILE…`. */
import { readFileSync } from 'node:fs';
import { formatFaults, parseCurriculum, parseFoundations } from '../src/curriculum/read-yaml.ts';

let faulty = false;
for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, 'utf8');
  const parsed = file.endsWith('foundations.yaml') ? parseFoundations(text) : parseCurriculum(text);
  if (parsed.ok) console.log(`${file}: no fault`);
  else {
    faulty = true;
    console.log(formatFaults(file, parsed.faults));
  }
}
process.exitCode = faulty ? 1 : 0;
