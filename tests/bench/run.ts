import { hasStoredPages } from '../sites/stored-pages';
import { benchActions } from './actions/part';
import { benchBarrier } from './barrier/part';
import { benchBridge } from './bridge/part';
import { benchMonkey } from './monkey/part';
import { benchPages } from './pages/part';
import { benchPolicy } from './policy/part';

/** The parts of the bench by name. Each prints for people and answers with an object for programs. */
const PARTS: Record<
  string,
  { needsPages: boolean; onRequest?: boolean; run(say: (line: string) => void): Promise<object> }
> = {
  pages: { needsPages: true, run: benchPages },
  actions: { needsPages: false, run: benchActions },
  barrier: { needsPages: true, run: benchBarrier },
  monkey: { needsPages: false, onRequest: true, run: benchMonkey },
  policy: { needsPages: false, run: benchPolicy },
  bridge: { needsPages: false, run: benchBridge },
};

const words = process.argv.slice(2);
const json = words.includes('--json');
const asked = words.filter((word) => !word.startsWith('--'));
const unknown = asked.filter((name) => !PARTS[name]);
if (unknown.length > 0) {
  process.stderr.write(`There is no part ${unknown.join(', ')}. Parts: ${Object.keys(PARTS).join(', ')}.\n`);
  process.exit(2);
}
const say = (line: string) => {
  if (!json) process.stdout.write(`${line}\n`);
};
for (const [name, part] of Object.entries(PARTS)) {
  if (asked.length > 0 ? !asked.includes(name) : part.onRequest) continue;
  if (part.needsPages && !hasStoredPages) {
    process.stderr.write(`${name}: skipped, because ../shared/pages is not there.\n`);
    continue;
  }
  const result = await part.run(say);
  if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
}
