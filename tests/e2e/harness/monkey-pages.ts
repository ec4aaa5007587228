import { readdir } from 'node:fs/promises';
import { startFaultPages } from '../../sites/fault-pages';
import { startHard } from '../../sites/hard/server';
import { startShop } from '../../sites/shop/server';
import { type Site, startSite } from '../../sites/site';
import { hasStoredPages, STORED_PAGES, startStoredPages } from '../../sites/stored-pages';
import { startWebmail } from '../../sites/webmail/server';

const HARD = [
  'frames',
  'edges',
  'clicks',
  'dialogs',
  'files',
  'forms',
  'gestures',
  'inspect',
  'keys',
  'late',
  'person',
  'secrets',
  'tabs',
];

/** Addresses for the monkey: all sample sites, and the stored pages where there are any. */
export async function startMonkeyPages(): Promise<{ urls: string[]; close(): Promise<void> }> {
  const [mail, shop, faults, controls, hard] = await Promise.all([
    startWebmail(),
    startShop(),
    startFaultPages(),
    startSite('controls', () => false),
    startHard(),
  ]);
  const sites: Site[] = [shop, faults, controls, hard];
  const own = [
    `${mail.origin}/`,
    `${shop.origin}/`,
    `${controls.origin}/`,
    ...HARD.map((page) => `${hard.origin}/${page}.html`),
  ];
  const stored: string[] = [];
  if (hasStoredPages) {
    const site = await startStoredPages();
    sites.push(site);
    const names = (await readdir(STORED_PAGES)).filter((name) => name.endsWith('.html')).sort();
    stored.push(...names.map((name) => `${site.origin}/${name}`));
  }
  // One of ours, one of the world's: a short run sees both.
  const longest = Math.max(own.length, stored.length);
  const urls = Array.from({ length: longest }, (_, at) => [own[at % own.length], stored[at]]).flat();
  return {
    urls: urls.filter((url) => url !== undefined),
    close: async () => {
      await Promise.all([mail.close(), ...sites.map((site) => site.close())]);
    },
  };
}
