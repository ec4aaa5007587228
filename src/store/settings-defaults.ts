/** The public endpoint; any Anthropic-compatible one can take its place. */
export const DEFAULT_BASE_URL = 'https://api.anthropic.com';
export const DEFAULT_MODEL = 'claude-sonnet-5';
