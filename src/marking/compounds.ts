import { longestPhrase, readPhrases, type Span } from './phrase.ts';
import type { Token } from './tokens.ts';

/** Chinese words whose parts mean something else alone: 大小 says neither 大 nor 小, 非线性 does not say 线性. */
const compounds = readPhrases(
  '时间|时刻|时序|时步|时代|同时|随时|及时|有时|实时|长时间|短时间|长短时|短时记忆|不定长|相反数|平均|平方|平移|平滑|平稳|水平|大约|大致|大体|大都|大家|至少|多少|多数|少数|大小|误差|方差|偏差|最小化|最大化|最小|最大|极大值|极小值|极大|极小|非线性|非饱和|非凸|不同|不断|不仅|不仅仅|不但|不只|不光|不单|不止|不管|不变|' +
    '不动点|不过|不得不|不少|不足|不妨|差不多|只不过|无论|无疑|无限|无穷|无监督|半监督|无向|欠拟合|过拟合|反向传播|前向传播|' +
    '小批量|大量|大概|大多|大部分|大于|小于|放大|降低|提高|高层|低层|高斯|高维|低维|转置卷积|反卷积|是不是|能不能|会不会|未来|' +
    '并且|而且|因而|从而|而言|进而|然而|反而|而是|而非|而不是|自上而下|自下而上|由上而下|没关系|没有关系|没用|没有用|无关|对不对|准不准|好不好|有没有|' +
    '高方差|低方差|大方差|小方差|高偏差|低偏差|大偏差|小偏差|方差高|方差低|方差大|方差小|偏差高|偏差低|偏差大|偏差小',
);

/** For each token the compound it is a part of, if any. */
export const findCompounds = (tokens: readonly Token[]): (Span | undefined)[] => {
  const inside: (Span | undefined)[] = new Array(tokens.length).fill(undefined);
  for (let start = 0; start < tokens.length; ) {
    const end = tokens[start]!.kind === 'character' ? longestExactly(tokens, start) : undefined;
    if (end === undefined) {
      start++;
      continue;
    }
    inside.fill({ start, end }, start, end);
    start = end;
  }
  return inside;
};

// Fillers must not stand inside a compound: 大的小 is no 大小.
const longestExactly = (tokens: readonly Token[], start: number): number | undefined => {
  const fitting = compounds.filter(compound =>
    compound.every(
      (sought, i) => sought.text === tokens[start + i]?.text && (i === 0 || !tokens[start + i]!.breakBefore),
    ),
  );
  return fitting.length > 0 ? longestPhrase(fitting, tokens, start) : undefined;
};

/** Whether a span begins or ends in the middle of a compound: 偏差高 is not found in 低偏差高方差. */
export const breaksCompound = (inside: readonly (Span | undefined)[], span: Span): boolean =>
  (inside[span.start]?.start ?? span.start) < span.start || (inside[span.end - 1]?.end ?? span.end) > span.end;
