import type { Glossary } from './glossary.ts';
import { type Phrase, readPhrases } from './phrase.ts';

/** An idea of a glossary, read. */
export interface Idea {
  readonly name: string;
  readonly phrases: readonly Phrase[];
  readonly rivals: readonly string[];
}

export interface GlossaryIndex {
  named(name: string): Idea | undefined;
  /** The one idea a phrase stands for; undefined where it stands for none or for several. */
  of(phrase: Phrase, written: string): Idea | undefined;
  /** The ideas that have rivals. */
  readonly contested: readonly Idea[];
}

const keyOf = (phrase: Phrase): string => phrase.map(sought => sought.stem).join(' ');

const build = (glossary: Glossary): GlossaryIndex => {
  const byName = new Map<string, Idea>();
  const byPhrase = new Map<string, Set<Idea>>();
  for (const [name, written] of [...Object.entries(glossary.ideas), ...Object.entries(glossary.named)]) {
    const rivals = glossary.rivals
      .filter(set => set.includes(name))
      .flatMap(set => set.filter(other => other !== name));
    const idea = { name, phrases: readPhrases(written), rivals };
    byName.set(name, idea);
    if (name in glossary.named) continue;
    for (const phrase of idea.phrases) {
      const key = keyOf(phrase);
      byPhrase.set(key, (byPhrase.get(key) ?? new Set()).add(idea));
    }
  }
  return {
    named: name => byName.get(name),
    of: (phrase, written) => {
      const ideas = byPhrase.get(keyOf(phrase));
      return ideas?.size === 1 ? [...ideas][0] : ideas && byName.get(written.replace(/\*$/, ''));
    },
    contested: [...byName.values()].filter(idea => idea.rivals.length > 0),
  };
};

const built = new WeakMap<Glossary, GlossaryIndex>();

/** A glossary ready to be looked up in; built once. */
export const indexGlossary = (glossary: Glossary): GlossaryIndex => {
  const index = built.get(glossary) ?? build(glossary);
  built.set(glossary, index);
  return index;
};
