/** Things by their key, keys in the order in which they come up. Map.groupBy wants Node 21. */
export const groupBy = <T, K>(things: readonly T[], key: (thing: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const its = key(thing);
    const members = groups.get(its);
    if (members) members.push(thing);
    else groups.set(its, [thing]);
  }
  return groups;
};
