import { isWithin, siteName } from '../policy/site';
import type { JournalEvent } from '../store/journal';
import type { Task } from '../store/task';
import { PersonWords } from './person-words';

/**
 * `https://shop.example/x`, `shop.example`, `localhost:8080`. What follows an @ is a mail address and names no site.
 */
const ADDRESS = /https?:\/\/[^\s"'<>()\\]+|(?<![@\w.-])(?:localhost|(?:[\w-]+\.)+[a-z]{2,})(?::\d+)?(?![\w@])/gi;

/** Tools whose answers hold nothing of any page: a turn of these alone teaches the model no address. */
const BLIND: ReadonlySet<string> = new Set(['update_plan', 'ask_user', 'new_tab']);

/**
 * The sites that a task is about. Elsewhere the agent reads, and asks before it writes. They are:
 *
 * - sites that the person named, by address or by name ('my Amazon cart'), and the page that they gave along;
 * - sites that the model opened with an address in its first turn, when no page had told it anything yet; or that a
 *   program opened, which has no turns, and no page had named;
 * - where an address of such a site led by itself.
 */
export class TaskSites {
  readonly #person: PersonWords;
  readonly #origins = new Set<string>();
  #firstTurn: number | undefined;
  /** Sites that pages named. */
  readonly #told = new Set<string>();
  readonly #opening = new Map<string, string>();

  constructor(task: Pick<Task, 'prompt' | 'context'>) {
    this.#person = new PersonWords(task);
    if (task.context) this.#add(task.context.url);
  }

  /** Call it with each event of the task's journal, in order. */
  heard(event: JournalEvent): void {
    this.#person.heard(event);
    if (event.type === 'call_started' && !BLIND.has(event.tool)) this.#firstTurn ??= event.turn;
    if (event.type === 'call_started' && event.tool === 'navigate' && typeof event.input.url === 'string') {
      const { url } = event.input;
      if (event.turn === this.#firstTurn && !this.#told.has(originOf(url) ?? '')) this.#add(url);
      this.#opening.set(event.callId, url);
    }
    if (event.type !== 'call_finished') return;
    for (const part of event.parts)
      if (part.type === 'text')
        for (const text of part.text.match(ADDRESS) ?? []) this.#told.add(originOf(text) ?? text);
    const from = this.#opening.get(event.callId);
    // An address within an address is how an open redirect is told where to go.
    if (from === undefined || event.detail.url === undefined || /[?#].*(\/\/|%2f%2f)/i.test(from)) return;
    if (this.covers(originOf(from) ?? '')) this.#add(event.detail.url);
  }

  /** Origins of the task, and those of `seen` whose name the person said. */
  origins(seen: readonly string[]): string[] {
    const named = (this.#person.text.match(ADDRESS) ?? []).flatMap((text) => originOf(text) ?? []);
    const words = new Set(
      this.#person.text
        .replace(/\S+@\S+/g, '')
        .toLowerCase()
        .match(/[\p{L}\p{N}-]+/gu) ?? [],
    );
    return [...named, ...this.#origins, ...seen.filter((origin) => words.has(siteName(origin) ?? ' '))];
  }

  covers(origin: string): boolean {
    return this.origins([origin]).some((allowed) => isWithin(origin, allowed));
  }

  #add(url: string): void {
    const origin = originOf(url);
    if (origin) this.#origins.add(origin);
  }
}

function originOf(text: string): string | undefined {
  const url = /^https?:/i.test(text) ? text : `https://${text}`;
  return URL.canParse(url) ? new URL(url).origin : undefined;
}
