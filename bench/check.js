/**
 * How long `drill check` takes for a bank of many generated items, beside parsing the same YAML alone. Half of the items are
 * calculations of every kind, drawn by their generators, half short questions. Each figure is from a process of its own.
 *
 *     node bench/check.js [items]
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const items = Number(process.argv[2] ?? 10_000);
const drill = fileURLToPath(new URL('../bin/drill.js', import.meta.url));
const yaml = import.meta.resolve('yaml');
const folder = await mkdtemp(join(tmpdir(), 'drill-bench-'));
const file = join(folder, 'bank.yaml');

const run = args => {
  const begun = process.hrtime.bigint();
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`${args.join(' ')}: exit ${status}\n${stdout.slice(0, 2000)}${stderr}`);
  return { seconds: Number(process.hrtime.bigint() - begun) / 1e9, stdout };
};

/** The items of a first bank of a kind, as `drill new` writes it, without its head and comments. */
const firstItem = kind =>
  run([drill, 'new', kind])
    .stdout.split('\n')
    .slice(5)
    .filter(line => !/^\s*#/.test(line))
    .join('\n');

const kinds = JSON.parse(run([drill, 'list', '--json', '--type', 'calculation']).stdout).items.map(({ kind }) => kind);
const templates = [...new Set(kinds)].map(firstItem);
const short = firstItem('short');
const renamed = (text, i) =>
  text.replace(/id: my-[a-z0-9-]+/, `id: item-${i}`).replace(/en: The training/, `en: In run ${i} the training`);

const head = 'topic: bench\ntitle: { zh: 测试, en: bench }\nitems:\n';
const body = Array.from({ length: items }, (_, i) =>
  renamed(i % 2 === 0 ? templates[(i / 2) % templates.length] : short, i).replace('zh: 训练', `zh: 第 ${i} 次训练`),
);
await writeFile(file, head + body.join(''));

const reader = `import { readFileSync } from 'node:fs';
import { parseDocument } from ${JSON.stringify(yaml)};
parseDocument(readFileSync(${JSON.stringify(file)}, 'utf8')).toJS();`;

const measured = [
  { name: 'parsing its YAML', ...run(['--input-type=module', '-e', reader]) },
  { name: 'drill check', ...run([drill, 'check', file, '--reporter', 'json']) },
];
await rm(folder, { recursive: true, force: true });

console.log(`Node ${process.version}, a bank of ${items} items\n`);
for (const { name, seconds } of measured) {
  console.log(`${name.padEnd(36)} ${seconds.toFixed(1).padStart(7)} s   ${(seconds / measured[0].seconds).toFixed(2)}`);
}
