import type { Reason } from './decision';
import type { ActionEvidence, EffectKind, PageEvidence, TargetEvidence } from './evidence';
import { lower } from './fold';
import { finalWords, kindOfLabel } from './label-words';
import { isField, isPress } from './press';

/** What an input looks as if it would do. */
export interface Intent {
  kind: EffectKind;
  reasons: Reason[];
}

/**
 * What pressing an element looks as if it would do, from its label, role, form, dialog and page; undefined when it
 * looks harmless. It explains an unexplained request and may raise a doubt; it never lowers one, because a page writes
 * all of this as it likes.
 */
export function intentOf(
  target: TargetEvidence,
  page: PageEvidence | undefined,
  action: Pick<ActionEvidence, 'member' | 'keys' | 'confirmText'>,
): Intent | undefined {
  if (action.confirmText) {
    const asked = kindOfLabel(action.confirmText);
    if (asked) return intent(asked.kind, 'confirm', asked.word);
  }
  if (!isPress(action, target) || isSearch(target)) return undefined;
  const typing = isField(target);
  const label = typing ? undefined : kindOfLabel(target.name);
  if (label) return intent(label.kind, 'label', label.word);
  if (DECLINES.test(lower(target.name))) return undefined;
  return byForm(target, typing) ?? byDialog(target) ?? byPage(target, page);
}

/** A page that says itself that it cannot take back what was agreed to in a `confirm()` or a dialog. */
export function finalIntent(action: ActionEvidence): Intent | undefined {
  const { confirmText, target } = action;
  if (confirmText !== undefined) {
    const said = finalWords(confirmText);
    return said === undefined ? undefined : intent('delete', 'confirm', said);
  }
  const said =
    target?.dialog === undefined || DECLINES.test(lower(target.name)) ? undefined : finalWords(target.dialog);
  return said === undefined ? undefined : intent('delete', 'dialog', said);
}

/** 'No', 'Cancel', 'Back' in a dialog leave things as they are. */
const DECLINES =
  /^(no|cancel|close|back|not now|keep|skip|nein|abbrechen|schließen|zurück|non|annuler|fermer|retour|cerrar|volver|não|fechar|voltar|chiudi|indietro|nee|sluiten|terug|nie|zamknij|wstecz|hayır|vazgeç|kapat|いいえ|閉じる|戻る|取消|关闭|返回)\b/u;

function isSearch(target: TargetEvidence): boolean {
  return (
    target.role === 'searchbox' ||
    target.inputType === 'search' ||
    target.form?.fields.some(({ type }) => type === 'search') === true
  );
}

/** Fields say it where the button does not: a card, a payee and an amount, a recipient and a text, a new password. */
function byForm(target: TargetEvidence, typing: boolean): Intent | undefined {
  const fields = target.form?.fields ?? [];
  const has = (pattern: RegExp) =>
    fields.some(({ name, label, autocomplete }) => pattern.test(`${name} ${label} ${autocomplete ?? ''}`));
  if (has(/cc-number|card.?(number|no)|cvc|cvv|kartennummer|num[eé]ro de carte/i)) return intent('pay', 'form', 'card');
  if (
    has(/iban|payee|beneficiary|empfänger-?konto/i) &&
    has(/amount|betrag|montant|importe|valor|importo|bedrag|kwota|tutar/i)
  )
    return intent('pay', 'form', 'amount and payee');
  if (has(/new-password|new.?password|neues passwort/i)) return intent('account', 'form', 'new password');
  const text = fields.some(({ type }) => type === 'textarea' || type === 'contenteditable');
  if (text && has(/(^|\s)(to|cc|bcc|recipients?|an|à|para|destinatario|aan|do|alıcı)(\s|$)/iu))
    return intent('send', 'form', 'recipient and text');
  // Enter in a field for messages sends it.
  if (
    typing &&
    /message|nachricht|mensaje|mensagem|messaggio|bericht|wiadomość|mesaj|reply|chat|メッセージ|消息/iu.test(
      target.name,
    )
  )
    return intent('send', 'form', target.name);
  if (
    typing &&
    /comment|kommentar|commentaire|comentari|commento|reactie|komentarz|yorum|コメント|评论/iu.test(target.name)
  )
    return intent('publish', 'form', target.name);
  return undefined;
}

function byDialog({ dialog }: TargetEvidence): Intent | undefined {
  const said = dialog === undefined ? undefined : kindOfLabel(dialog);
  return said && intent(said.kind, 'dialog', said.word);
}

const LAST_STEP =
  /^(payment|review (your )?order|confirm (your )?(order|payment)|zahlung|bestellung prüfen|paiement|pago|pagamento|betaling|płatność|ödeme|お支払い|注文内容の確認|付款|确认订单)\b/iu;

/** A heading or title of a last step makes its plain 'Continue' a payment. */
function byPage(target: TargetEvidence, page: PageEvidence | undefined): Intent | undefined {
  const step = [...target.headings.slice(0, 2), page?.title ?? ''].find((text) => LAST_STEP.test(text.trim()));
  return step === undefined ? undefined : intent('pay', 'heading', step);
}

function intent(kind: EffectKind, code: string, detail: string): Intent {
  return { kind, reasons: [{ source: 'target', code, detail: detail.slice(0, 200) }] };
}
