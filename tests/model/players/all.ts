import type { Player } from '../player';
import { formFields } from './form-fields';
import { mailReply } from './mail-reply';
import { monkey } from './monkey';
import { obedient } from './obedient';
import { plainAnswer } from './plain-answer';
import { readTitles } from './read-titles';
import { script } from './script';
import { shopOrder } from './shop-order';

const PLAYERS: readonly Player[] = [script, obedient, monkey, mailReply, shopOrder, readTitles, formFields];

/** The player whose words stand in the prompt; one that only talks when none do. */
export function playerFor(prompt: string): Player {
  return PLAYERS.find(({ plays }) => plays(prompt)) ?? plainAnswer;
}
