import type { GetPromptResult, Prompt } from '@modelcontextprotocol/sdk/types.js';

interface Job {
  definition: Prompt & { arguments: { name: string; description: string; required: boolean }[] };
  text(values: Record<string, string>): string;
}

const DELEGATE =
  'Use browser_task, and wait for its end with browser_task_status. If it asks something that you do not know, ask me.';

const JOBS: readonly Job[] = [
  {
    definition: {
      name: 'fill_in_form',
      title: 'Fill in a form',
      description: 'Fill in a form on a website, and leave sending it to you',
      arguments: [
        { name: 'url', description: 'Address of the form', required: true },
        { name: 'details', description: 'What to put in', required: true },
      ],
    },
    text: ({ url, details }) =>
      `Fill in the form at ${url} with the following, and stop before it is sent, so that I can look at it.\n\n${details}\n\n${DELEGATE}`,
  },
  {
    definition: {
      name: 'compare_offers',
      title: 'Compare offers',
      description: 'Look something up in several shops and compare',
      arguments: [
        { name: 'what', description: 'What to look for', required: true },
        { name: 'where', description: 'Shops or sites; left out: where it is commonly sold', required: false },
      ],
    },
    text: ({ what, where }) =>
      `Find ${what}${where ? ` at ${where}` : ' in three shops that commonly sell it'}. Compare price with delivery, delivery time and conditions in a table, with a link to each. Put nothing into a cart.\n\n${DELEGATE}`,
  },
  {
    definition: {
      name: 'collect_table',
      title: 'Collect a table',
      description: 'Read a list that goes over several pages into one table',
      arguments: [
        { name: 'url', description: 'Address of the list', required: true },
        { name: 'columns', description: 'What to take of each entry', required: true },
      ],
    },
    text: ({ url, columns }) =>
      `Read the list at ${url}, with all its pages, into one table with the columns: ${columns}. Give browser_task a schema for the rows, and show me the table as CSV.\n\n${DELEGATE}`,
  },
  {
    definition: {
      name: 'check_my_site',
      title: 'Try a web app',
      description: 'Use a web app that you work on as its users do, and report what is wrong',
      arguments: [
        { name: 'url', description: 'Address of the app', required: true },
        { name: 'what', description: 'What to try', required: true },
      ],
    },
    text: ({ url, what }) =>
      `Open ${url} with browser_navigate and try this, step by step, as a user would: ${what}. Look with browser_read_page, and with browser_screenshot where the looks matter. Report what did not work, each with the steps that lead there.`,
  },
];

/** The prompts that clients offer their person, as slash commands for instance. */
export function listPrompts(): Prompt[] {
  return JOBS.map(({ definition }) => definition);
}

/** A prompt with its arguments filled in. Throws an Error that names what is missing; undefined for an unknown name. */
export function getPrompt(name: string, values: Record<string, string>): GetPromptResult | undefined {
  const job = JOBS.find(({ definition }) => definition.name === name);
  if (!job) return undefined;
  const missing = job.definition.arguments.find((argument) => argument.required && !values[argument.name]?.trim());
  if (missing) throw new Error(`${name} needs ${missing.name}: ${missing.description}.`);
  return {
    description: job.definition.description ?? '',
    messages: [{ role: 'user', content: { type: 'text', text: job.text(values) } }],
  };
}
