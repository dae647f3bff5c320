import { expect, it } from 'vitest';
import { PatternError, readPattern } from '../../src/marking/pattern.ts';

it.each([
  [['gradient', 'small|vanish*']],
  [['A -> B -> C', '!scalar|vector']],
  [['学习率 > 0.1']],
  [['@cause', '=filter', '~vanish']],
  [['log(1-d(g(z)))', 'd(p||q)', 'h(p, q)', 'û·v', '-log d']],
])('reads %j', alternative => expect(() => readPattern(alternative)).not.toThrow());

it.each([
  [[''], 'cannot read "": a group of words, not nothing'],
  [[], 'at least one group that must be found'],
  [['!scalar'], 'at least one group that must be found'],
  [['a||b'], 'cannot read "a||b": a word is missing (a|b needs a word on both sides)'],
  [['small|'], 'a word is missing'],
  [['*'], 'at least three letters before *'],
  [['va*'], 'at least three letters before *'],
  [['van*ish'], 'a * may only stand at the end of a word'],
  [['a|!b'], '! may only stand before the first word of a group'],
  [['@nothing'], 'cannot read "@nothing": the glossary has no idea of this name'],
  [['A ->'], 'words on both sides of the arrow or sign'],
  [['A => B -> C'], 'one => or > or < between two sides, or only ->'],
  [['x', '!A -> B'], 'no arrow or sign in a group of absent words'],
  [['small, tiny'], 'no punctuation in a word'],
  [['。'], 'a word or a sign'],
  [['small;'], 'no punctuation in a word'],
  [['x'.repeat(500)], 'at most 400 characters'],
])('says why %j cannot be read', (alternative, message) => {
  expect(() => readPattern(alternative)).toThrow(PatternError);
  expect(() => readPattern(alternative)).toThrow(message);
});
