// All sample sites at once, to try by hand: npx tsx tests/sites/serve.ts
import { startBoard } from './board/server';
import { startFaultPages } from './fault-pages';
import { startHard } from './hard/server';
import { startInjections } from './injection/server';
import { startSending } from './sending/server';
import { startShop } from './shop/server';
import { startSite } from './site';
import { hasStoredPages, startStoredPages } from './stored-pages';
import { startVectors } from './vectors/server';
import { startWebmail } from './webmail/server';

const sites = {
  webmail: await startWebmail(4101),
  shop: await startShop(4102),
  'fault pages': await startFaultPages(4103),
  controls: await startSite('controls', () => false, 4104),
  'hard cases': await startHard(4105),
  sending: await startSending(4106),
  board: await startBoard(4107),
  vectors: await startVectors(4108),
  injection: await startInjections(4109, 'http://localhost:4109'),
  ...(hasStoredPages ? { 'stored pages': await startStoredPages() } : {}),
};
for (const [name, { origin }] of Object.entries(sites)) process.stdout.write(`${name.padEnd(12)} ${origin}/\n`);
