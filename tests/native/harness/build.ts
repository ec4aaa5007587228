import { join } from 'node:path';
// @ts-expect-error The build script is plain JavaScript, so that npm runs it without a loader.
import { buildNative } from '../../../scripts/build-native.mjs';

/** Where the bundle under test lies. */
export const BUNDLE = join(import.meta.dirname, '../../../native/dist/offstage.js');

/** Vitest runs it once before the project: the tests start the same file that a person installs. */
export async function setup(): Promise<void> {
  await buildNative(BUNDLE);
}
