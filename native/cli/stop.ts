import { z } from 'zod';
import { DoneAnswer, ListAnswer } from '../../src/bridge/answers';
import { type Command, readValues, UsageError } from './command';
import { EXIT } from './exit-codes';
import { commandBridge } from './world';

const Values = z.object({ all: z.boolean().default(false), browser: z.string().optional() });

export const stopCommand: Command = {
  name: 'stop',
  usage: '(TASK... | --all) [--browser NAME]',
  about: 'Stop tasks, by the ids that tasks prints.',
  details: ['--all  every task that is not over'],
  options: { all: { type: 'boolean' }, browser: { type: 'string' } },
  async run({ values, words }, world) {
    const { all, browser } = readValues(Values, values);
    if (all === words.length > 0) throw new UsageError('Name the tasks to stop, or give --all.');
    const bridge = commandBridge(world, browser, 'offstage stop');
    try {
      const { signal } = world;
      const open = { method: 'list-tasks', open: true } as const;
      const ids = all ? (await bridge.call(open, ListAnswer, { signal })).tasks.map(({ taskId }) => taskId) : words;
      for (const taskId of ids) {
        await bridge.call({ method: 'stop-task', taskId }, DoneAnswer, { signal });
        world.out(`Stopped ${taskId}.`);
      }
      if (ids.length === 0) world.out('No task is open.');
      return EXIT.ok;
    } finally {
      bridge.close();
    }
  },
};
