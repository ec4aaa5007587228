import { z } from 'zod';
import { ConfigAnswer, DoneAnswer } from '../../src/bridge/answers';
import { ConfigKey } from '../../src/bridge/protocol';
import { type Command, readValues, UsageError } from './command';
import { EXIT } from './exit-codes';
import { commandBridge } from './world';

const Values = z.object({ json: z.boolean().default(false), browser: z.string().optional() });

export const configCommand: Command = {
  name: 'config',
  usage: '(get [KEY] | set KEY VALUE) [--json] [--browser NAME]',
  about: "Read or change the extension's settings. The API key is neither read nor set here.",
  details: [`KEY is one of: ${ConfigKey.options.join(', ')}`, '--json  print what get reads as JSON'],
  options: { json: { type: 'boolean' }, browser: { type: 'string' } },
  async run({ values, words }, world) {
    const { json, browser } = readValues(Values, values);
    const [verb, name, ...rest] = words;
    const key = name === undefined ? undefined : readKey(name);
    const bridge = commandBridge(world, browser, 'offstage config');
    try {
      if (verb === 'get' && rest.length === 0) {
        const { config } = await bridge.call({ method: 'read-config' }, ConfigAnswer, { signal: world.signal });
        const asked = Object.entries(config).filter(([known]) => !key || known === key);
        if (json) world.out(JSON.stringify(key ? (config[key] ?? null) : config));
        else for (const [known, value] of asked) world.out(key ? String(value) : `${known} = ${value}`);
        return EXIT.ok;
      }
      const [value, ...more] = rest;
      if (verb !== 'set' || !key || value === undefined || more.length > 0) {
        throw new UsageError('Give: get [KEY], or: set KEY VALUE.');
      }
      const call = { method: 'write-config', key, value: readValue(key, value) } as const;
      await bridge.call(call, DoneAnswer, { signal: world.signal });
      world.out(`${key} = ${value}`);
      return EXIT.ok;
    } finally {
      bridge.close();
    }
  },
};

function readKey(name: string): z.infer<typeof ConfigKey> {
  const key = ConfigKey.safeParse(name);
  if (key.success) return key.data;
  if (/key$/i.test(name)) {
    throw new UsageError('The API key is set in the options of the extension, where no other program can read it.');
  }
  throw new UsageError(`There is no setting "${name}". Known are: ${ConfigKey.options.join(', ')}.`);
}

function readValue(key: z.infer<typeof ConfigKey>, value: string): string | number {
  if (!key.startsWith('budget.')) return value;
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) throw new UsageError(`${key} is a number, not "${value}".`);
  return number;
}
