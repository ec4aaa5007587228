import { EXCERPT, SHORTEST } from '../policy/carried';
import type { CarriedValue } from '../policy/evidence';
import { formsOf, plain } from '../policy/plain-text';
import type { JournalEvent } from '../store/journal';
import type { Task } from '../store/task';
import { isOwnTool } from './own-tools';
import { PersonWords } from './person-words';
import { type Excerpt, ReadTexts } from './read-texts';

/** A single word of this length is no word of a language, most often: a key, a code, a name of an account. */
const LONG_WORD = 16;
const MOST_VALUES = 400;
/** Most short values of one text that are looked up. */
const MOST_SHORT = 200;
/** Dates and times stand on every page, and say nothing of where they were read. */
const DATE = /^\d{4}-?\d{2}-?\d{2}(t[\d:.z+-]*)?$|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/i;

/** A value that was put into an input, with the time at which that happened, in epoch milliseconds. */
export interface BroughtValue extends CarriedValue {
  at: number;
}

/**
 * What the agent carries from site to site. It knows the texts that the task read, by site, and holds each input of the
 * model against them: an address, a text to type, a value of a field. Only what was read *and* put in can leave with a
 * request, so a page's own traffic never meets a coincidence.
 *
 * It lives on the journal's events alone: the next worker hears them again and knows the same.
 */
export class CarriedValues {
  readonly #read = new ReadTexts();
  readonly #person: PersonWords;
  /** What the agent put in of its own: a page that shows it again has it from the agent. */
  readonly #own: string[] = [];
  /** Addresses that stood on pages: to open one is to follow a link. */
  readonly #links = new Set<string>();
  readonly #brought = new Map<string, BroughtValue>();

  constructor(task: Pick<Task, 'prompt' | 'context'>) {
    this.#person = new PersonWords(task);
    const { context } = task;
    if (context) this.#add(context.url, context.title);
  }

  /** Call it with each event of the task's journal, in order, before what it tells of goes on. */
  heard(event: JournalEvent, at: number): void {
    this.#person.heard(event);
    if (event.type === 'call_started' && !isOwnTool(event.tool))
      for (const text of textsIn(event.input)) this.#put(text, at);
    if (event.type !== 'call_finished') return;
    for (const part of event.parts) {
      if (part.type === 'text' && event.detail.url) this.#add(event.detail.url, part.text);
      if (part.type === 'browser_state') for (const tab of tabsIn(part.block)) this.#add(tab.url, tab.title);
    }
  }

  /** What was put in and had been read on some site before. */
  get brought(): BroughtValue[] {
    return [...this.#brought.values()];
  }

  /** Everything that the person said in this task. */
  get personWords(): string {
    return this.#person.text;
  }

  /** True when a text stands on a page that was read, and the person did not say it. */
  isFromPage(text: string): boolean {
    const value = plain(text);
    return value.length > 0 && !plain(this.personWords).includes(value) && this.#read.originsOf(value).length > 0;
  }

  #add(url: string, text: string): void {
    if (!URL.canParse(url)) return;
    const { origin } = new URL(url);
    // What the agent brought to a page stands on it afterwards, and is not the page's for that.
    const brought = this.brought.filter((each) => each.origin !== origin && !each.alsoOn?.includes(origin));
    this.#read.add(origin, text, (line) => !brought.some(({ value }) => line.includes(value)));
    for (const link of text.match(/https?:\/\/[^\s"'<>)\]]+/g) ?? []) this.#links.add(sameAddress(link));
  }

  #put(text: string, at: number): void {
    if (this.#links.has(sameAddress(text))) return;
    const said = plain(this.personWords);
    const words = new Set(wordsIn(this.personWords));
    const isOwn = (value: string) => said.includes(value) || this.#own.some((own) => own.includes(value));
    const found = formsOf(text).flatMap((form): Excerpt[] => [
      ...this.#read.excerptsIn(form),
      ...shortValues(form).flatMap(({ value, words: parts }) => {
        const [first, ...others] = parts.every((word) => words.has(word)) ? [] : this.#read.originsOf(value);
        return first === undefined ? [] : [{ value, origins: [first, ...others] as const }];
      }),
    ]);
    const foreign = found.filter(({ value }) => !isOwn(value));
    for (const { value, origins } of foreign) {
      const [origin, ...alsoOn] = origins;
      // The first time counts: later the page that it was typed into shows it too.
      if (!this.#brought.has(value) && this.#brought.size < MOST_VALUES)
        this.#brought.set(value, { origin, ...(alsoOn.length > 0 ? { alsoOn } : {}), value, at });
    }
    if (foreign.length === 0 && text.length >= SHORTEST) this.#own.push(...formsOf(text).map(plain));
    if (this.#own.length > MOST_VALUES) this.#own.splice(0, this.#own.length - MOST_VALUES);
  }
}

/**
 * Values shorter than an excerpt that are worth a look: a line that was typed whole, or a word that looks like data.
 */
function shortValues(text: string): { value: string; words: string[] }[] {
  const url = /^https?:/i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  // Words of a path are words of many sites ('privacy-policy'); what stands in a query was put there by someone.
  const whole = url ? [...url.searchParams.values(), url.hash.slice(1)] : text.split('\n');
  const lines = whole.filter(
    (line) => looksLikeData(line.trim()) || (wordsIn(line).length > 1 && !DATE.test(line.trim())),
  );
  const words = [...(url?.hostname.split('.') ?? []), ...text.split(/[\s"'<>()[\]{}=&?,;/#]+/)].filter(looksLikeData);
  return [...new Set([...lines, ...words])].slice(0, MOST_SHORT).flatMap((each) => {
    const value = plain(each);
    return value.length >= SHORTEST && value.length < EXCERPT ? [{ value, words: wordsIn(each) }] : [];
  });
}

function looksLikeData(word: string): boolean {
  if (DATE.test(word)) return false;
  return /\d|@/.test(word) || plain(word).length >= LONG_WORD || /^\p{Lu}{2,}[-_]\p{Lu}{2,}/u.test(word);
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Every text of a call's input, at any depth. Names of targets and refs are too short to matter. */
function textsIn(input: unknown): string[] {
  if (typeof input === 'string') return [input];
  if (typeof input === 'number') return [String(input)];
  if (typeof input !== 'object' || input === null) return [];
  return Object.values(input).flatMap(textsIn);
}

function tabsIn(block: Record<string, unknown>): { url: string; title: string }[] {
  const tabs: unknown[] = Array.isArray(block.tabs) ? block.tabs : [];
  return tabs.flatMap((tab) => {
    const { url, title } = typeof tab === 'object' && tab !== null ? (tab as { url?: unknown; title?: unknown }) : {};
    return typeof url === 'string' && typeof title === 'string' ? [{ url, title }] : [];
  });
}

function sameAddress(text: string): string {
  return URL.canParse(text) ? new URL(text).href : text;
}
