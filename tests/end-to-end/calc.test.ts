import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { kindIds, loadKind } from '../../src/kinds/index.ts';
import { generateProblem } from '../../src/problem/generate.ts';
import { widthOf } from '../../src/render/width.ts';
import { run, words } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'drill-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const square = ['conv', '[1 2 0; 0 1 3; 2 1 1]', '[1 0; 0 -1]', '--mode', 'full'];

test('a worked convolution reads as on paper', async () => {
  const { code, output, errors } = await run(['calc', ...square]);
  expect([code, errors]).toEqual([0, '']);
  expect(output).toContain('n_out = n + k − 1 = 3 + 2 − 1 = 4   → 4×4');
  expect(output).toContain('y₁₁   [0 0; 0 1]   0·1 + 0·0 + 0·0 + 1·(−1)   = −1');
  expect(output).toContain('Answer      ⎡ -1  -2   0  0 ⎤');
  expect(output).toContain('the first row is [1 2 0 0].');
});

test('the same in Chinese', async () => {
  const { output } = await run(['calc', ...square, '--lang', 'zh']);
  expect(output).toContain('互相关（卷积核不翻转）');
  expect(output).toContain('答案');
  expect((await run(['calc', ...square], { env: { LANG: 'zh_CN.UTF-8' } })).output).toBe(output);
});

describe('every example of every help text runs', async () => {
  const examples = (
    await Promise.all(kindIds.map(async id => (await loadKind(id))!.examples.map(example => [id, example] as const)))
  ).flat();
  test.each(examples)('drill calc %s %s', async (id, example) => {
    const { code, output, errors } = await run(['calc', id, ...words(example)]);
    expect([code, errors]).toEqual([0, '']);
    expect(output).toContain('Answer');
    const help = await run(['calc', id, '--help']);
    expect(help.code).toBe(0);
    expect(help.output).toContain(example);
  });
});

