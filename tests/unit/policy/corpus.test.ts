import { describe, expect, it } from 'vitest';
import { EFFECT_KINDS } from '../../../src/policy/evidence';
import { casesFrom } from './corpus/case-line';
import { languages } from './corpus/languages';
import { measure } from './corpus/measure';
import { corpus } from './corpus/split';

const develop = corpus('develop');
const heldOut = corpus('held-out');
const all = [...develop, ...heldOut];

/** Kinds that pass by default (docs/policy.md); all others are asked about. */
const PASSING = new Set(['read', 'telemetry', 'draft', 'reversible', 'session']);

describe('the corpus', () => {
  it('is large, half irreversible and half not', () => {
    expect(all.length).toBeGreaterThanOrEqual(400);
    const share = all.filter(({ verdict }) => verdict === 'ask').length / all.length;
    expect(share).toBeGreaterThan(0.45);
    expect(share).toBeLessThan(0.55);
  });

  it('says each case once', () => {
    const lines = all.map(({ line }) => line);
    expect(lines.filter((line, at) => lines.indexOf(line) !== at)).toEqual([]);
  });

  it('asks about the kinds that ask, and about no other', () => {
    const wrong = all.filter(
      ({ verdict, kind }) => kind !== 'unexplained' && (verdict === 'pass') !== PASSING.has(kind),
    );
    expect(wrong.map(({ line }) => line)).toEqual([]);
  });

  it('has every kind', () => {
    expect(EFFECT_KINDS.filter((kind) => !all.some((each) => each.kind === kind))).toEqual([]);
  });

  it('holds a quarter to a third of the cases out, by their text alone', () => {
    const share = heldOut.length / all.length;
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.34);
  });

  it('speaks eleven languages', () => {
    const english = all.some(({ evidence }) => evidence.action?.target?.name === 'Place order');
    const others = [
      'bestellen',
      'Valider',
      'Realizar',
      'Finalizar',
      'Acquista',
      'Bestelling',
      'płacę',
      'Ödeme',
      '注文',
      '支付',
    ];
    expect(english).toBe(true);
    expect(others.filter((word) => !languages.includes(word))).toEqual([]);
  });

  it('refuses a line that does not fit', () => {
    expect(() => casesFrom('ask pay | form https://shop.test/order')).toThrow('Not a case');
    expect(() => casesFrom('ask pay | fax https://shop.test/order | - | press OK')).toThrow('Not a request');
    expect(() => casesFrom('ask pay | form https://shop.test/order | - | lick OK')).toThrow('Not an action');
    expect(() => casesFrom('ask pay | form https://shop.test/order | - | press OK | lerned')).toThrow('Not further');
  });
});

describe('the policy on the corpus', () => {
  it.each([
    ['develop', 0.01],
    ['held-out', 0.01],
    ['second-look', 0.06],
    ['third-look', 0.06],
  ] as const)('asks about all that cannot be taken back in %s, and about little else', (split, most) => {
    const { recall, missed, false_pauses, needless } = measure(corpus(split));
    expect(recall, missed.join('\n')).toBe(1);
    expect(false_pauses, needless.join('\n')).toBeLessThanOrEqual(most);
  });
});
