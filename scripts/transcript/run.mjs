/** `npm run transcript`: writes docs/twelve-weeks.md with the program as it is built. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'certplan-transcript-'));
try {
  await build({
    absWorkingDir: root,
    entryPoints: ['scripts/transcript/page.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: `${folder}/page.mjs`,
    logLevel: 'error',
  });
  const { twelveWeeks } = await import(pathToFileURL(`${folder}/page.mjs`).href);
  writeFileSync(`${root}docs/twelve-weeks.md`, twelveWeeks(`${root}dist/certplan.js`));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
