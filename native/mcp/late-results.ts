import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';

/**
 * Results of calls whose client was told that they go on. Each is told once, with the next result: no reply is lost
 * because a person took their time.
 */
export class LateResults {
  #ended: { member: string; result: CallToolResult }[] = [];

  /** Keeps what a call comes to, when it does. */
  keep(member: string, call: Promise<CallToolResult>): void {
    void call
      .catch((error: unknown): CallToolResult => {
        const text = error instanceof Error ? error.message : String(error);
        return { content: [{ type: 'text', text }], isError: true };
      })
      .then((result) => this.#ended.push({ member, result }));
  }

  /** What ended since this was last asked, as content that says which call it belongs to. */
  take(): CallToolResult['content'] {
    const ended = this.#ended;
    this.#ended = [];
    return ended.flatMap(({ member, result }) => [
      { type: 'text' as const, text: `The earlier ${member} ${result.isError ? 'failed' : 'ended'} meanwhile:` },
      ...result.content,
    ]);
  }
}
