export type Rule = chrome.declarativeNetRequest.Rule;
export type Condition = chrome.declarativeNetRequest.RuleCondition;

/** Session rules outlive the worker, and their ids are all that tells what they are about. */
export const OPENED = 1;
export const WORKERS = 2;
export const WORKER_SOCKETS = 3;
export const RESUMING = 4;
export const LEFT = 5;
export const RESUMING_WORKERS = 6;
export const PDF_FRAMES = 7;
export const FIRST_SEAL = 1000;

export const WRITES = ['post', 'put', 'patch', 'delete'] satisfies `${chrome.declarativeNetRequest.RequestMethod}`[];

/** Named one by one: the default leaves `main_frame` out. */
const EVERY_TYPE = [
  'main_frame',
  'sub_frame',
  'stylesheet',
  'script',
  'image',
  'font',
  'object',
  'xmlhttprequest',
  'ping',
  'csp_report',
  'media',
  'websocket',
  'other',
] satisfies `${chrome.declarativeNetRequest.ResourceType}`[];

/**
 * Beacons and pings: they exist to outlive their page, and no page looks at an answer. What a page sends while its tab
 * closes belongs to no tab any more (measured), as what workers send, but those have no beacons.
 */
export function leaving(initiatorDomains: readonly string[]): Condition {
  return { initiatorDomains: [...initiatorDomains], resourceTypes: ['ping', 'csp_report'], requestMethods: WRITES };
}

/**
 * A PDF within a page: its viewer is an extension of Chrome, and Chrome lets no other extension's debugger stay in a
 * page with one. Such a page was lost to the task (measured: iframe, embed and object, of any site). A frame that may
 * not be one shows an error; one that is blocked collapses, and nobody would see that something is there.
 */
export function noPdfFrames(tabIds: number[]): Rule {
  return {
    id: PDF_FRAMES,
    action: {
      type: 'modifyHeaders',
      responseHeaders: [{ header: 'x-frame-options', operation: 'set', value: 'DENY' }],
    },
    condition: {
      tabIds,
      resourceTypes: ['sub_frame', 'object'],
      responseHeaders: [{ header: 'content-type', values: ['application/pdf*', 'text/pdf*'] }],
    },
  };
}

/** Blocks what fits, of any type of request unless the condition says which. */
export function rule(id: number, condition: Condition): Rule {
  return { id, priority: 1, action: { type: 'block' }, condition: { resourceTypes: EVERY_TYPE, ...condition } };
}

/** Changes the rules of this session in one step. */
export function update(removeRuleIds: number[], addRules: Rule[]): Promise<void> {
  return chrome.declarativeNetRequest.updateSessionRules({ removeRuleIds, addRules });
}
