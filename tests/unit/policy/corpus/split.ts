import { acceptGrantAccount } from './accept-grant-account';
import { casesFrom, type LabelledCase } from './case-line';
import { deletion } from './delete';
import { everyday } from './everyday';
import { frames } from './frames';
import { graphqlAndRpc } from './graphql-rpc';
import { languages } from './languages';
import { leaving } from './leave';
import { openedLinks } from './opened-links';
import { pay } from './pay';
import { publishAndBook } from './publish-book';
import { secondLook } from './second-look';
import { send } from './send';
import { thirdLook } from './third-look';

export type Split = 'develop' | 'held-out' | 'second-look' | 'third-look';

/**
 * Cases by split. Which of two splits a line falls into follows from its text alone, so nobody chose. `develop` is worked
 * on. `held-out` was looked at when the work was done. `second-look` was written after that, and `third-look` by somebody
 * who had seen neither rules nor cases. What each showed at its first look stands in docs/policy.md; the misses were mended
 * then, so they are floors now, and measure nothing new.
 */
export function corpus(split: Split): LabelledCase[] {
  if (split === 'second-look') return casesFrom(secondLook);
  if (split === 'third-look') return casesFrom(thirdLook);
  const texts = [
    pay,
    send,
    publishAndBook,
    deletion,
    acceptGrantAccount,
    graphqlAndRpc,
    frames,
    openedLinks,
    everyday,
    languages,
    leaving,
  ];
  return texts.flatMap(casesFrom).filter(({ line }) => splitOf(line) === split);
}

/** FNV-1a over the line: three of ten are held out. */
function splitOf(line: string): Split {
  let hash = 0x811c9dc5;
  for (let at = 0; at < line.length; at++) hash = Math.imul(hash ^ line.charCodeAt(at), 0x01000193) >>> 0;
  return (hash >>> 8) % 10 < 3 ? 'held-out' : 'develop';
}
