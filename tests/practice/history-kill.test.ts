import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHistory } from '../../src/practice/history.ts';
import { seeded } from '../../src/problem/random.ts';
import { makePlace, type Place } from './writer.ts';

let place: Place;
beforeAll(async () => {
  place = await makePlace();
});
afterAll(() => place.remove());

test('two terminals that write at once lose nothing and count nothing twice', async () => {
  const path = join(place.directory, 'two', 'history.jsonl');
  const writers = ['a', 'b'].map((name, i) => place.write({ path, name, count: 150, size: 20 + 5000 * i }));
  const ended = await Promise.all(writers.map(writer => writer.ended));
  const { records, skipped } = await openHistory(path).read();
  expect(skipped).toEqual([]);
  for (const { saved, errors } of ended) {
    expect(errors).toEqual([]);
    expect(saved).toHaveLength(150);
    expect(records.map(({ id }) => id).filter(id => saved.includes(id))).toEqual(saved);
  }
  expect(records).toHaveLength(300);
});

test('kill -9 at any moment, with two writers: what was acknowledged is there, once', async () => {
  const kills = Number(process.env.DRILL_KILLS ?? 26);
  const path = join(place.directory, 'kills', 'history.jsonl');
  const history = openHistory(path);
  const random = seeded(kills);
  const acknowledged: string[] = [];
  let [total, torn] = [0, 0];
  for (let round = 0; round < kills / 2; round++) {
    if (random.oneIn(4)) {
      await rm(dirname(path), { recursive: true, force: true });
      acknowledged.length = 0;
    }
    const writers = ['a', 'b'].map(name =>
      place.write({ path, name: `${name}${round}`, count: 1e9, size: random.integer(1, 20_000) }),
    );
    const isEarly = random.oneIn(3);
    const ended = await Promise.all(
      writers.map(async writer => {
        if (!isEarly) await once(writer.process.stdout!, 'data');
        await setTimeout(random.integer(0, 150));
        writer.process.kill('SIGKILL');
        return writer.ended;
      }),
    );
    expect(ended.map(({ signal }) => signal)).toEqual(['SIGKILL', 'SIGKILL']);
    expect(ended.flatMap(({ errors }) => errors)).toEqual([]);
    acknowledged.push(...ended.flatMap(({ saved }) => saved));
    total += ended.flatMap(({ saved }) => saved).length;
    const { records, skipped } = await history.read();
    torn += skipped.length;
    const ids = records.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const read = new Set(ids);
    expect(acknowledged.filter(id => !read.has(id))).toEqual([]);
    // Each writer may have been killed between the last write and its acknowledgement.
    expect(ids.length).toBeLessThanOrEqual(acknowledged.length + 2 * (round + 1));
  }
  expect(total).toBeGreaterThan(kills);
  if (process.env.DRILL_KILLS) console.log(`${total} acknowledged over ${kills} kills, ${torn} torn`);
});
