import { z } from 'zod';
import { ListAnswer } from '../../src/bridge/answers';
import { type Command, readValues } from './command';
import { EXIT } from './exit-codes';
import { commandBridge } from './world';

const Values = z.object({
  all: z.boolean().default(false),
  json: z.boolean().default(false),
  browser: z.string().optional(),
});

export const tasksCommand: Command = {
  name: 'tasks',
  usage: '[--all] [--json] [--browser NAME]',
  about: 'List the tasks of the browser that are not over.',
  details: ['--all   also those that are over', '--json  print them as one JSON array'],
  options: { all: { type: 'boolean' }, json: { type: 'boolean' }, browser: { type: 'string' } },
  async run({ values }, world) {
    const { all, json, browser } = readValues(Values, values);
    const bridge = commandBridge(world, browser, 'offstage tasks');
    try {
      const call = { method: 'list-tasks', open: !all } as const;
      const { tasks } = await bridge.call(call, ListAnswer, { signal: world.signal });
      if (json) world.out(JSON.stringify(tasks));
      else if (tasks.length === 0) world.out(all ? 'There are no tasks.' : 'No task is open.');
      else {
        for (const { taskId, status, title, waitingFor } of tasks) {
          world.out(`${taskId}  ${status.padEnd(7)}  ${title}${waitingFor ? `  (waits for: ${waitingFor})` : ''}`);
        }
      }
      return EXIT.ok;
    } finally {
      bridge.close();
    }
  },
};
