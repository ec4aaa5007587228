import { computed } from '@preact/signals';
import { z } from 'zod';
import { onSessionChange, sessionSignal } from './session-signal';
import { show } from './view';

const CONTEXT_KEY = 'panel-context';

const PageContext = z.object({ url: z.string(), title: z.string(), tabId: z.number().int().optional() });
export type PageContext = z.infer<typeof PageContext>;

/** What is typed and not sent yet. It waits while the panel is closed. */
export const draft = sessionSignal('panel-draft', z.string(), '');

/** The page that goes along with the next task; with `tabId` the task works in that tab. The shortcut writes the same key, see entrypoints/background.ts. */
export const pageContext = sessionSignal<PageContext | undefined>(CONTEXT_KEY, PageContext.optional(), undefined);

onSessionChange(CONTEXT_KEY, PageContext.optional(), (given) => {
  const { value } = pageContext;
  const known = value.peek();
  if (given?.url === known?.url && given?.title === known?.title && given?.tabId === known?.tabId) return;
  value.value = given;
  // The shortcut was pressed: a page goes along with a new task only.
  if (given) show({ at: 'new' });
});

/** The context's host, for its chip; its whole address when that has none. */
export const contextSite = computed(() => {
  const url = pageContext.value.value?.url;
  return url && URL.canParse(url) ? new URL(url).host || url : url;
});
