/** This worker is being ended: Chrome carries out nothing for it any more, and another worker will go on. */
export class WorkerDying extends Error {
  override name = 'WorkerDying';
}

/**
 * True for what Chrome answers to an extension's worker that it is ending ("No SW",
 * extensions/browser/extension_function_dispatcher.cc). It says nothing about the page, so it is nobody's answer.
 */
export function isFromDyingWorker(error: unknown): boolean {
  return error instanceof WorkerDying || (error instanceof Error && /^(Error: )?No SW\.?$/.test(error.message));
}
