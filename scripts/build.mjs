/** Bundles the program, split per command, and compiles the curricula. Run by `npm run build` and `prepare`. */
import { chmodSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
const dist = `${root}/dist`;
rmSync(dist, { recursive: true, force: true });

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

await build({
  ...common,
  entryPoints: { certplan: 'src/cli/entry.ts' },
  outdir: dist,
  splitting: true,
  // Beside the entry: code finds the curricula next to its own file.
  chunkNames: '[name]-[hash]',
  minify: true,
  // pdfkit reads its own data files; the fonts are files, too.
  external: ['pdfkit', 'dejavu-fonts-ttf'],
  define: { CERTPLAN_VERSION: JSON.stringify(version) },
});
chmodSync(`${dist}/certplan.js`, 0o755);

const compiler = `${dist}/compile-curricula.mjs`;
await build({
  ...common,
  entryPoints: ['scripts/compile-curricula.ts'],
  outfile: compiler,
});
const { compileCurricula } = await import(pathToFileURL(compiler).href);
compileCurricula(`${root}/curricula`, `${dist}/curricula`);
rmSync(compiler);
