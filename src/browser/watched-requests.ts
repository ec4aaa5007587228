import type { Protocol } from 'devtools-protocol';

/**
 * Types whose requests can carry an effect. Pictures, styles and fonts stay out, since every stop costs 1.3 ms
 * (../shared/platform.md): patterns filter by type and URL, not by method.
 */
const WATCHED: Protocol.Network.ResourceType[] = [
  'Document',
  'XHR',
  'Fetch',
  'Ping',
  'CSPViolationReport',
  // Prefetches too: the Fetch domain knows no type of their own for them.
  'Other',
];

/**
 * Addresses that do something by merely being fetched, whatever fetches them: a picture that unsubscribes, a script that
 * deletes. What they really are is the policy's to say.
 */
const DEEDS = [
  'unsubscribe',
  'delete',
  'remove',
  'destroy',
  'confirm',
  'approve',
  'accept',
  'revoke',
  'vote',
  'cancel',
];

/** What is stopped to be judged as long as nothing of another site is in the tab. */
export const FETCH: Protocol.Fetch.EnableRequest = {
  // The browser's own window for a name and password would wait for a person: see dialogs.ts.
  handleAuthRequests: true,
  patterns: [
    ...WATCHED.map((resourceType) => ({ urlPattern: '*', resourceType })),
    ...[...DEEDS, 'action='].map((deed) => ({ urlPattern: `*${deed}*` })),
  ].map((pattern) => ({ ...pattern, requestStage: 'Request' as const })),
};

/** Everything, pictures and styles too: a page that was given data of another site may send it on with any of them. */
export const FETCH_ALL: Protocol.Fetch.EnableRequest = {
  handleAuthRequests: true,
  patterns: [{ urlPattern: '*', requestStage: 'Request' }],
};
