/** Bundles the program, compiles curricula and tables, writes the manual page. Run by `npm run build` and `prepare`. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** Fast commands in files of their own: the fewer lines a file has, the earlier it runs. */
const OWN_FILES = ['today', 'show', 'export'];

/** Leaves all commands but one to another file, which the bundle never comes to. */
const only = (name, elsewhere) => ({
  name: `of all commands only ${name}`,
  setup({ onResolve }) {
    onResolve({ filter: /\/commands\// }, ({ path, kind }) =>
      kind === 'dynamic-import' && !path.endsWith(`/${name}.ts`)
        ? { path: elsewhere, external: true }
        : undefined,
    );
  },
});

/** Leaves commands that have large files of their own to those. */
const without = (commands) => ({
  name: `all commands but ${commands.join()}`,
  setup({ onResolve }) {
    onResolve({ filter: /\/commands\// }, ({ path, kind }) => {
      const command = commands.find((name) => path.endsWith(`/${name}.ts`));
      return kind === 'dynamic-import' && command !== undefined
        ? { path: `./${command}.js`, external: true }
        : undefined;
    });
  },
});

/** Only files of the user's own need it: a file of its own, in which each of the others finds it. */
const yamlApart = (file) => ({
  name: 'what reads YAML is a file of its own',
  setup({ onResolve }) {
    onResolve({ filter: /\/read-yaml\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: file, external: true } : undefined,
    );
  },
});

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
    external: ['./plan.js'],
    define: { ...common.define, CERTPLAN_OWN_FILES: JSON.stringify(OWN_FILES) },
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
    // A file that starts from its compiled form can require, but not import.
    supported: { 'dynamic-import': false },
    plugins: [without(['export']), yamlApart('./read-yaml.js')],
  });
  await build({
    ...commonJs,
    entryPoints: { 'read-yaml': 'src/curriculum/read-yaml.ts' },
    outdir: fresh,
  });
  await build({
    ...commonJs,
    entryPoints: { plan: 'src/cli/program.ts' },
    outdir: fresh,
    plugins: [yamlApart('./read-yaml.mjs'), only('plan', './program.mjs')],
  });
  await Promise.all(
    OWN_FILES.map((command) =>
      build({
        ...commonJs,
        entryPoints: { [command]: 'src/cli/fast/commands.ts' },
        outdir: fresh,
        supported: { 'dynamic-import': false },
        plugins: [only(command, './fast.js'), yamlApart('./read-yaml.js')],
      }),
    ),
  );
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
      'template-worker': 'src/cli/template-worker.ts',
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

/** Bundles a script. */
async function bundleScript(script) {
  const bundle = `${fresh}/${script}.mjs`;
  await build({
    ...common,
    minify: false,
    format: 'esm',
    banner: { js: requireInModules },
    entryPoints: [`scripts/${script}.ts`],
    outfile: bundle,
  });
  return bundle;
}

/** Bundles a script, and gives what it exports. */
async function load(script) {
  const bundle = await bundleScript(script);
  const exported = await import(pathToFileURL(bundle).href);
  rmSync(bundle);
  return exported;
}

async function buildCurricula() {
  const { compileCurricula } = await load('compile-curricula');
  compileCurricula(`${root}/curricula`, `${fresh}/curricula`);
}

async function buildRecommend() {
  const { compileRecommend } = await load('compile-recommend');
  compileRecommend(`${root}/recommend`, `${fresh}/recommend`);
}

async function buildManualPage() {
  const { writeManualPage } = await load('manual-page');
  writeManualPage(`${fresh}/certplan.1`, version);
}

/**
 * Keeps what V8 makes of the fast commands, for the Node that builds. What is kept is what ran, so a plan is
 * made, things happen to it, and it is looked at.
 */
async function compileFastStart() {
  const home = mkdtempSync(join(tmpdir(), 'certplan-build-'));
  const run = (...args) =>
    execFileSync(process.execPath, args, {
      env: { ...process.env, CERTPLAN_HOME: home, CERTPLAN_NOW: '2026-11-25T12:00:00Z' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  const certplan = (line) => run(`${fresh}/certplan.js`, ...line.split(' '));
  try {
    certplan(
      'plan aws-mla-c02 --skill python=3,apis=2,iam=2,statistics=1 --start 2026-11-20 --no-ics --no-pdf --no-checklist',
    );
    for (const line of ['done 1', 'skip 2', 'start 3', 'stop', 'done 4', 'undo']) certplan(line);
    const bundle = await bundleScript('compile-ahead');
    const lines = { export: ['ics', 'html', 'checklist'].map((format) => `export ${format}`) };
    for (const command of OWN_FILES) {
      run(bundle, fresh, `${command}.js`, ...(lines[command] ?? [command]));
    }
    run(bundle, fresh, 'fast.js', 'done 5', 'week', 'status');
    rmSync(bundle);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

try {
  mkdirSync(fresh);
  await Promise.all([
    buildFastStart(),
    buildProgram(),
    buildCurricula(),
    buildRecommend(),
    buildManualPage(),
  ]);
  await compileFastStart();

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
