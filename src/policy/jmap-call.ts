import type { Operation } from './graphql-operation';
import { isFields } from './json-fields';

/** What can be set and set back of a mail: https://www.rfc-editor.org/rfc/rfc8621#section-4.1.1 */
const FILED = /^(keywords|mailboxIds)(\/|$)/;

/**
 * The calls of a JMAP request, https://www.rfc-editor.org/rfc/rfc8620#section-3.2: `Email/set` makes, changes and
 * destroys in one, so it is named by what it does. Empty when it is none.
 */
export function jmapCalls(body: unknown): Operation[] {
  if (!isFields(body) || !Array.isArray(body.using) || !Array.isArray(body.methodCalls)) return [];
  return body.methodCalls.flatMap((call: unknown): Operation[] => {
    const [name, given] = Array.isArray(call) ? call : [];
    if (typeof name !== 'string') return [];
    const [thing = '', deed = ''] = name.split('/');
    if (/^(get|changes|query|queryChanges|parse|lookup|echo)$/.test(deed))
      return [{ protocol: 'jmap', type: 'query', name }];
    return isFields(given) && deed === 'set' ? deedsOf(thing, given) : [{ protocol: 'jmap', name, of: thing }];
  });
}

/** A mail that is made is a draft; to submit it is to send it. */
const CREATED: Readonly<Record<string, string>> = { Email: 'saveDraft', EmailSubmission: 'sendEmail' };

function deedsOf(type: string, given: Readonly<Record<string, unknown>>): Operation[] {
  // `email` is what is done in other addresses.
  const thing = type === 'Email' ? 'Message' : type;
  const named = (name: string): Operation => ({ protocol: 'jmap', name });
  const has = (key: string) => isFields(given[key]) && Object.keys(given[key]).length > 0;
  const destroys = Array.isArray(given.destroy) && given.destroy.length > 0;
  const updates = isFields(given.update) ? Object.values(given.update).filter(isFields) : [];
  const files = type === 'Email' && updates.every((update) => Object.keys(update).every((key) => FILED.test(key)));
  return [
    ...(destroys ? [named(`destroy${thing}`)] : []),
    ...(has('create') ? [named(CREATED[type] ?? `create${thing}`)] : []),
    ...(updates.length > 0 ? [named(files ? 'moveMessage' : `update${thing}`)] : []),
  ];
}
