import { execFileSync } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

await rm('dist', { recursive: true, force: true });

/** commander loads node:child_process, which takes longer than the rest of it, for commands in files of their own: drill has none. */
const withoutChildProcess = {
  name: 'without-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /node_modules\/commander\//.test(importer) ? { path: 'nothing', namespace: 'nothing' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
  },
};

/** Points the import of another bundle's source at the file it is built to. */
const asBuilt = {
  name: 'as-built',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/cli\.ts$/ }, () => ({ path: './cli.js', external: true }));
  },
};

const common = {
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // Names stay: a stack trace of a bug is read by people.
  minifySyntax: true,
  minifyWhitespace: true,
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

/** The first file of every start, small; everything else stands behind its one import. */
await build({ ...common, entryPoints: ['src/main.ts'], plugins: [asBuilt] });

const { metafile } = await build({
  ...common,
  entryPoints: { cli: 'src/cli.ts', 'compile-bank': 'src/bank/compile.ts', 'keep-compiled': 'src/keep-compiled.ts' },
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  plugins: [withoutChildProcess],
  // Packages in CommonJS call require; an ES module has to make its own.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});

/**
 * The calculator once more, as one script whose code V8 can keep compiled: it contains what `drill calc` may need and no other
 * command.
 */
const onlyCalculator = {
  name: 'only-calculator',
  setup({ onResolve, onLoad }) {
    onResolve(
      { filter: /\/commands\/(quiz|check|mark|plan|stats|history|list|show|today|new|learn)\.ts$/ },
      ({ kind }) => (kind === 'dynamic-import' ? { path: 'other', namespace: 'other' } : undefined),
    );
    onLoad({ filter: /.*/, namespace: 'other' }, () => ({ contents: 'export {};', loader: 'js' }));
  },
};
await build({
  ...common,
  entryPoints: { calculator: 'src/cli.ts' },
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  // A script whose code is kept has no loader of modules.
  supported: { 'dynamic-import': false },
  plugins: [withoutChildProcess, onlyCalculator],
});
execFileSync(process.execPath, ['dist/keep-compiled.js', 'dist/calculator.cjs']);

/** Names of the packages whose code is in the bundle. */
const bundled = new Set(
  Object.values(metafile.outputs)
    .flatMap(output => Object.keys(output.inputs))
    .flatMap(input => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.slice(0, 2) ?? [])
    .filter(folder => folder.startsWith('node_modules')),
);

const licences = await Promise.all(
  [...bundled].sort().map(async folder => {
    const { name, version, license, author } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const file = (await readdir(folder)).find(entry => /^licen[cs]e/i.test(entry));
    if (!file && !license) throw new Error(`${name} is bundled but says nothing of its licence`);
    const text = file
      ? (await readFile(join(folder, file), 'utf8')).trim()
      : `The package declares this licence without a text of its own. Author: ${author?.name ?? author ?? 'not named'}.`;
    return `${name} ${version} (${license})\n\n${text}\n`;
  }),
);
await writeFile('dist/LICENSES.txt', licences.join(`\n${'-'.repeat(80)}\n\n`));

// The shipped bank as JSON: the quiz starts without reading YAML.
const { compileBank, writeSchema } = await import('./dist/compile-bank.js');
await writeSchema('questions/schema.json');
await compileBank('questions', 'dist/bank.json');
