import type { RequestEvidence } from './evidence';
import { senseOf } from './lexicon';
import type { PayloadField } from './payload';
import { isMade } from './sentence';
import { isNonce } from './signature';
import { splitWords } from './split-words';

const QUERY =
  /^(page(_?(no|num|number|size|token))?|per_?page|size|limit|offset|cursor|sort(_?by)?|order_?by|direction|q|query|search|term|terms|filters?|keywords?|since|after|before|until|from|to|fields|include|facets|aggs|lang|locale|first|last|skip|take|continuation|context|start|end|columns|period|range|seite|pagina|begriff|terme|term[eo]|text[eo]|start_?date|end_?date)$/i;
const QUERY_CORE =
  /^(page(_?(no|num|number))?|limit|offset|cursor|sort(_?by)?|order_?by|q|query|search|term|filters?|keywords?|since|after|skip|continuation)$/i;

/** Names that only a list is asked for by: beside a harmful noun the others could be a payee or a text. */
const QUERY_STRICT =
  /^(page(_?(no|num|number|size|token))?|per_?page|size|limit|offset|cursor|sort(_?by)?|order_?by|direction|q|query|search|term|filters?|keywords?|since|fields|include|facets|aggs|skip|first|last)$/i;

/** True when every field asks for something to be shown: a search term, a page, an order. */
export function looksLikeQuery(fields: readonly PayloadField[], strict: boolean): boolean {
  const names = fields.map(({ path }) => path.split(/[.[]/)[0] ?? '');
  return (
    names.length > 0 &&
    names.every((name) => (strict ? QUERY_STRICT : QUERY).test(name)) &&
    names.some((name) => QUERY_CORE.test(name))
  );
}

const MARKS: readonly RegExp[] = [
  /^(event|events|event_?(name|type|id)|en|e|action_name|level)$/i,
  /^(timestamp|ts|t|time|sent_?at|client_?time|client_track_timestamp)$/i,
  /^(anonymous_?id|message_?id|device_?id|session_?id|visitor_?id|client_?id|cid|idsite|sdk)$/i,
  /^(page_?url|url|referrer|user_?agent|res|screen|viewport|dl|lib|library|context)$/i,
];

const EVENTS = /^(events|batch|logs|records|data)\[\d+\]/i;

/**
 * True when the fields are those of a measurement: what happened, when, to whom and on which page. Three of four do, or
 * two in a list of events, for a program that only sends what happened sends it in lists.
 */
export function looksLikeTelemetry(fields: readonly PayloadField[]): boolean {
  const names = new Set(fields.flatMap(({ path }) => path.split(/[.[\]]+/).filter((part) => !/^\d*$/.test(part))));
  const marks = MARKS.filter((mark) => [...names].some((name) => mark.test(name))).length;
  const listed = fields.some(({ path }) => EVENTS.test(path));
  return marks >= (listed ? 2 : 3) && !hasProse(fields);
}

/** True when all that is written, ids aside, are marks that can be set back: labels, flags, a position. */
export function looksLikeFiling(fields: readonly PayloadField[]): boolean {
  const names = fields
    .filter((field) => !isNonce(field) && !/(^|[._[])(ids?|uuid|rev|version)(\[\d+\])?$/i.test(field.path))
    .map(({ path }) => splitWords(path.replace(/\[\d*\]/g, '')));
  return names.length > 0 && names.every((words) => words.some(isMark));
}

/** A thing that can be set back. `start` and `new` keep something, and say nothing of what. */
function isMark(word: string): boolean {
  const sense = senseOf(word);
  return sense?.kind === 'reversible' && sense.part !== 'saving' && !isMade(word);
}

const PROSE = /(^|[._[])(text|title|body|content|message|comment|description|status|subject|note|answer)($|[.[])/i;

/** True when a person's words are in it: more than two of them, under a name for text. */
export function hasProse(fields: readonly PayloadField[]): boolean {
  return fields.some(({ path, value }) => PROSE.test(path) && (value.trim().match(/\s+/g)?.length ?? 0) >= 2);
}

/** True for a body that is a file as a whole. */
export function isBareFile({ headers, body, resourceType }: RequestEvidence): boolean {
  const type = headers['content-type'] ?? '';
  return (
    resourceType !== 'Ping' && Boolean(body) && /^(image|video|audio)\/|octet-stream|application\/(pdf|zip)/i.test(type)
  );
}
