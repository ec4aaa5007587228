import type { JSX } from 'preact';
import { t } from '../messages/current';
import { failureWords } from '../wording/failure-words';
import { Said } from './failure-note';

/** How far a test of the endpoint is. */
export type CheckState =
  | { at: 'idle' | 'testing' | 'saved' }
  | { at: 'works'; model: string }
  | { at: 'failed'; code: string; detail: string };

/** What came of the test, in a live region that is there from the start so that readers announce it. */
export function CheckOutcome({ state }: { state: CheckState }): JSX.Element {
  return (
    <div class="check-outcome" role="status">
      {state.at === 'works' && <p class="works">{t.setup.works(state.model)}</p>}
      {state.at === 'saved' && <p class="works">{t.setup.saved}</p>}
      {state.at === 'failed' && <CheckFailure failure={state} />}
    </div>
  );
}

function CheckFailure({ failure }: { failure: { code: string; detail: string } }): JSX.Element {
  const words = failureWords(failure, t);
  return (
    <div class="failure">
      <p class="failure-what">{words.what}</p>
      <p>{t.setup.fieldsStay}</p>
      <p>{words.next}</p>
      <Said text={words.said} />
    </div>
  );
}
