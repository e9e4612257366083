/** Bundles the program, compiles the curricula, writes the manual page. Run by `npm run build` and `prepare`. */
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
const dist = `${root}/dist`;
// Built beside and then moved: a program that runs from `dist` meanwhile misses it for a moment only.
const fresh = `${root}/dist.${process.pid}`;

// Bundled CommonJS packages ask for Node's own modules with `require`.
const requireInModules =
  "import { createRequire as certplanRequire } from 'node:module'; const require = certplanRequire(import.meta.url);\n";

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  minify: true,
  define: { CERTPLAN_VERSION: JSON.stringify(version) },
  alias: { 'node:child_process': `${root}/scripts/no-child-process.mjs` },
  // pdfkit reads its own data files; the fonts are files, too.
  external: ['pdfkit', 'dejavu-fonts-ttf'],
};

const commonJs = {
  ...common,
  format: 'cjs',
  // What modules call `import.meta.url`, made only where it is asked for.
  define: { ...common.define, 'import.meta.url': 'certplanFile.url' },
  banner: {
    js: "const certplanFile = { get url() { return require('node:url').pathToFileURL(__filename).href; } };",
  },
};

/** Only files of the user's own need it: a file of its own, in which each of the others finds it. */
const yamlApart = {
  name: 'what reads YAML is a file of its own',
  setup({ onResolve }) {
    onResolve({ filter: /\/read-yaml\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './read-yaml.mjs', external: true } : undefined,
    );
  },
};

/**
 * What people type every day, and `plan`, as CommonJS files: Node starts those faster than modules, and one
 * file faster than many. They lie in a folder that says so of its `.js` files.
 */
async function buildFastStart() {
  writeFileSync(`${fresh}/package.json`, '{ "type": "commonjs" }\n');
  await build({
    ...common,
    format: 'cjs',
    entryPoints: { certplan: 'src/cli/entry.ts' },
    outdir: fresh,
    external: ['./fast.js', './plan.js'],
    plugins: [
      {
        name: 'the full program is a file of its own',
        setup({ onResolve }) {
          onResolve({ filter: /^\.\/program\.ts$/ }, () => ({
            path: './program.mjs',
            external: true,
          }));
        },
      },
    ],
  });
  chmodSync(`${fresh}/certplan.js`, 0o755);
  await build({
    ...commonJs,
    entryPoints: { fast: 'src/cli/fast/commands.ts' },
    outdir: fresh,
    plugins: [yamlApart],
  });
  await build({
    ...commonJs,
    entryPoints: { plan: 'src/cli/program.ts' },
    outdir: fresh,
    plugins: [
      yamlApart,
      {
        name: 'of all commands only plan',
        setup({ onResolve }) {
          onResolve({ filter: /\/commands\// }, ({ path, kind }) =>
            kind === 'dynamic-import' && !path.endsWith('/plan.ts')
              ? { path: './program.mjs', external: true }
              : undefined,
          );
        },
      },
    ],
  });
}

/** The whole program as modules, split per command. */
async function buildProgram() {
  const { outputFiles } = await build({
    ...common,
    format: 'esm',
    entryPoints: {
      program: 'src/cli/program.ts',
      'pdf-worker': 'src/cli/pdf-worker.ts',
      'read-yaml': 'src/curriculum/read-yaml.ts',
    },
    outdir: fresh,
    outExtension: { '.js': '.mjs' },
    splitting: true,
    // Beside the entry: code finds the curricula next to its own file.
    chunkNames: '[name]-[hash]',
    write: false,
  });
  for (const { path, text } of outputFiles) {
    // Only where it is asked for: making a `require` in each file costs at every start.
    writeFileSync(path, /\btypeof require\b/.test(text) ? requireInModules + text : text);
  }
}

/** Bundles a script, and gives what it exports. */
async function load(script) {
  const bundle = `${fresh}/${script}.mjs`;
  await build({
    ...common,
    minify: false,
    format: 'esm',
    banner: { js: requireInModules },
    entryPoints: [`scripts/${script}.ts`],
    outfile: bundle,
  });
  const exported = await import(pathToFileURL(bundle).href);
  rmSync(bundle);
  return exported;
}

async function buildCurricula() {
  const { compileCurricula } = await load('compile-curricula');
  compileCurricula(`${root}/curricula`, `${fresh}/curricula`);
}

async function buildManualPage() {
  const { writeManualPage } = await load('manual-page');
  writeManualPage(`${fresh}/certplan.1`, version);
}

try {
  mkdirSync(fresh);
  await Promise.all([buildFastStart(), buildProgram(), buildCurricula(), buildManualPage()]);

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
