import { expect, test } from 'vitest';
import { maskBody, maskHeader, maskText, maskUrl } from '../../../src/browser/mask-secrets';

test.each([
  ['https://a.example/x?q=shoes&access_token=abc123&sid=9f', 'https://a.example/x?q=shoes&access_token=•••&sid=•••'],
  ['https://ann:hunter2@a.example/', 'https://•••@a.example/'],
  ['https://a.example/cb#id_token=eyJhbGciOi&state=4', 'https://a.example/cb#id_token=•••&state=4'],
  [
    'https://a.example/?author=Ann&design=flat&postcode=1010',
    'https://a.example/?author=Ann&design=flat&postcode=1010',
  ],
  ['data:text/html,<p>long</p>', 'data:text/html,…'],
])('of the address %s', (given, shown) => {
  expect(maskUrl(given)).toBe(shown);
});

test.each([
  [
    '{"user":"ann","password":"hunter2","nested":{"apiKey":"k1"},"n":[1]}',
    '{"user":"ann","password":"•••","nested":{"apiKey":"•••"},"n":[1]}',
  ],
  ['user=ann&pwd=hunter2&note=hi', 'user=ann&pwd=•••&note=hi'],
  ['user=ann&csrf_token=', 'user=ann&csrf_token=•••'],
  ['plain words, Bearer abcdef123456', 'plain words, Bearer •••'],
])('of the body %s', (given, shown) => {
  expect(maskBody(given)).toBe(shown);
});

test('of headers and free text', () => {
  expect(maskHeader('Authorization', 'Bearer abc')).toBe('Authorization: •••');
  expect(maskHeader('Content-Type', 'text/plain')).toBe('Content-Type: text/plain');
  expect(maskHeader('X-CSRF-Token', 'abc')).toBe('X-CSRF-Token: •••');
  expect(maskText('login with password: hunter2 failed for ann')).toBe('login with password: ••• failed for ann');
  expect(maskText('eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.sig is sent')).toBe('••• is sent');
});
