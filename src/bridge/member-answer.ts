import type { CallOutcome } from '../agent/tool-call';
import type { OffstageDatabase } from '../store/database';
import type { ResultPart } from '../store/journal';
import type { AnswerPart, MemberAnswer } from './answers';

/** What a call came to as the bridge tells it: pictures come out of the store. Notes are told before it. */
export async function memberAnswer(
  db: OffstageDatabase,
  outcome: CallOutcome,
  notes: readonly string[],
): Promise<MemberAnswer> {
  const told = notes.map((text): AnswerPart => ({ type: 'text', text }));
  const parts = await Promise.all(outcome.parts.map((part) => answerPart(db, part)));
  return { isError: outcome.isError, parts: [...told, ...parts] };
}

async function answerPart(db: OffstageDatabase, part: ResultPart): Promise<AnswerPart> {
  if (part.type !== 'picture') return part;
  const row = await db.artifacts.get(part.artifactId);
  if (!row) return { type: 'text', text: '(this picture is no longer kept; take a new screenshot)' };
  return { type: 'image', mediaType: row.mediaType, data: row.data };
}
