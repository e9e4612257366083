/**
 * `npm run bench:quality`: figures on how good the schedules are. Bundles the TypeScript beside it
 * and runs it; names of subjects as arguments run only those.
 */
import { rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
// As deep as the sources that read the curricula relative to themselves; no build cleans it meanwhile.
const folder = `${root}node_modules/.certplan-quality-${process.pid}`;
try {
  await build({
    absWorkingDir: root,
    entryPoints: ['scripts/quality/main.ts'],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outfile: `${folder}/main.mjs`,
    logLevel: 'error',
  });
  const { main } = await import(pathToFileURL(`${folder}/main.mjs`).href);
  process.exitCode = main(root, process.argv.slice(2));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
