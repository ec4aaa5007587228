import { z } from 'zod';
import { answerJson, type Site, startSite } from '../site';
import { acceptSockets } from '../sockets';

const Operation = z.object({
  operationName: z.string(),
  variables: z.object({ input: z.record(z.string(), z.unknown()) }),
});

const TITLES = ['Water the roses', 'Mend the fence', 'Order seeds', 'Count the hedgehogs', 'Empty the rain barrel'];

/** What cannot be taken back, of the mutations. */
export const BOARD_COMMITS = ['AddComment', 'DeleteIssue', 'InviteMember'];

export interface Board extends Site {
  /** Names of the mutations that reached the server, in order. */
  mutations: string[];
}

/** An issue board: all of it over one GraphQL address, with polling, a socket, telemetry and drafts. */
export async function startBoard(port?: number): Promise<Board> {
  const mutations: string[] = [];
  const site = await startSite(
    'board',
    ({ method, path, body }, response) => {
      const { pathname } = new URL(path, 'http://board');
      if (method === 'POST' && pathname === '/graphql') {
        const { operationName, variables } = Operation.parse(JSON.parse(body));
        if (body.includes('"query":"mutation')) mutations.push(operationName);
        const words = String(variables.input.text ?? '').toLowerCase();
        const issues = TITLES.filter((title) => title.toLowerCase().includes(words)).map((title, at) => ({
          id: `i${at}`,
          title,
        }));
        return answerJson(response, { data: { issues, [operationName]: { id: 'i1' } } });
      }
      if (method !== 'GET') return answerJson(response, {});
      return false;
    },
    port,
  );
  const sockets = acceptSockets(site.server, () => undefined);
  return {
    ...site,
    mutations,
    async close() {
      sockets.close();
      await site.close();
    },
  };
}
