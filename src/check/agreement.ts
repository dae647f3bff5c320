/** How the marker and the labels of the samples agree on one key point. */
export interface PointAgreement {
  readonly item: string;
  readonly point: string;
  readonly samples: number;
  /** Samples in which the marker finds the point. */
  readonly found: number;
  /** Samples whose label says it is met. */
  readonly met: number;
  /** Samples of which both say so. */
  readonly both: number;
}

/** Below this precision or recall a key point is not to be relied on. */
export const agreementFloor = 0.95;

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

/** Of the points that the marker found, the share that a person found; 1 where it found none. */
export const precisionOf = ({ both, found }: Pick<PointAgreement, 'both' | 'found'>): number => share(both, found);

/** Of the points that a person found, the share that the marker found; 1 where there is none. */
export const recallOf = ({ both, met }: Pick<PointAgreement, 'both' | 'met'>): number => share(both, met);

export const isLow = (agreement: PointAgreement): boolean =>
  Math.min(precisionOf(agreement), recallOf(agreement)) < agreementFloor;

/** Several key points as one. */
export const pooled = (agreements: readonly PointAgreement[]): Pick<PointAgreement, 'found' | 'met' | 'both'> => ({
  found: agreements.reduce((sum, { found }) => sum + found, 0),
  met: agreements.reduce((sum, { met }) => sum + met, 0),
  both: agreements.reduce((sum, { both }) => sum + both, 0),
});
