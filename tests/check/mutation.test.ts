import { expect, test } from 'vitest';
import type { CalculationItem } from '../../src/bank/item.ts';
import { bankFiles, loadBankFiles, shippedFolder } from '../../src/bank/load.ts';
import { checkCalculation } from '../../src/check/calculation.ts';
import { loadKind } from '../../src/kinds/index.ts';
import { markCalculation } from '../../src/marking/calculation.ts';
import { isExact } from '../../src/marking/comparing.ts';
import { pose } from '../../src/practice/question.ts';
import { askedOf } from '../../src/problem/kind.ts';
import { mapValue, numbersOf, type Value } from '../../src/problem/value.ts';

const files = await loadBankFiles(await bankFiles([shippedFolder()]));
const items = [...files.values()]
  .flatMap(file => file.items)
  .filter((item): item is CalculationItem => item.type === 'calculation');

/** The key with one number changed by `by`. */
const mutated = (key: Value, where: number, by: number): Value => {
  let at = 0;
  return mapValue(key, x => (at++ === where ? x + by : x));
};

test.each(items.map(item => [item.id, item] as const))(
  '%s: a key changed in one place by one unit of its last digit is found, and is never a right answer',
  async (_id, item) => {
    const kind = (await loadKind(item.kind))!;
    const question = pose(item, kind);
    if (question.type !== 'calculation') throw new Error('a calculation was posed as a short answer');
    const { params, answer, truth } = question;
    const unit = isExact(truth, askedOf(kind, item.ask)?.form) ? 1 : 10 ** -item.decimals;
    for (const [where] of numbersOf(item.answer).entries()) {
      for (const by of [unit, -unit]) {
        const key = mutated(
          mapValue(item.answer, x => Number(x.toFixed(item.decimals))),
          where,
          by,
        );
        const findings = await checkCalculation(
          { ...item, answer: key, fresh: false, wrong: {} },
          { kindOf: async () => kind, checkStep: () => undefined, tryGenerator: () => undefined },
          () => undefined,
          (rule, _path, message) => ({ rule, message }) as never,
        );
        expect((findings as { rule: string }[]).map(finding => finding.rule)).toContain('key-differs');
        if (kind.judge?.[item.ask]) continue;
        const asked = { kind, params, answer, ask: item.ask, decimals: item.decimals, tolerance: item.tolerance };
        expect(markCalculation(asked, JSON.stringify(key)).verdict).not.toBe('correct');
      }
    }
  },
);