describe('lines keep within the width', async () => {
  const kinds = await Promise.all(kindIds.map(async id => (await loadKind(id))!));
  test.each(kinds.map(kind => [kind.id, kind] as const))('%s', async (id, kind) => {
    for (const width of [40, 80]) {
      for (const lang of ['en', 'zh']) {
        for (const level of [1, 2, 3] as const) {
          const params = JSON.stringify(generateProblem(kind, 7 + level, level));
          const { output, code, errors } = await run(['calc', id, '--params', '-', '--lang', lang], {
            input: params,
            env: { COLUMNS: String(width) },
          });
          expect([code, errors], params).toEqual([0, '']);
          const tooWide = output.split('\n').filter(line => widthOf(line) > width && !/[⎡⎢⎣[]/.test(line));
          expect(tooWide, `${width} ${lang} ${params}`).toEqual([]);
        }
      }
    }
  });
});

describe('ways to write the same problem', () => {
  const answers = async (...argv: string[]): Promise<unknown> => {
    const { output, errors } = await run(['calc', ...argv, '--json']);
    expect(errors).toBe('');
    return JSON.parse(output).answer.output;
  };
  test('flags, positions, files, standard input', async () => {
    const matrix = file('a.csv', '1,2\n3,4\n');
    const json = file('k.json', '[[1, 0], [0, 1]]');
    const ways = [
      ['conv', '[[1,2],[3,4]]', '[[1,0],[0,1]]', '--mode', 'same', '--flip'],
      ['conv', '[1 2; 3 4]', '--kernel', '[1 0; 0 1]', '--mode=same', '--flip'],
      ['conv', '--input', `@${matrix}`, '--kernel', `@${json}`, '--mode', 'same', '--flip'],
    ];
    const results = await Promise.all(ways.map(way => answers(...way)));
    expect(new Set(results.map(result => JSON.stringify(result))).size).toBe(1);
    const piped = await run(['calc', 'conv', '-', '[1 0; 0 1]', '--mode', 'same', '--flip', '--json'], {
      input: '1 2; 3 4\n',
    });
    expect(JSON.parse(piped.output).answer.output).toEqual(results[0]);
  });

  test('parameters from JSON and YAML, flags on top', async () => {
    const yaml = file('p.yaml', 'input: [[1, 2], [3, 4]]\nkernel: [[1, 0], [0, 1]]\nmode: full\n');
    expect(await answers('conv', '--params', yaml, '--mode', 'valid')).toEqual([[5]]);
    const { output } = await run(['calc', 'conv', '--params', '-', '--json'], {
      input: '{"input": [1,2,3], "kernel": [1,1]}',
    });
    expect(JSON.parse(output)).toMatchObject({
      kind: 'conv',
      params: { mode: 'valid', stride: 1 },
      answer: { output: [3, 5], size: [2] },
    });
  });

  test('sizes go to conv-size', async () => {
    const { output } = await run(['calc', 'conv', '32x32x3', '5x5', '--filters', '6', '--json']);
    expect(JSON.parse(output)).toMatchObject({ kind: 'conv-size', answer: { size: [28, 28, 6], parameters: 456 } });
    const without = await run(['calc', 'conv-size', '16', '5', '--no-bias', '--json']);
    expect(JSON.parse(without.output).answer).toMatchObject({ size: [12], parameters: 5 });
  });

  test('steps in JSON have the contract’s form', async () => {
    const { output } = await run(['calc', ...square, '--json']);
    const { steps } = JSON.parse(output);
    for (const step of steps) {
      expect(
        Object.keys(step).filter(key => !['id', 'title', 'formula', 'scope', 'result', 'note'].includes(key)),
      ).toEqual([]);
      expect(typeof step.title).toBe('string');
    }
    expect(steps.at(-1).result).toEqual(JSON.parse(output).answer.output);
  });

  test('less work on request, and fewer digits', async () => {
    const none = await run(['calc', ...square, '--steps', 'none']);
    expect(none.output).not.toContain('Slide');
    const brief = await run(['calc', ...square, '--steps', 'brief']);
    expect(brief.output).toContain('…');
    expect(brief.output.length).toBeLessThan((await run(['calc', ...square])).output.length);
    const squashed = await run(['calc', 'squash', '[1 1]', '--decimals', '2']);
    expect(squashed.output).toContain('0.47');
    expect(squashed.output).not.toContain('0.4714');
  });
});

describe('wrong command lines', () => {
  const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['an unknown kind', ['calc', 'convv'], /did you mean “conv”/],
    ['a prototype name', ['calc', 'constructor'], /there is no kind/],
    ['an unknown flag', ['calc', 'conv', '[1]', '[1]', '--strid', '2'], /--strid.*--stride/],
    ['a missing kernel', ['calc', 'conv', '[1 2]'], /kernel is missing/],
    ['too many values', ['calc', 'squash', '[1 2]', '[3 4]'], /more values than expected/],
    ['a value twice', ['calc', 'squash', '[1 2]', '--vector', '[3 4]'], /--vector is given twice/],
    ['standard input twice', ['calc', 'conv', '-', '-'], /standard input/],
    ['a missing file', ['calc', 'squash', '@no-such-file.json'], /no-such-file\.json/],
    ['an unknown choice', ['calc', ...square.slice(0, 4), 'fall'], /mode: expected one of/],
    ['an unknown detail', ['calc', 'squash', '[1]', '--steps', 'some'], /some/],
    ['decimals that are none', ['calc', 'squash', '[1]', '--decimals', 'two'], /--decimals/],
    ['a ragged matrix', ['calc', 'conv', '[1 2; 3]', '[1 0]'], /input\[1\]/],
    ['an unreadable number', ['calc', 'squash', '[1 two]'], /vector\[1\]/],
    ['an unknown command', ['quizz'], /quizz/],
  ];

  test.each(wrong)('%s', async (_what, argv, message) => {
    const { code, output, errors } = await run(argv);
    expect([code, output]).toEqual([2, '']);
    expect(errors).toMatch(message);
    const zh = await run([...argv, '--lang', 'zh']);
    expect(zh.code).toBe(2);
    expect(zh.errors).toMatch(/^错误：.*[\u4e00-\u9fff]/);
  });

  test('control characters never reach the terminal', async () => {
    const { errors } = await run(['calc', 'conv\u001b[31m\u202eevil']);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not appear
    expect(errors).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  test('with --json the error is JSON as well', async () => {
    const { code, output } = await run(['calc', 'squash', '[1 two]', '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(output)).toMatchObject({ kind: 'squash', error: { code: 'invalid-params', path: 'vector[1]' } });
  });
});

describe('drill calc --batch', () => {
  const lines = [
    { id: 1, kind: 'squash', params: { vector: [3, 4] } },
    { id: 'two', kind: 'nothing', params: {} },
    { kind: 'conv', params: { input: [1, 2], kernel: [[1]] } },
    { id: null, kind: 'squash', params: { vector: [0, 0] }, steps: true },
    { id: 5, kind: 'conv', params: { input: [1e308, 1e308], kernel: [1, 1] } },
  ].map(line => JSON.stringify(line));

  test('answers in order, one bad line stops nothing, and the exit says so', async () => {
    const { code, output, errors } = await run(['calc', '--batch'], {
      input: [...lines.slice(0, 2), '{"id": 3, ', '[]', '', ...lines.slice(2)],
    });
    expect([code, errors]).toEqual([1, '']);
    const answers = output
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(answers.map(answer => answer.error?.code ?? 'solved')).toEqual([
      'solved',
      'unknown-kind',
      'invalid-json',
      'invalid-json',
      'invalid-params',
      'solved',
      'not-finite',
    ]);
    expect(answers[0]).toMatchObject({ id: 1, kind: 'squash', answer: { norm: 5 } });
    expect(answers[4].error.path).toBe('kernel');
    expect(answers[5].steps.at(-1).result).toEqual([0, 0]);
    expect('id' in answers[4]).toBe(false);
  });

  test('exits 0 when every line was solved', async () => {
    expect((await run(['calc', '--batch'], { input: [lines[0]!] })).code).toBe(0);
    expect((await run(['calc', '--batch'], { input: '' })).code).toBe(0);
  });
});

test('the kinds are listed under their topics', async () => {
  const { code, output } = await run(['calc']);
  expect(code).toBe(0);
  for (const id of kindIds) expect(output).toMatch(new RegExp(`^  ${id} `, 'm'));
});

test('help and version', async () => {
  expect((await run(['--version'])).output).toMatch(/^\d+\.\d+\.\d+\n$/);
  for (const argv of [
    [],
    ['--help'],
    ['calc', '--help'],
    ['calc', 'conv', '--help'],
    ['quiz', '--help'],
    ['check', '--help'],
  ]) {
    const en = await run(argv);
    const zh = await run([...argv, '--lang', 'zh']);
    expect([en.code, zh.code]).toEqual([0, 0]);
    expect(en.output).toContain('Usage:');
    expect(zh.output).toContain('用法：');
  }
});

describe('the program as it was built', () => {
  const drill = resolve(import.meta.dirname, '../../bin/drill.js');
  const env = { ...process.env, LANG: 'en_GB.UTF-8', COLUMNS: '80', NO_COLOR: '' };
  const built = (...argv: string[]): string =>
    execFileSync(process.execPath, [drill, ...argv], { env, encoding: 'utf8' });

  test('does what its sources do', async () => {
    const json = file('v.json', '[3, 4]');
    const yaml = file('v.yaml', 'vector: [3, 4]\n');
    for (const argv of [
      ['calc', ...square],
      ['calc'],
      ['calc', 'squash', `@${json}`],
      ['calc', 'squash', '--params', yaml],
      ['calc', 'svd', '[3 0; 4 5]', '--json'],
      ['--version'],
    ]) {
      expect(built(...argv), argv.join(' ')).toBe((await run(argv)).output);
    }
  });

  test('paints where colour is forced, ends quietly when its reader leaves, and reads a batch', () => {
    expect(
      spawnSync(process.execPath, [drill, 'calc', ...square], { env: { ...env, FORCE_COLOR: '1' }, encoding: 'utf8' })
        .stdout,
    ).toContain('\u001b[1m');
    const pipe = spawnSync('bash', ['-c', `"${process.execPath}" "${drill}" calc conv --help | head -1`], {
      env,
      encoding: 'utf8',
    });
    expect([pipe.status, pipe.stderr]).toEqual([0, '']);
    const batch = spawnSync(process.execPath, [drill, 'calc', '--batch'], {
      env,
      input: '{"kind":"squash","params":{"vector":[3,4]}}\n{',
      encoding: 'utf8',
    });
    expect([batch.status, batch.stdout.split('\n').length]).toEqual([1, 3]);
  });

  test('a wrong call exits 2 and says why on standard error', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [drill, 'calc', 'squash', '[1 two]'], {
      env,
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe('error: vector[1]: expected a number (“two” is not a constant), but got "two"\n');
  });
});
