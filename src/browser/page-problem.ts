import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';
import type { RefProblem } from '../dom/reader-contract';

/** A ref that could not be used, as the error that the model reads. */
export function refError(problem: RefProblem): ToolError {
  return new ToolError(problem.message);
}

/** A page whose scripts let nothing else through. */
export function notResponding(ms: number): ToolError {
  return new ToolError(
    `The page does not respond: its scripts kept it busy for ${ms / 1000} seconds. Wait and try again, or open its address in a new tab.`,
  );
}

/** What Chrome says when it does not let us into a page, in words that tell the model what to do next. */
export function pageError(error: unknown): ToolError {
  const message = plainMessage(error);
  if (/no tab with (given )?id/i.test(message))
    return new ToolError('This tab was closed. Call list_tabs to see what is open.');
  if (/error page/i.test(message))
    return new ToolError('The tab shows an error page: the address could not be loaded. Navigate again or elsewhere.');
  if (/cannot access|cannot be scripted|cannot attach|must request permission/i.test(message)) {
    return new ToolError(
      'The browser does not let extensions into this page. Navigate to an ordinary web page (http or https).',
    );
  }
  if (/detached|crash|closed|frame .*(was removed|not found)|no frame with id/i.test(message))
    return new ToolError('The page went away during the call. Look at the tab again.');
  return new ToolError(message);
}

/** chrome.debugger reports a refused command as JSON in an error's message. */
function plainMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const inner = /"message"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(message)?.[1];
  return inner ?? message;
}
