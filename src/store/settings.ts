import { browser } from 'wxt/browser';
import { z } from 'zod';
import { ModelPrice } from './model-price';
import { DEFAULT_BASE_URL, DEFAULT_MODEL } from './settings-defaults';

const Provider = z.object({
  baseURL: z
    .string()
    .trim()
    .refine((value) => /^https?:\/\/[^/\s]+/i.test(value) && URL.canParse(value), 'must be an http or https address'),
  apiKey: z.string().trim(),
  model: z.string().trim().min(1),
  encoding: z.enum(['auto', 'toolset', 'tools']),
});

const Budget = z.object({
  usd: z.number().positive(),
  turns: z.number().int().positive(),
  minutes: z.number().positive(),
  /** Of the model, where the person said so; else prices are looked up by its name. */
  price: ModelPrice.optional(),
});

/** Members that the API leaves off by default. */
const Members = z.object({
  file_upload: z.boolean(),
  read_console: z.boolean(),
  read_network: z.boolean(),
  javascript_exec: z.boolean(),
});

/** docs/design.md, what others rely on. */
export const Settings = z.object({
  provider: Provider,
  /** `readonly`: tasks and programs only look; whatever would change something is stopped and nobody is asked. */
  autonomy: z.enum(['auto', 'readonly']),
  budget: Budget,
  members: Members,
  /** Screenshots number what can be operated, with a list of the numbers: for models that see badly where things are. */
  marks: z.boolean(),
});
export type Settings = z.infer<typeof Settings>;

const DEFAULTS: Settings = {
  provider: { baseURL: DEFAULT_BASE_URL, apiKey: '', model: DEFAULT_MODEL, encoding: 'auto' },
  autonomy: 'auto',
  budget: { usd: 5, turns: 100, minutes: 60 },
  // Scripts stay off: a page can steer what a model wants to run.
  members: { file_upload: true, read_console: true, read_network: true, javascript_exec: false },
  marks: false,
};

const KEY = 'settings';

/** Settings as they are, each field that is missing or wrong replaced by its default. */
export async function readSettings(): Promise<Settings> {
  return mendedSettings((await browser.storage.local.get(KEY))[KEY]);
}

/**
 * Changes the settings as they stand at that moment: pages and worker may do so at the same time, so they take turns.
 * Resolves with the settings as they are then. Rejects with what `change` throws, or with a ZodError that names the field that is not valid; nothing is changed then.
 */
export async function changeSettings(change: (current: Settings) => Settings): Promise<Settings> {
  return navigator.locks.request(KEY, async () => {
    const changed = Settings.parse(change(await readSettings()));
    await browser.storage.local.set({ [KEY]: changed });
    return changed;
  });
}

/** Calls back with the new settings after each change, until the signal aborts. */
export function onSettingsChanged(listener: (settings: Settings) => void, signal: AbortSignal): void {
  const changed = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[KEY]) listener(mendedSettings(changes[KEY].newValue));
  };
  browser.storage.onChanged.addListener(changed);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(changed), { once: true });
}

function mendedSettings(stored: unknown): Settings {
  const record = recordOf(stored);
  return mended(
    Settings,
    {
      ...record,
      provider: mended(Provider, record.provider, DEFAULTS.provider),
      budget: mended(Budget, record.budget, DEFAULTS.budget),
      members: mended(Members, record.members, DEFAULTS.members),
    },
    DEFAULTS,
  );
}

/** The defaults, with each stored field that fits in the place of its own. */
function mended<T extends object>(schema: z.ZodType<T>, stored: unknown, defaults: T): T {
  let known = defaults;
  for (const [field, value] of Object.entries(recordOf(stored))) {
    const tried = schema.safeParse({ ...known, [field]: value });
    if (tried.success) known = tried.data;
  }
  return known;
}

function recordOf(stored: unknown): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).catch({}).parse(stored);
}
