import type { Rect } from '../dom/rect';
import type { PageEvidence, TargetEvidence } from '../policy/evidence';

/** Input that is about to go out to a page: what the policy later holds a request against. */
export interface InputAction {
  member: string;
  /** What is pressed or typed; absent for fields whose content is secret. */
  keys?: string;
  target?: TargetEvidence;
  page: PageEvidence;
  /** Place of the target in CSS pixels of the viewport. */
  rect?: Rect;
}

/** What the driver tells whoever runs the task. */
export interface ToolsetHooks {
  /** Awaited before each input; when it rejects, nothing is pressed. */
  beforeInput(tabId: number, action: InputAction): Promise<void>;
  /** True when a person allowed this very script, which changes something in the page. Left out: never. */
  mayRunScript?(tabId: number, script: string): Promise<boolean>;
}
