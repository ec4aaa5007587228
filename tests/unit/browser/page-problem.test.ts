import { expect, test } from 'vitest';
import { pageError } from '../../../src/browser/page-problem';

test.each([
  ['Frame with ID 0 was removed.', 'The page went away during the call. Look at the tab again.'],
  ['No frame with id 7 in tab with id 3.', 'The page went away during the call. Look at the tab again.'],
  ['Frame with ID 0 is showing error page', 'The tab shows an error page'],
  ['No tab with id: 12.', 'This tab was closed. Call list_tabs'],
  ['{"code":-32000,"message":"Cannot access a chrome:// URL"}', 'does not let extensions into this page'],
])('what Chrome says, %s, is told with what to do next', (said, told) => {
  expect(pageError(new Error(said)).message).toContain(told);
});
