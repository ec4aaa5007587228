import type { ReadResourceResult, Resource, ResourceTemplate } from '@modelcontextprotocol/sdk/types.js';
import { ListAnswer, PictureAnswer, TaskAnswer } from '../../src/bridge/answers';
import type { Bridge } from '../client/bridge';

const TASK = 'offstage://task/';
const PICTURE = 'offstage://picture/';

export const RESOURCE_TEMPLATES: ResourceTemplate[] = [
  {
    name: 'task',
    title: 'A task',
    uriTemplate: `${TASK}{task_id}`,
    description: 'What a task did, step by step, and its result',
    mimeType: 'text/markdown',
  },
  {
    name: 'picture',
    title: 'A picture',
    uriTemplate: `${PICTURE}{picture_id}`,
    description: 'A picture that a result names',
  },
];

/** The tasks of the browser, newest first, as resources. */
export async function listResources(bridge: Bridge, signal: AbortSignal): Promise<Resource[]> {
  const { tasks } = await bridge.call({ method: 'list-tasks' }, ListAnswer, { signal });
  return tasks.map(({ taskId, title, status }) => ({
    uri: `${TASK}${encodeURIComponent(taskId)}`,
    name: taskId,
    title,
    description: `Task, ${status}`,
    mimeType: 'text/markdown',
  }));
}

/** Reads a task's transcript or a picture. Undefined for an address that is neither. */
export async function readResource(
  uri: string,
  bridge: Bridge,
  signal: AbortSignal,
): Promise<ReadResourceResult | undefined> {
  if (uri.startsWith(TASK)) {
    const call = { method: 'task-status', taskId: idIn(uri, TASK), seen: 0, waitMs: 0 } as const;
    const task = await bridge.call(call, TaskAnswer, { signal });
    return { contents: [{ uri, mimeType: 'text/markdown', text: transcript(task) }] };
  }
  if (uri.startsWith(PICTURE)) {
    const call = { method: 'read-picture', artifactId: idIn(uri, PICTURE) } as const;
    const { mediaType, data } = await bridge.call(call, PictureAnswer, { signal });
    return { contents: [{ uri, mimeType: mediaType, blob: data }] };
  }
  return undefined;
}

/** A task as a person reads it afterwards. Times are UTC. */
function transcript(task: TaskAnswer): string {
  const { title, taskId, status, waitingFor, news, result, structured, failure, costUsd } = task;
  return [
    `# ${title}`,
    '',
    `Task ${taskId}: ${status}${waitingFor ? `, waits for ${waitingFor}` : ''}.`,
    ...(costUsd === undefined ? [] : [`Cost: ${costUsd.toFixed(4)} USD.`]),
    '',
    ...news.map(({ at, text, pictures = [] }) => {
      const links = pictures.map((id) => ` [picture](${PICTURE}${id})`).join('');
      return `- ${new Date(at).toISOString().slice(11, 19)} ${text}${links}`;
    }),
    ...(result ? ['', '## Result', '', result] : []),
    ...(structured === undefined ? [] : ['', '```json', JSON.stringify(structured, undefined, 2), '```']),
    ...(failure ? ['', '## Failure', '', failure.message] : []),
    '',
  ].join('\n');
}

function idIn(uri: string, prefix: string): string {
  return decodeURIComponent(uri.slice(prefix.length));
}
