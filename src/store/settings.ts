import { browser } from 'wxt/browser';
import { z } from 'zod';
import { ModelPrice } from './model-price';
import { DEFAULT_BASE_URL, DEFAULT_MODEL } from './settings-defaults';

const baseURL = z
  .string()
  .trim()
  .refine((value) => /^https?:\/\/[^/\s]+/i.test(value) && URL.canParse(value), 'must be an http or https address');

/** docs/design.md §8. Every field has a default, so that a partial or damaged record still reads. */
export const Settings = z.object({
  provider: z.object({
    baseURL: baseURL.default(DEFAULT_BASE_URL).catch(DEFAULT_BASE_URL),
    apiKey: z.string().trim().default('').catch(''),
    model: z.string().trim().min(1).default(DEFAULT_MODEL).catch(DEFAULT_MODEL),
    encoding: z.enum(['auto', 'toolset', 'tools']).default('auto').catch('auto'),
  }),
  /** `readonly`: tasks and programs only look; whatever would change something is stopped and nobody is asked. */
  autonomy: z.enum(['auto', 'readonly']).default('auto').catch('auto'),
  budget: z.object({
    usd: z.number().positive().default(5).catch(5),
    turns: z.number().int().positive().default(100).catch(100),
    minutes: z.number().positive().default(60).catch(60),
    /** Of the model, where the person said so; else prices are looked up by its name. */
    price: ModelPrice.optional().catch(undefined),
  }),
  /** Members that the API leaves off by default. Scripts stay off: a page can steer what a model wants to run. */
  members: z
    .object({
      file_upload: z.boolean().default(true).catch(true),
      read_console: z.boolean().default(true).catch(true),
      read_network: z.boolean().default(true).catch(true),
      javascript_exec: z.boolean().default(false).catch(false),
    })
    .prefault({}),
  /** Screenshots number what can be operated, with a list of the numbers: for models that see badly where things are. */
  marks: z.boolean().default(false).catch(false),
});
export type Settings = z.infer<typeof Settings>;

const KEY = 'settings';

function parse(stored: unknown): Settings {
  const record = z.record(z.string(), z.unknown()).catch({}).parse(stored);
  return Settings.parse({
    ...record,
    provider: z.record(z.string(), z.unknown()).catch({}).parse(record.provider),
    budget: z.record(z.string(), z.unknown()).catch({}).parse(record.budget),
    members: z.record(z.string(), z.unknown()).catch({}).parse(record.members),
  });
}

/** Settings as they are, each field that is missing or wrong replaced by its default. */
export async function readSettings(): Promise<Settings> {
  return parse((await browser.storage.local.get(KEY))[KEY]);
}

/** Replaces the settings. Throws a ZodError that names the field when one is not valid. */
export async function writeSettings(settings: Settings): Promise<void> {
  const checked = z
    .object({ ...Settings.shape, provider: Settings.shape.provider.extend({ baseURL }) })
    .parse(settings);
  await browser.storage.local.set({ [KEY]: checked });
}

/** Calls back with the new settings after each change, until the signal aborts. */
export function onSettingsChanged(listener: (settings: Settings) => void, signal: AbortSignal): void {
  const changed = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[KEY]) listener(parse(changes[KEY].newValue));
  };
  browser.storage.onChanged.addListener(changed);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(changed), { once: true });
}
