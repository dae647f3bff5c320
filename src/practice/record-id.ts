/** 96 random bits in base 36: two terminals, or two copies of a history, never name two answers alike. */
export const newId = (bytes: Uint8Array = crypto.getRandomValues(new Uint8Array(12))): string => {
  const number = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return number.toString(36).padStart(19, '0');
};
