import type { Protocol } from 'devtools-protocol';
import type { DebuggerSession } from './debugger-session';
import { maskText } from './mask-secrets';
import { unless, within } from './wait';

/** Longest answer, in characters. */
const CAP = 20_000;
/** Longest time a script may run, in milliseconds. */
const PATIENCE_MS = 10_000;

/** What became of a script: its value as text, its exception, or V8's refusal to let it change anything. */
export type ScriptOutcome = { kind: 'value'; text: string } | { kind: 'error'; text: string } | { kind: 'has-effects' };

/**
 * Runs a script in the page's own world and answers with its last expression.
 *
 * Without effects V8 throws at the first operation that could change anything outside of the script
 * (`throwOnSideEffect`, https://chromedevtools.github.io/devtools-protocol/v8/Runtime/#method-evaluate).
 */
export async function runScript(
  session: DebuggerSession,
  text: string,
  { effects }: { effects: boolean },
  signal: AbortSignal,
): Promise<ScriptOutcome> {
  signal.throwIfAborted();
  const options = effects ? { userGesture: true } : { throwOnSideEffect: true };
  const evaluated = await within(
    PATIENCE_MS + 1000,
    session.send('Runtime.evaluate', {
      awaitPromise: true,
      timeout: PATIENCE_MS,
      ...(needsRepl(text) ? { expression: text, replMode: true } : { expression: `{\n${text}\n}` }),
      ...options,
    }),
    signal,
  );
  if (!evaluated) return { kind: 'error', text: `it did not end within ${PATIENCE_MS / 1000} seconds` };
  const { result, exceptionDetails } = evaluated;
  if (exceptionDetails) return problem(exceptionDetails);
  if (result.objectId === undefined) return { kind: 'value', text: capped(primitive(result)) };
  const told = await session.send('Runtime.callFunctionOn', {
    objectId: result.objectId,
    functionDeclaration: SERIALISE,
    returnByValue: true,
    throwOnSideEffect: true,
  });
  const value: unknown = told.result.value;
  return { kind: 'value', text: capped(typeof value === 'string' ? value : (result.description ?? result.type)) };
}

/**
 * Evaluates an expression in the page's own world and resolves with its value. Only for what a person approved. Rejects
 * with the signal's reason when it aborts: what the expression waits for may never come.
 */
export async function evaluate(session: DebuggerSession, expression: string, signal: AbortSignal): Promise<unknown> {
  signal.throwIfAborted();
  const evaluated = session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  const { result } = await unless(signal, evaluated);
  return result.value;
}

/**
 * Top-level `await` needs the console's mode, where a declaration changes the page's scope, which is an effect. Without
 * it the script runs as a block, whose declarations end with it and whose value is that of its last expression.
 */
function needsRepl(text: string): boolean {
  return /\bawait\b/.test(text);
}

function problem(details: Protocol.Runtime.ExceptionDetails): ScriptOutcome {
  const text = details.exception?.description ?? String(details.exception?.value ?? details.text);
  if (/^EvalError: Possible side-effect in debug-evaluate/.test(text)) return { kind: 'has-effects' };
  return { kind: 'error', text: maskText(text).slice(0, 1000) };
}

function primitive({ type, value, unserializableValue }: Protocol.Runtime.RemoteObject): string {
  if (type === 'undefined') return 'undefined';
  return unserializableValue ?? (typeof value === 'string' ? value : JSON.stringify(value));
}

function capped(text: string): string {
  const shown = maskText(text);
  return shown.length > CAP ? `${shown.slice(0, CAP)}\n(cut: ${shown.length} characters in all)` : shown;
}

/**
 * Runs in the page: JSON, with elements as their tags, and what JSON has no word for named. Plain loops, because V8
 * counts several built-ins (`Object.fromEntries`, iterators of collections) as side effects.
 */
const SERIALISE = `function () {
  const seen = [];
  const element = (value) => {
    let tag = '<' + value.localName;
    for (let at = 0; at < value.attributes.length; at++) {
      const { name, value: text } = value.attributes[at];
      tag += ' ' + name + '=' + JSON.stringify(text.slice(0, 80));
    }
    return tag + '>' + (value.textContent || '').replace(/\\s+/g, ' ').trim().slice(0, 80);
  };
  const tell = (value, depth) => {
    if (typeof value === 'function') return '[function ' + value.name + ']';
    if (typeof value === 'bigint' || typeof value === 'symbol') return String(value);
    if (typeof value !== 'object' || value === null) return value;
    if (value.nodeType === 1) return element(value);
    if (typeof value.nodeType === 'number') return value.nodeName;
    if (value instanceof Error) return value.name + ': ' + value.message;
    if (value instanceof Date) return value.toISOString();
    if (seen.indexOf(value) >= 0) return '[circular]';
    if (depth === 6) return '…';
    seen[depth] = value;
    let told;
    if (Array.isArray(value) || (typeof value.length === 'number' && typeof value.item === 'function')) {
      told = [];
      for (let at = 0; at < value.length && at < 500; at++) told[at] = tell(value[at], depth + 1);
    } else {
      told = {};
      const keys = Object.keys(value);
      for (let at = 0; at < keys.length && at < 200; at++) told[keys[at]] = tell(value[keys[at]], depth + 1);
    }
    seen.length = depth;
    return told;
  };
  return JSON.stringify(tell(this, 0));
}`;
