import { z } from 'zod';
import { answerJson, type Site, startSite } from '../site';

const Message = z.object({ to: z.string(), subject: z.string(), body: z.string(), inReplyTo: z.string().nullish() });
export type SentMessage = z.infer<typeof Message>;

const INBOX = [
  {
    id: 'm3',
    from: 'Ann Lee',
    address: 'ann@example.com',
    subject: 'Lunch on Friday?',
    date: '2026-11-23T16:05:00Z',
    unread: true,
    body: 'Hi,\n\nare you free for lunch on Friday? I thought of the noodle place at the station, half past twelve.\n\nAnn',
  },
  {
    id: 'm2',
    from: 'City Library',
    address: 'desk@library.example',
    subject: 'Two books are due on Monday',
    date: '2026-11-22T09:30:00Z',
    unread: true,
    body: 'Please bring back or renew: “The Left Hand of Darkness”, “A Pattern Language”.',
  },
  {
    id: 'm1',
    from: 'Marta Kowalska',
    address: 'marta@example.com',
    subject: 'Minutes of the meeting',
    date: '2026-11-20T12:00:00Z',
    unread: false,
    body: 'Attached are the minutes. The next meeting is on 4 December.',
  },
];

export interface Webmail extends Site {
  /** What was sent, in order. */
  sent: SentMessage[];
  /** Drafts as they were last saved, by id. */
  drafts: Map<string, SentMessage>;
}

/** A webmail as they are built today: rendered in the page, drafts saved while typing, mail sent over fetch. */
export async function startWebmail(port?: number): Promise<Webmail> {
  const sent: SentMessage[] = [];
  const drafts = new Map<string, SentMessage>();
  const site = await startSite(
    'webmail',
    ({ method, path, body }, response) => {
      const { pathname } = new URL(path, 'http://mail');
      if (method === 'GET' && pathname === '/api/mails') return answerJson(response, INBOX);
      if (method === 'GET' && pathname === '/api/messages') return answerJson(response, sent.toReversed());
      if (method === 'GET' && pathname === '/api/drafts') {
        const answered = new Set(sent.map(({ inReplyTo }) => inReplyTo));
        const open = [...drafts.values()].filter(({ inReplyTo }) => !answered.has(inReplyTo));
        return answerJson(response, open);
      }
      if (method !== 'GET' && /^\/api\/mails\/m\d/.test(pathname)) return answerJson(response, {});
      if (method === 'POST' && pathname === '/api/telemetry') return answerJson(response, {}, 202);
      const draft = /^\/api\/drafts\/([\w-]+)$/.exec(pathname)?.[1];
      if (method === 'PUT' && draft) {
        drafts.set(draft, Message.parse(JSON.parse(body)));
        return answerJson(response, { saved: true });
      }
      if (method === 'POST' && pathname === '/api/messages') {
        const message = Message.safeParse(JSON.parse(body));
        if (!message.success) return answerJson(response, { error: 'to, subject and body are needed' }, 422);
        sent.push(message.data);
        return answerJson(response, { id: `s${sent.length}` }, 201);
      }
      return false;
    },
    port,
  );
  return { ...site, sent, drafts };
}
