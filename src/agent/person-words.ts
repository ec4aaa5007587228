import type { JournalEvent } from '../store/journal';
import type { Task } from '../store/task';

/**
 * What the person themselves said in a task: the prompt, what they said later, and what they answered. What a program
 * says in their place while the task runs does not count: it has read the task's results.
 */
export class PersonWords {
  #text: string;
  readonly #asked = new Set<string>();

  constructor(task: Pick<Task, 'prompt'>) {
    this.#text = task.prompt;
  }

  /** Call it with each event of the task's journal, in order. */
  heard(event: JournalEvent): void {
    if (event.type === 'person_said' && event.client === undefined) this.#add(event.text);
    if (event.type === 'question_answered' && event.client !== undefined) this.#asked.clear();
    if (event.type === 'call_started' && event.tool === 'ask_user') this.#asked.add(event.callId);
    if (event.type === 'call_finished' && this.#asked.delete(event.callId) && !event.isError)
      for (const part of event.parts) if (part.type === 'text') this.#add(part.text);
  }

  get text(): string {
    return this.#text;
  }

  #add(text: string): void {
    this.#text += `\n${text}`;
  }
}
