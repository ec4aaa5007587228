import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { refIn, startInstall, textOf } from '../../e2e/harness/bridged';
import { startSite } from '../../sites/site';
import { median, percentile, rounded } from '../median';
import { table } from '../table';
import { CALLS, type Refs } from './cases';
import { startPlaywrightMcp } from './playwright-mcp';

const ROUNDS = 20;

type Ask = (name: string, args: Record<string, unknown>) => Promise<CallToolResult>;

/**
 * Round trips of an MCP client's calls: client, `offstage mcp`, native host, worker, page and back, beside the same
 * calls to Playwright MCP. Both browsers stand ready; the two take turns, so that what else the machine does falls on both.
 */
export async function benchBridge(say: (line: string) => void): Promise<object> {
  const [install, site] = await Promise.all([startInstall(), startSite('controls', () => false)]);
  const peer = await startPlaywrightMcp();
  try {
    await install.browser();
    const agent = await install.agent({ name: 'Bench' });
    await agent.call('browser_new_tab');
    await agent.call('browser_navigate', { url: `${site.origin}/` });
    await peer.call('browser_navigate', { url: `${site.origin}/` });
    const page = await agent.say('browser_read_page', { filter: 'all' });
    const snapshot = textOf(await peer.call('browser_snapshot', {}));
    const ours: Refs = {
      text: refIn(page, 'textbox', 'Text').ref,
      number: refIn(page, 'spinbutton', 'Number').ref,
    };
    const theirs: Refs = {
      text: peerRef(snapshot, 'textbox "Text"'),
      number: peerRef(snapshot, 'spinbutton "Number"'),
    };
    const times = CALLS.map(({ name }) => ({ name, ours: [] as number[], theirs: [] as number[] }));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [at, call] of CALLS.entries()) {
        const mine = call.ours(ours, round);
        const other = call.theirs(theirs, round);
        times[at]?.ours.push(await timed((name, args) => agent.call(name, args), mine.tool, mine.args));
        times[at]?.theirs.push(await timed((name, args) => peer.call(name, args), other.tool, other.args));
      }
    }
    const all = times.flatMap((each) => each.ours);
    const result = {
      call_ms: rounded(median(all), 1),
      call_p95_ms: rounded(percentile(all, 0.95), 1),
      playwright_mcp_call_ms: rounded(median(times.flatMap((each) => each.theirs)), 1),
      per_call: Object.fromEntries(
        times.map((each) => [
          each.name,
          { ours_ms: rounded(median(each.ours), 1), playwright_mcp_ms: rounded(median(each.theirs), 1) },
        ]),
      ),
    };
    say(print(result));
    return result;
  } finally {
    await peer.close();
    await install.close();
    await site.close();
  }
}

/** Milliseconds of a call; throws when it fails, because a fast failure is no call. */
async function timed(ask: Ask, name: string, args: Record<string, unknown>): Promise<number> {
  const begun = performance.now();
  const result = await ask(name, args);
  const ms = performance.now() - begun;
  if (result.isError) throw new Error(`${name} failed: ${textOf(result)}`);
  return ms;
}

function peerRef(snapshot: string, element: string): string {
  const ref = new RegExp(`${element}[^\\n]*\\[ref=(\\w+)\\]`).exec(snapshot)?.[1];
  if (!ref) throw new Error(`Playwright MCP shows no ${element}:\n${snapshot}`);
  return ref;
}

interface Figures {
  call_ms: number;
  call_p95_ms: number;
  playwright_mcp_call_ms: number;
  per_call: Record<string, { ours_ms: number; playwright_mcp_ms: number }>;
}

function print({ per_call, call_ms, call_p95_ms, playwright_mcp_call_ms }: Figures): string {
  const rows = Object.entries(per_call).map(([name, each]) => [name, each.ours_ms, each.playwright_mcp_ms]);
  return `Calls of an MCP client, ${ROUNDS} rounds, medians in ms
${table(['call', 'offstage mcp', 'playwright mcp'], [...rows, ['all', call_ms, playwright_mcp_call_ms]])}
95 of 100 calls of ours take at most ${call_p95_ms} ms`;
}
