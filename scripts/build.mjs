/** Bundles the program, split per command, and compiles the curricula. Run by `npm run build` and `prepare`. */
import { chmodSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
const dist = `${root}/dist`;
// Built beside and then moved: a program that runs from `dist` meanwhile misses it for a moment only.
const fresh = `${root}/dist.${process.pid}`;

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  logLevel: 'warning',
  // Bundled CommonJS packages ask for Node's own modules with `require`.
  banner: {
    js: "import { createRequire as certplanRequire } from 'node:module'; const require = certplanRequire(import.meta.url);",
  },
};

try {
  await build({
    ...common,
    entryPoints: { certplan: 'src/cli/entry.ts', 'pdf-worker': 'src/cli/pdf-worker.ts' },
    outdir: fresh,
    splitting: true,
    // Beside the entry: code finds the curricula next to its own file.
    chunkNames: '[name]-[hash]',
    minify: true,
    alias: { 'node:child_process': `${root}/scripts/no-child-process.mjs` },
    // pdfkit reads its own data files; the fonts are files, too.
    external: ['pdfkit', 'dejavu-fonts-ttf'],
    define: { CERTPLAN_VERSION: JSON.stringify(version) },
  });
  chmodSync(`${fresh}/certplan.js`, 0o755);

  const compiler = `${fresh}/compile-curricula.mjs`;
  await build({
    ...common,
    entryPoints: ['scripts/compile-curricula.ts'],
    outfile: compiler,
  });
  const { compileCurricula } = await import(pathToFileURL(compiler).href);
  compileCurricula(`${root}/curricula`, `${fresh}/curricula`);
  rmSync(compiler);

  rmSync(`${dist}.old`, { recursive: true, force: true });
  try {
    renameSync(dist, `${dist}.old`);
  } catch {
    // The first build: there is nothing to replace.
  }
  renameSync(fresh, dist);
  rmSync(`${dist}.old`, { recursive: true, force: true });
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
