import { z } from 'zod';

/** The name under which the extension asks for the host (docs/design.md, what others rely on). */
export const HOST_NAME = 'com.offstage.bridge';

/** The id that the manifest `key` in wxt.config.ts fixes. Only extensions named here can start the host. */
export const EXTENSION_ID = 'kfkibhifdhdjlpfdlijjlpmndcnbnjll';

/** A native messaging host manifest, as far as Chromium reads it. */
export const HostManifest = z.object({
  name: z.string(),
  description: z.string(),
  path: z.string(),
  type: z.literal('stdio'),
  allowed_origins: z.array(z.string()),
});
export type HostManifest = z.infer<typeof HostManifest>;

/** The origin that Chromium checks and passes to the host. */
export function extensionOrigin(id: string): string {
  return `chrome-extension://${id}/`;
}

/** The manifest's text. `launcher` is an absolute path; `ids` are further extensions to let in beside our own. */
export function hostManifestText(launcher: string, ids: readonly string[]): string {
  const manifest: HostManifest = {
    name: HOST_NAME,
    description: 'Offstage: lets desktop programs of this user use the browser',
    path: launcher,
    type: 'stdio',
    allowed_origins: [...new Set([EXTENSION_ID, ...ids])].map(extensionOrigin),
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
