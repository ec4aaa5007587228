import type { OffstageDatabase } from '../store/database';
import type { Settings } from '../store/settings';
import { DEFAULT_BASE_URL } from '../store/settings-defaults';

/** How the members go to one endpoint and model, and whether that is known or still a try. */
export interface EncodingChoice {
  encoding: 'toolset' | 'tools';
  proven: boolean;
}

function rowId({ baseURL, model }: Settings['provider']): string {
  return `${baseURL} ${model}`;
}

/** What the settings say, else what was found out before, else a try with the toolset. */
export async function chooseEncoding(db: OffstageDatabase, provider: Settings['provider']): Promise<EncodingChoice> {
  if (provider.encoding !== 'auto') return { encoding: provider.encoding, proven: true };
  const known = await db.encodings.get(rowId(provider));
  return known ? { encoding: known.encoding, proven: true } : { encoding: 'toolset', proven: false };
}

/** Remembers what an endpoint and model took, so that it is found out once. */
export async function rememberEncoding(
  db: OffstageDatabase,
  provider: Settings['provider'],
  encoding: 'toolset' | 'tools',
): Promise<void> {
  if (provider.encoding === 'auto') await db.encodings.put({ id: rowId(provider), encoding, at: Date.now() });
}

/**
 * What a first answer says about a try. Some compatible servers drop an entry of `tools` that they do not know instead
 * of refusing it: then the model calls nothing, and plain tools are tried before that is believed. Anthropic's own
 * endpoint never does.
 */
export function provenBy(
  content: readonly Record<string, unknown>[],
  tried: 'toolset' | 'tools',
  provider: Pick<Settings['provider'], 'baseURL'>,
): 'proven' | 'unclear' | 'ignored' {
  const calls = content.filter(({ type }) => type === 'tool_use');
  if (tried === 'tools') return calls.length > 0 ? 'proven' : 'unclear';
  if (calls.some(({ toolset_name }) => typeof toolset_name === 'string')) return 'proven';
  if (new URL(provider.baseURL).origin === DEFAULT_BASE_URL) return 'unclear';
  return calls.length > 0 ? 'unclear' : 'ignored';
}
