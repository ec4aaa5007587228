import { basename } from 'node:path';
import type { HostEntry } from '../../src/bridge/handshake';
import { WireError } from '../wire/wire-error';

/** A browser in words: name, profile and the id that `--browser` takes to tell two of the same name apart. */
export function describeHost(entry: HostEntry): string {
  return `${entry.browser}${entry.profile ? ` (${entry.profile})` : ''}, id ${entry.id}`;
}

/**
 * The hosts that `--browser NAME` means: those whose id, browser or profile folder is that name, else those that
 * contain it. Without a name all of them. The order stays.
 */
export function hostsNamed(entries: readonly HostEntry[], name: string | undefined): HostEntry[] {
  if (!name) return [...entries];
  const wanted = name.toLowerCase();
  const exact = entries.filter(({ id, browser, profile }) =>
    [id, browser, profile, basename(profile)].some((word) => word.toLowerCase() === wanted),
  );
  if (exact.length > 0) return exact;
  return entries.filter(({ browser, profile }) => `${browser} ${profile}`.toLowerCase().includes(wanted));
}

/** Why no browser was reached, and what to do about it. */
export function noHost(entries: readonly HostEntry[], name: string | undefined): WireError {
  if (name && entries.length > 0) {
    const others = entries.map((entry) => `  ${describeHost(entry)}`).join('\n');
    return new WireError(
      'not-connected',
      `No connected browser is called "${name}". Connected are:\n${others}\nName one of them with --browser or OFFSTAGE_BROWSER.`,
    );
  }
  return new WireError(
    'not-connected',
    [
      'No browser with Offstage is connected.',
      '- Is the browser open, and the Offstage extension on (chrome://extensions)?',
      '- Was the bridge installed for it? Run: offstage install',
      '- To see which link is broken, run: offstage doctor',
    ].join('\n'),
  );
}
