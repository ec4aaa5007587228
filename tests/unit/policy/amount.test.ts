import { describe, expect, it } from 'vitest';
import { amountIn } from '../../../src/policy/amount';

describe('amountIn', () => {
  it.each([
    ['1.234,50 €', 1234.5, 'EUR'],
    ['USD 12', 12, 'USD'],
    ['1,234.50 USD', 1234.5, 'USD'],
    ["12'000.- CHF", 12000, 'CHF'],
    ['¥1,200', 1200, 'JPY'],
    ['59.90', 59.9, undefined],
    ['1 234,5 zł', 1234.5, 'PLN'],
    ['R$ 10,00', 10, 'BRL'],
    ['1.234.567 EUR', 1234567, 'EUR'],
    ['0.125 EUR', 0.125, 'EUR'],
    ['1.000 EUR', 1000, 'EUR'],
    ['99 kr SEK', 99, 'SEK'],
  ])('reads %s', (text, value, currency) => {
    expect(amountIn(text)).toEqual(currency ? { value, currency } : { value });
  });

  it.each(['', 'EUR', 'free', '2 × 15 €', '10–20 €'])('does not guess at %s', (text) => {
    expect(amountIn(text)).toBeUndefined();
  });
});
