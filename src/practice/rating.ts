/** How well an answer was remembered, as FSRS counts: 1 again, 2 hard, 3 good, 4 easy. */
export type Rating = 1 | 2 | 3 | 4;

export const again: Rating = 1;
export const hard: Rating = 2;
export const good: Rating = 3;
export const easy: Rating = 4;

/** `partial` is a short answer that meets some of its key points. */
export type RecordedVerdict = 'correct' | 'close' | 'partial' | 'wrong';

export const recordedVerdicts: readonly RecordedVerdict[] = ['correct', 'close', 'partial', 'wrong'];

/** What a rating is taken from. */
export interface Performance {
  readonly verdict: RecordedVerdict;
  readonly tries: number;
  readonly hints?: number;
  readonly seconds: number;
  readonly marks: number;
  readonly outOf: number;
  /** The student's own word against the marker's: it counts, but never as easy. */
  readonly overruled?: boolean;
}

/** The pace of an examination of 90 minutes and 100 marks. */
const secondsPerMark = 54;

/**
 * The rating that an answer earns. Wrong, or less than half of the marks: again. Right with help, at a later try, or in
 * part: hard. Right at once: good, and easy in a quarter of the time that an examination allows. A slow answer is not
 * counted against the student: the clock cannot tell thinking from a cup of tea.
 */
export const ratingOf = (performance: Performance): Rating => {
  const { verdict, tries, hints = 0, seconds, marks, outOf, overruled = false } = performance;
  if (verdict === 'wrong') return again;
  if (verdict === 'partial') return marks * 2 < outOf ? again : hard;
  if (tries > 1 || hints > 0) return hard;
  const isFast = seconds <= (outOf * secondsPerMark) / 4;
  return verdict === 'correct' && isFast && !overruled ? easy : good;
};
