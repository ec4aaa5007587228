// All sample sites at once, to try by hand: npx tsx tests/sites/serve.ts
import { startFaultPages } from './fault-pages';
import { startHard } from './hard/server';
import { startSending } from './sending/server';
import { startShop } from './shop/server';
import { startSite } from './site';
import { hasStoredPages, startStoredPages } from './stored-pages';
import { startWebmail } from './webmail/server';

const sites = {
  webmail: await startWebmail(4101),
  shop: await startShop(4102),
  'fault pages': await startFaultPages(4103),
  controls: await startSite('controls', () => false, 4104),
  'hard cases': await startHard(4105),
  sending: await startSending(4106),
  ...(hasStoredPages ? { 'stored pages': await startStoredPages() } : {}),
};
for (const [name, { origin }] of Object.entries(sites)) process.stdout.write(`${name.padEnd(12)} ${origin}/\n`);
