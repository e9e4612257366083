import { describe, expect, it } from 'vitest';
import { didYouMean, nearest } from '../../src/curriculum/nearest.ts';
import { SKILLS } from '../../src/curriculum/vocabulary.ts';

describe('the nearest known word', () => {
  it.each([
    ['pyhton', 'python'],
    ['statistic', 'statistics'],
    ['notebook', 'notebooks'],
    ['cloud-aw', 'cloud-aws'],
    ['montoring', 'monitoring'],
  ])('of %s is %s', (word, known) => expect(nearest(word, SKILLS)).toBe(known));

  it('is none where more than half of the word would change', () => {
    expect(nearest('quantum-computing', SKILLS)).toBeNull();
    expect(didYouMean('quantum-computing', SKILLS)).toBe('');
  });

  it('is none among no words', () => expect(nearest('python', [])).toBeNull());

  it('is put as a question', () => {
    expect(didYouMean('pyhton', SKILLS)).toBe('; did you mean "python"?');
  });
});
