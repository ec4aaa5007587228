import type { JournalEntry } from '../store/journal';

/** What the person wrote and no model has read. */
export interface Unheard {
  words: string[];
  /** True when all of it came before the model's last message: the conversation shows it as read. */
  beforeAnswer: boolean;
}

/** Finds what came too late for the request that led to the model's last message; undefined when there is nothing. */
export function unheardIn(journal: readonly JournalEntry[]): Unheard | undefined {
  let words: string[] = [];
  let beforeAnswer = false;
  let repeated = false;
  for (const { event } of journal) {
    if (event.type === 'person_said') {
      words.push(event.text);
      beforeAnswer = false;
    }
    // A request that is repeated after a failure says what it said.
    if (event.type === 'turn_interrupted') repeated = true;
    if (event.type === 'task_ended' || (event.type === 'resumed' && event.after !== 'wait')) repeated = false;
    if (event.type === 'turn_started') {
      if (!repeated) words = [];
      repeated = false;
    }
    if (event.type === 'turn_received') beforeAnswer = true;
  }
  return words.length > 0 ? { words, beforeAnswer } : undefined;
}
