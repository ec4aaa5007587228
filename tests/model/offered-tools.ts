import { invalid } from './api-error';
import type { MessagesRequest } from './request-shape';

/** What a server knows: the toolset, ordinary tools only (as other providers), or tools of unknown types dropped. */
export type Knows = 'toolset' | 'tools' | 'drops';

/**
 * Which encoding a request offers the members in, as far as the server takes it.
 * Throws the ApiError of a server that does not know the toolset's type.
 */
export function offeredTools({ tools = [] }: MessagesRequest, knows: Knows): 'toolset' | 'tools' | 'none' {
  const at = tools.findIndex(({ type }) => type === 'browser_toolset_20260801');
  if (at >= 0 && knows === 'toolset') return 'toolset';
  if (at >= 0 && knows === 'tools') {
    throw invalid(
      `tools.${at}: Input tag 'browser_toolset_20260801' found using 'type' does not match any of the expected tags: 'custom'`,
    );
  }
  return tools.some((tool) => 'name' in tool && tool.name === 'read_page') ? 'tools' : 'none';
}
