import { de } from './de';
import { en, type Messages } from './en';

/**
 * The messages of a language tag such as `de-AT`; English for every language that has none.
 */
export function messagesFor(languageTag: string): Messages {
  return languageTag.toLowerCase().split('-')[0] === 'de' ? de : en;
}
