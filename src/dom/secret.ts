import { isControl, isEditingHost, isHtml } from './element-kind';
import { allWordsOf, attribute } from './platform';

const CARD = /^cc-(number|csc|exp|exp-month|exp-year)$/;
const ONE_TIME = /^one-time-code$/;
/** Names that sites give to such fields when they do not say autocomplete. */
const NAMED_SECRET = /(card.?(num|no\b)|cc.?num|cvc|cvv|csc|security.?code|one.?time|\botp\b|totp|2fa|mfa)/i;

/** A password that the page shows in plain text is a field of type text. */
const NAMED_PASSWORD = /pass(word|wd|phrase|code)|\bpwd\b|passwort|kennwort/i;
/** Fields that were seen as passwords stay passwords, whatever the page makes of them. */
const wasPassword = new WeakSet<Element>();

/** What a field's value may be told as: passwords never leave the page; card data and one-time codes are masked. */
export function secrecyOf(element: Element): 'none' | 'masked' | 'withheld' {
  if (isHtml(element, 'input') && element.type === 'password') wasPassword.add(element);
  if (wasPassword.has(element)) return 'withheld';
  const autocomplete = (attribute(element, 'autocomplete') ?? '').toLowerCase().split(/\s+/);
  if (autocomplete.some((token) => /^(current|new)-password$/.test(token))) return 'withheld';
  if (autocomplete.some((token) => CARD.test(token) || ONE_TIME.test(token))) return 'masked';
  const named = `${attribute(element, 'name') ?? ''} ${attribute(element, 'id') ?? ''}`;
  const input = isHtml(element, 'input');
  if (input && element.type === 'text' && NAMED_PASSWORD.test(named)) return 'withheld';
  if (input && NAMED_SECRET.test(named)) return 'masked';
  if (!isDrawnAsDots(element)) return 'none';
  wasPassword.add(element);
  return 'withheld';
}

/**
 * Pages draw dots in fields of other types too, for the browser not to offer to keep what is in them: for a person there
 * is no difference from a password.
 */
function isDrawnAsDots(element: Element): boolean {
  if (!isControl(element) && !isEditingHost(element)) return false;
  const drawn = getComputedStyle(element).getPropertyValue('-webkit-text-security');
  return drawn !== 'none' && drawn !== '';
}

/** What somebody wrote into an element that is no control, as it may be told; undefined where that is no secret. */
export function secretWriting(element: Element): string | undefined {
  if (!isEditingHost(element)) return undefined;
  const secrecy = secrecyOf(element);
  return secrecy === 'none' ? undefined : toldValue(allWordsOf(element).trim(), secrecy);
}

/** A value as it may be told: withheld ones only say that they are filled, masked ones keep their length's order. */
export function toldValue(value: string, secrecy: ReturnType<typeof secrecyOf>): string {
  if (value === '' || secrecy === 'none') return value;
  return secrecy === 'withheld' ? '(filled, hidden)' : '••••';
}
