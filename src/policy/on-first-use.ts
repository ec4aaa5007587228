/**
 * Makes a value when it is first asked for. The browser starts the worker anew at every turn of events; most of its
 * lives decide about nothing, and should not read eleven languages first.
 */
export function onFirstUse<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
