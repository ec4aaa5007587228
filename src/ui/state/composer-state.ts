import { computed } from '@preact/signals';
import { z } from 'zod';
import { sessionSignal } from './session-signal';

const PageContext = z.object({ url: z.string(), title: z.string() });
export type PageContext = z.infer<typeof PageContext>;

/** What is typed and not sent yet. It waits while the panel is closed. */
export const draft = sessionSignal('panel-draft', z.string(), '');

/** The page that goes along with the next task. The shortcut writes the same key, see entrypoints/background.ts. */
export const pageContext = sessionSignal<PageContext | undefined>('panel-context', PageContext.optional(), undefined);

/** The context's host, for its chip; its whole address when that has none. */
export const contextSite = computed(() => {
  const url = pageContext.value.value?.url;
  return url && URL.canParse(url) ? new URL(url).host || url : url;
});
