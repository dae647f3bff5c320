/** A share from 0 to 1 as a bar: ███░░ */
export const bar = (share: number, width: number): string => {
  const full = Math.round(Math.max(0, Math.min(1, share)) * width);
  return '█'.repeat(full) + '░'.repeat(width - full);
};
