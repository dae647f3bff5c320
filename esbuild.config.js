import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

await rm('dist', { recursive: true, force: true });

const { metafile } = await build({
  entryPoints: { cli: 'src/cli.ts', 'compile-bank': 'src/bank/compile.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  chunkNames: 'chunks/[name]-[hash]',
  // Names stay: a stack trace of a bug is read by people.
  minifySyntax: true,
  minifyWhitespace: true,
  charset: 'utf8',
  legalComments: 'none',
  // Packages in CommonJS call require; an ES module has to make its own.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  metafile: true,
  logLevel: 'warning',
});

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
const { compileBank } = await import('./dist/compile-bank.js');
await compileBank('questions', 'dist/bank.json');
