import { setTimeout as delay } from 'node:timers/promises';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { MemberAnswer } from '../../src/bridge/answers';
import { MEMBERS } from '../../src/browser/member-schemas';
import { files } from './given-files';
import { readArguments, toolSchema } from './json-schema';
import { LateResults } from './late-results';
import { memberAnnotations } from './member-effects';
import { memberResult, TabsResult, tabsResult } from './member-result';
import { type Tool, type ToolContext, textResult } from './tool';

/** Members that answer with the tabs, and so have structured content. What a page says stays text, sent once. */
const TAB_MEMBERS = new Set(['new_tab', 'list_tabs', 'switch_tab', 'close_tab']);

/** The member with which a client hands files over for its session. */
const HANDS_OVER = 'new_tab';
const handed = files.describe('Whole paths of files on this computer that file_upload may take in this session');

const session = z
  .string()
  .max(100)
  .optional()
  .describe('Name of a set of tabs, when you work in several at once. Leave it out for the usual one.');

/** Every member of the browser toolset as a tool of its own, with the member's own input and `session`. */
export function memberTools(): Tool[] {
  const late = new LateResults();
  return Object.entries(MEMBERS).map(([member, { about, input }]) => {
    const schema = z.strictObject({ ...input.shape, session, ...(member === HANDS_OVER ? { files: handed } : {}) });
    const name = `browser_${member}`;
    const hasTabs = TAB_MEMBERS.has(member);
    return {
      definition: {
        name,
        title: titleOf(member),
        description: about,
        inputSchema: toolSchema(schema, 'input'),
        ...(hasTabs ? { outputSchema: toolSchema(TabsResult, 'output') } : {}),
        annotations: memberAnnotations(member),
      },
      async call(args, context) {
        const { given, rest } = split(readArguments<Record<string, unknown>>(name, schema, args), member);
        const call = { method: 'member', member, input: rest, ...given } as const;
        const result = await patiently(name, context, late, async (signal, onProgress) => {
          const answer = await context.bridge.call(call, MemberAnswer, { signal, onProgress });
          return hasTabs ? tabsResult(answer) : memberResult(answer);
        });
        return { ...result, content: [...late.take(), ...result.content] };
      },
    };
  });
}

/** What is the call's and what is the member's own. */
function split({ session: set, ...all }: Record<string, unknown>, member: string) {
  const given = { session: z.string().optional().parse(set) };
  if (member !== HANDS_OVER) return { given, rest: all };
  const { files: paths, ...rest } = all;
  return { given: { ...given, files: files.parse(paths) }, rest };
}

type Work = (signal: AbortSignal, onProgress: (text: string) => void) => Promise<CallToolResult>;

/**
 * Waits for a call. One that waits for the person's approval may take longer than a client waits: then the result says
 * so, the call goes on by itself, and what came of it is told with the next one.
 */
async function patiently(name: string, context: ToolContext, late: LateResults, work: Work): Promise<CallToolResult> {
  let waitsFor: string | undefined;
  const cancelled = new AbortController();
  const cancel = () => cancelled.abort();
  context.signal.addEventListener('abort', cancel, { once: true });
  const call = work(cancelled.signal, (text) => {
    waitsFor = text;
    context.progress(text);
  });
  const done = new AbortController();
  try {
    for (;;) {
      const patience = delay(context.patienceMs, 'over' as const, { signal: done.signal });
      const first = await Promise.race([call, patience.catch(() => 'over' as const)]);
      if (first !== 'over') return first;
      // Only a person takes that long without a fault; what is merely slow is waited for.
      if (waitsFor === undefined) continue;
      late.keep(name, call);
      return textResult(
        `${waitsFor}\nOnly the person can answer, in the browser. ${name} goes on by itself when they have; what came of it is told with the next browser_… result. Do not call it again.`,
      );
    }
  } finally {
    done.abort();
    context.signal.removeEventListener('abort', cancel);
  }
}

function titleOf(member: string): string {
  const words = member.replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
