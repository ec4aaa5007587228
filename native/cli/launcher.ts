import { join } from 'node:path';

/** What the browser starts. */
export interface Launcher {
  node: string;
  bundle: string;
  /** OFFSTAGE_HOME of the install, when it was set. */
  home: string | undefined;
}

/** Where the launcher lies. */
export function launcherFile(home: string, platform: NodeJS.Platform): string {
  return join(home, platform === 'win32' ? 'native-host.bat' : 'native-host');
}

/**
 * The launcher's text. Browsers that a desktop starts have no PATH of a shell, where many people have their Node, so
 * the paths in it are absolute. `exec` keeps the process id, so that the host's parent is the browser.
 */
export function launcherText({ node, bundle, home }: Launcher, platform: NodeJS.Platform): string {
  if (platform === 'win32') {
    const set = home ? `@set "OFFSTAGE_HOME=${home}"\r\n` : '';
    return `@rem Written by offstage install.\r\n${set}@"${node}" "${bundle}" %*\r\n`;
  }
  const set = home ? `OFFSTAGE_HOME=${quoted(home)}\nexport OFFSTAGE_HOME\n` : '';
  return `#!/bin/sh\n# Written by offstage install: the browser starts it without PATH.\n${set}exec ${quoted(node)} ${quoted(bundle)} "$@"\n`;
}

/** What a launcher starts, read from its text; undefined when it is not one of ours. */
export function readLauncher(text: string): Pick<Launcher, 'node' | 'bundle'> | undefined {
  const shell = /^exec ('(?:[^']|'\\'')*') ('(?:[^']|'\\'')*') "\$@"$/m.exec(text);
  if (shell?.[1] && shell[2]) return { node: unquoted(shell[1]), bundle: unquoted(shell[2]) };
  const batch = /^@"([^"]+)" "([^"]+)" %\*\r?$/m.exec(text);
  if (batch?.[1] && batch[2]) return { node: batch[1], bundle: batch[2] };
  return undefined;
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

function unquoted(word: string): string {
  return word.slice(1, -1).replaceAll(`'\\''`, "'");
}
