import { expect, test } from 'vitest';
import { ownToolDeclarations } from '../../../src/agent/own-tools';
import { misfit, schemaProblem } from '../../../src/agent/result-schema';

const OFFERS = {
  type: 'object',
  properties: { offers: { type: 'array', items: { $ref: '#/$defs/offer' } } },
  required: ['offers'],
  $defs: { offer: { type: 'object', properties: { price: { type: 'number' } }, required: ['price'] } },
};

test('names the innermost place that does not fit', () => {
  expect(misfit(OFFERS, { offers: [{ price: 19.9 }] })).toBeUndefined();
  expect(misfit(OFFERS, { offers: [{ price: 19.9 }, { price: 'free' }] })).toMatch(/^#\/offers\/1\/price: .*number/);
  expect(misfit(OFFERS, {})).toMatch(/^#: .*offers/);
  expect(misfit(OFFERS, undefined)).toBeDefined();
});

test('a schema that points to nothing is refused before a task begins', () => {
  expect(schemaProblem(OFFERS)).toBeUndefined();
  expect(schemaProblem({ $ref: '#/nowhere' })).toMatch(/nowhere/);
});

test('finish asks for the data, with definitions where $ref looks for them', () => {
  const finish = ownToolDeclarations(OFFERS).find(({ name }) => name === 'finish');
  expect(finish?.input_schema).toMatchObject({
    type: 'object',
    properties: { result: { type: 'string' }, data: { properties: { offers: { items: { $ref: '#/$defs/offer' } } } } },
    required: ['result', 'data'],
    $defs: { offer: { required: ['price'] } },
  });
  const plain = ownToolDeclarations().find(({ name }) => name === 'finish');
  expect(JSON.stringify(plain)).not.toContain('"data"');
});
