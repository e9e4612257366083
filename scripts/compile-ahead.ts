/**
 * Runs command lines from one file of the fast commands, and keeps what V8 compiled for them beside it.
 * Arguments: the built folder, the name of the file, the command lines.
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compiledName, scriptOf } from '../src/cli/compiled.ts';
import type { runFast as RunFast } from '../src/cli/fast/commands.ts';
import { matchFast } from '../src/cli/fast/grammar.ts';

const [folder = '', file = '', ...lines] = process.argv.slice(2);
const path = join(folder, file);
const script = scriptOf(path);
const loaded: { exports: { runFast?: typeof RunFast } } = { exports: {} };
script.runInThisContext()(loaded.exports, createRequire(path), loaded, path, folder);
const { runFast } = loaded.exports;
for (const text of lines) {
  const line = matchFast(text.split(' '));
  if (!line || !runFast || (await runFast(line)) !== 0) throw new Error(`"${text}" failed`);
}
writeFileSync(join(folder, compiledName(file)), script.createCachedData());
