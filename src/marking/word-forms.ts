const longEnough = 4;

/** Stems that the rules would miss: of abbreviations, and of words whose ending makes another word ("note" is no "not"). */
const stems = new Map([
  ['grus', 'gru'],
  ['rnns', 'rnn'],
  ['cnns', 'cnn'],
  ['dnns', 'dnn'],
  ['gpus', 'gpu'],
  ['note', 'note'],
  ['notes', 'note'],
  ['noted', 'note'],
  ['noting', 'note'],
  ['times', 'times'],
  ['four', 'four'],
]);

const strip = (word: string): string => {
  if (/(?:[aiu]s|ss)$/.test(word)) return word;
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/ied$/.test(word)) return `${word.slice(0, -3)}y`;
  for (const ending of ['ing', 'ed', 'es', 's']) {
    const rest = word.slice(0, -ending.length);
    const spoken = ending === 's' || /[aeiouy]/.test(rest);
    if (word.endsWith(ending) && !word.endsWith('eed') && rest.length >= 3 && spoken) return rest;
  }
  return word;
};

/** The part of an English word that its plural, past and -ing forms share, in one of the two spellings of -ise. */
export const stem = (word: string): string => {
  if (word.length < longEnough || !/^[a-z]+$/.test(word)) return word;
  const known = stems.get(word);
  if (known) return known;
  const bare = strip(word)
    .replace(/e$/, '')
    .replace(/is(ation)?$/, 'iz$1')
    .replace(/our$/, 'or')
    .replace(/([b-df-hj-np-tv-z])\1$/, '$1');
  return bare.length >= 3 ? bare : word;
};

/** Words one edit apart that mean something else; by their stems' beginnings. */
const confusable = [
  ['percepti', 'perceptr'],
  ['contrac', 'contras'],
  ['continu', 'contino'],
  ['adaptive', 'adoptive'],
  ['precede', 'proceed'],
  ['implicit', 'explicit'],
  ['interna', 'externa'],
];

const areConfusable = (a: string, b: string): boolean =>
  confusable.some(
    ([one, other]) => (a.startsWith(one!) && b.startsWith(other!)) || (a.startsWith(other!) && b.startsWith(one!)),
  );

/** Whether one letter changed, missing, added or swapped with its neighbour makes one word of the other. */
export const oneEdit = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const [restA, restB] = [a.slice(i), b.slice(i)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
};

const slipLength = 7;

// The first letter stays: most prefixes that turn a sense around (a-, un-) change it.
const slipped = (wanted: string, found: string): boolean =>
  wanted.length >= slipLength &&
  found.length >= slipLength &&
  wanted[0] === found[0] &&
  oneEdit(wanted, found) &&
  !areConfusable(wanted, found);

/** Whether a written word is the wanted one, allowing for its inflection and, in long words, one slip. */
export const isWord = (wanted: string, wantedStem: string, found: string, foundStem: string): boolean =>
  wanted === found || wantedStem === foundStem || slipped(wanted, found);

/** Whether a written word begins with the wanted letters, with one slip among them where they are many. */
export const beginsWith = (wanted: string, found: string): boolean =>
  found.startsWith(wanted) ||
  (wanted.length >= slipLength &&
    found.length >= wanted.length &&
    wanted[0] === found[0] &&
    [0, -1, 1].some(extra => slipped(wanted, found.slice(0, wanted.length + extra))));
