import { type Box, isMeasurable, overlapOf, sidesOf } from '../../math/box.ts';
import { invalid } from '../../problem/error.ts';
import { number, type Param } from '../../problem/params.ts';
import type { Text } from '../../problem/text.ts';
import type { Shown } from '../../problem/work.ts';

/** A box [x1, y1, x2, y2]: two opposite corners, the one with the smaller coordinates first. */
export const boxParam = (about: Text): Param<number[]> => {
  const form = { en: 'a box [x1, y1, x2, y2]', zh: '框 [x1, y1, x2, y2]' };
  const corner = number(about);
  return {
    about,
    form,
    example: '[0 0 4 3]',
    optional: false,
    read(raw, path) {
      if (!Array.isArray(raw) || raw.length !== 4) throw invalid(path, form, raw);
      const box = raw.map((coordinate, i) => corner.read(coordinate, `${path}[${i}]`));
      for (const [axis, name] of ['x', 'y'].entries()) {
        if (box[axis]! <= box[axis + 2]!) continue;
        const order = `${name}2 ≥ ${name}1 = ${box[axis]}`;
        throw invalid(
          `${path}[${axis + 2}]`,
          { en: `${order} (a box is [x1, y1, x2, y2])`, zh: ` ${order}（框写作 [x1, y1, x2, y2]）` },
          raw[axis + 2],
        );
      }
      return box;
    },
  };
};

const withoutArea: Text = {
  en: 'Neither box has an area: nothing can be shared, and the IoU counts as 0.',
  zh: '两个框的面积都为 0：没有可共有的部分，IoU 记为 0。',
};

/** How an IoU is written: plainly, or from the sides where the areas are too small for doubles. */
export const iouShown = (a: Box, b: Box, union: number, plain: Pick<Shown, 'formula' | 'scope'>) => {
  if (isMeasurable(union)) return plain;
  const [{ width: W_A, height: H_A }, { width: W_B, height: H_B }, { width: w, height: h }] = [
    sidesOf(a),
    sidesOf(b),
    overlapOf(a, b),
  ];
  if (w > 0 && h > 0) {
    return { formula: '1/((W_A/w)*(H_A/h) + (W_B/w)*(H_B/h) - 1)', scope: { W_A, H_A, W_B, H_B, w, h } };
  }
  const hasArea = [W_A * H_A, W_B * H_B].some(area => area > 0);
  return hasArea ? {} : { note: withoutArea };
};
