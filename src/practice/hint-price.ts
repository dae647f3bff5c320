/** What a hint is about: what is asked for, the formula, the first step worked. */
export const hintLevels = 3;

/** The share of the marks that one, two and three hints cost together. */
const shares = [0, 1 / 6, 1 / 3, 2 / 3];

/** Marks that are lost by the hints taken so far; a hint always costs something. */
export const hintPrice = (hints: number, marks: number): number =>
  Math.min(marks, Math.max(hints, Math.ceil(marks * shares[Math.min(hints, hintLevels)]! - 1e-9)));

/** What the next hint would cost on top; undefined where there is none left. */
export const nextHintPrice = (hints: number, marks: number): number | undefined =>
  hints >= hintLevels ? undefined : hintPrice(hints + 1, marks) - hintPrice(hints, marks);
