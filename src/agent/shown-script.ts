import type { Decision } from '../policy/decision';
import type { RequestEvidence } from '../policy/evidence';
import { saysAll } from '../policy/script-consent';

/** The script that a person saw and that runs now: what it says all of needs no card of its own, once. */
export class ShownScript {
  #shown: { tabId: number; script: string; pageUrl: string } | undefined;

  /** @param pageUrl of the page that it runs in */
  runs(tabId: number, script: string, pageUrl: string): void {
    this.#shown = { tabId, script, pageUrl };
  }

  /**
   * Something else is done now: what was shown holds for what that script does, and not for what is pressed after it.
   */
  acted(keys: string | undefined): void {
    if (keys !== this.#shown?.script) this.#shown = undefined;
  }

  /** What a decision becomes for a request of the script. */
  covers(tabId: number, request: RequestEvidence, decision: Decision): Decision {
    const shown = this.#shown;
    if (decision.verdict !== 'ask' || shown?.tabId !== tabId || !saysAll(shown.script, request, shown.pageUrl))
      return decision;
    this.#shown = undefined;
    return { verdict: 'pass', kind: decision.kind, reasons: [{ source: 'token', code: 'script', detail: '' }] };
  }
}
