/**
 * How long a person waits, as ratios to `node -e 0`, every command measured in turn in one run so that the machine's mood
 * falls on all alike. Prints the median of each.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rounds = Number(process.argv[2] ?? 25);
const drill = fileURLToPath(new URL('../bin/drill.js', import.meta.url));
const commander = import.meta.resolve('commander');
const folder = await mkdtemp(join(tmpdir(), 'drill-bench-'));
const hello = join(folder, 'hello.mjs');
await writeFile(
  hello,
  `import { Command } from ${JSON.stringify(commander)};
await new Command('hello').argument('[name]').action(() => console.log('hello')).parseAsync();
`,
);

const square = '[1 2 0; 0 1 3; 2 1 1]';
const measured = [
  { name: 'node -e 0', args: ['-e', '0'] },
  { name: 'commander, bare hello', args: [hello] },
  { name: 'drill --version', args: [drill, '--version'] },
  { name: 'drill quiz, to its first question', args: [drill, 'quiz', '--plain', '--count', '1'], until: '›' },
  { name: 'drill calc conv, 3×3, full steps', args: [drill, 'calc', 'conv', square, '[1 0; 0 -1]', '--mode', 'full'] },
];

/** Milliseconds until the process ends, or until `until` appears on its output. */
const time = ({ args, until }) =>
  new Promise((resolve, reject) => {
    const begun = process.hrtime.bigint();
    const elapsed = () => Number(process.hrtime.bigint() - begun) / 1e6;
    const child = spawn(process.execPath, args, {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, DRILL_DATA: folder },
    });
    let seen = '';
    child.stdout.on('data', chunk => {
      seen += chunk;
      if (until && seen.includes(until)) {
        resolve(elapsed());
        child.stdin.end();
        child.kill();
      }
    });
    child.on('error', reject);
    child.on('exit', code => {
      if (!until) code === 0 ? resolve(elapsed()) : reject(new Error(`${args.join(' ')}: exit ${code}`));
      else if (!seen.includes(until)) reject(new Error(`${args.join(' ')}: no question appeared`));
    });
  });

const times = measured.map(() => []);
for (let round = 0; round < rounds + 2; round++) {
  for (const [i, command] of measured.entries()) {
    const taken = await time(command);
    // The first rounds warm the disk's cache.
    if (round >= 2) times[i].push(taken);
  }
}
await rm(folder, { recursive: true, force: true });

const median = list => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const base = median(times[0]);
console.log(`Node ${process.version}, ${rounds} rounds, medians\n`);
for (const [i, { name }] of measured.entries()) {
  const taken = median(times[i]);
  console.log(`${name.padEnd(36)} ${taken.toFixed(1).padStart(7)} ms   ${(taken / base).toFixed(2)}`);
}
