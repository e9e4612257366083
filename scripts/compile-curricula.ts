/** Checks the YAML files in `curricula/` and writes them as JSON beside the bundle. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Curriculum } from '../src/curriculum/curriculum.ts';
import { indexEntry } from '../src/curriculum/index-entry.ts';
import { overlapsOf } from '../src/curriculum/overlaps.ts';
import { parseCurriculum, parseFoundations, valueOrFaults } from '../src/curriculum/read-yaml.ts';
import { curriculumSchema } from '../src/curriculum/schema.ts';

export function compileCurricula(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  const write = (name: string, value: unknown): void =>
    writeFileSync(join(to, `${name}.json`), JSON.stringify(value));
  const curricula: Curriculum[] = [];
  for (const file of readdirSync(from)
    .filter((name) => name.endsWith('.yaml'))
    .sort()) {
    const path = join(from, file);
    const text = readFileSync(path, 'utf8');
    if (file === 'overlaps.yaml') {
      write('overlaps', overlapsOf(parse(text)));
    } else if (file === 'foundations.yaml') {
      write('foundations', valueOrFaults(path, parseFoundations(text)));
    } else {
      const curriculum = valueOrFaults(path, parseCurriculum(text));
      curricula.push(curriculum);
      write(curriculum.id, curriculum);
    }
  }
  write('index', curricula.map(indexEntry));
  write('curriculum.schema', z.toJSONSchema(curriculumSchema, { io: 'input' }));
}
