import { DEFAULT_BASE_URL, DEFAULT_MODEL } from '../../src/store/settings-defaults';
import { startStandIn } from '../../tests/model/server';

/** Where the demo's turns come from. */
export interface DemoProvider {
  label: string;
  settings: { baseURL: string; apiKey: string; model: string };
  close(): Promise<void>;
}

/** The real API when ANTHROPIC_API_KEY is set, else the stand-in model on loopback. */
export async function chooseProvider(): Promise<DemoProvider> {
  const apiKey = process.env.ANTHROPIC_API_KEY;
  if (apiKey) {
    const baseURL = process.env.ANTHROPIC_BASE_URL ?? DEFAULT_BASE_URL;
    const model = process.env.OFFSTAGE_MODEL ?? DEFAULT_MODEL;
    return {
      label: `Model: ${model} at ${baseURL}, with the key from ANTHROPIC_API_KEY.`,
      settings: { baseURL, apiKey, model },
      close: async () => undefined,
    };
  }
  const standIn = await startStandIn();
  return {
    label:
      'Model: the stand-in (small programs, no intelligence), because ANTHROPIC_API_KEY is not set. Everything else is real.',
    settings: { baseURL: standIn.baseURL, apiKey: 'stand-in', model: 'stand-in-1' },
    close: () => standIn.close(),
  };
}
