/**
 * How the marker agrees with the labels of the answers in tests/marking/answers, by topic and language. Given an item, it
 * shows where they differ on the seen answers to it; the unseen ones are counted only.
 *
 *     node bench/agreement.js [item …]
 */
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const shown = process.argv.slice(2);
const drill = fileURLToPath(new URL('../bin/drill.js', import.meta.url));
const run = (args, input) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [drill, ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(`drill ${args.join(' ')}: exit ${status}\n${stderr}`);
  return stdout;
};
const topics = new Map(JSON.parse(run(['list', '--json'])).items.map(({ id, topic }) => [id, topic]));

const tally = () => ({ right: 0, wrong: 0, missed: 0 });
const count = ({ right, wrong, missed }) => {
  const all = right + wrong + missed;
  return `${(right / all).toFixed(3)} of ${String(all).padStart(5)}  credited wrongly ${wrong}, missed ${missed}`;
};

for (const set of ['seen', 'unseen']) {
  const lines = (await readFile(new URL(`../tests/marking/answers/${set}.ndjson`, import.meta.url), 'utf8')).trim();
  const answers = lines.split('\n').map(line => JSON.parse(line));
  const batch = answers.map(({ item, text }, id) => JSON.stringify({ id, item, answer: text })).join('\n');
  const tallies = new Map();
  for (const line of run(['mark', '--batch'], batch).trim().split('\n')) {
    const { id, keyPoints } = JSON.parse(line);
    const { item, language, text, points } = answers[id];
    const differ = keyPoints.filter(({ point, met }) => met !== points.includes(point));
    for (const key of ['all', language, topics.get(item)]) {
      const sum = tallies.get(key) ?? tally();
      tallies.set(key, sum);
      for (const { point, met } of keyPoints)
        sum[met === points.includes(point) ? 'right' : met ? 'wrong' : 'missed']++;
    }
    if (set === 'seen' && differ.length > 0 && shown.includes(item)) {
      console.log(`\n${item}: ${text}`);
      for (const { point, met, by, contradictedBy } of differ) {
        console.log(
          met
            ? `  credited: ${point} by “${by}”`
            : `  missed: ${point}${contradictedBy ? ` for “${contradictedBy}”` : ''}`,
        );
      }
    }
  }
  console.log(`\n${set}`);
  for (const [key, sum] of [...tallies].sort()) console.log(`  ${key.padEnd(20)}${count(sum)}`);
}
