import type { EffectKind } from './evidence';

/**
 * What the labels of buttons and links say, in eleven languages: English, German, French, Spanish, Portuguese, Italian,
 * Dutch, Polish, Turkish, Japanese, Chinese. A label is a hint and never proof: it can raise a doubt, not lower one.
 */
const LABELS: readonly (readonly [EffectKind, RegExp])[] = [
  [
    'pay',
    /\b(pay|buy|purchase|place (your |my )?order|order now|checkout|donate|bid|subscribe|bezahlen|kaufen|zahlungspflichtig|bestellen|spenden|bieten|abonnieren|payer|acheter|commander|valider (la|ma) commande|donner|pagar|comprar|realizar pedido|donar|suscribirse|finalizar compra|doar|assinar|paga|acquista|ordina|dona|abbonati|betalen|kopen|bestelling plaatsen|doneren|zapłać|kup|zamawiam|złóż zamówienie|wpłać|öde|satın al|sipariş ver|bağış yap)\b|支払|購入|注文|寄付|付款|支付|购买|下单|捐/iu,
  ],
  [
    'book',
    /\b(book|reserve|buchen|reservieren|termin vereinbaren|réserver|prendre rendez-vous|reservar|agendar|prenota|boeken|reserveren|zarezerwuj|umów|rezervasyon|randevu)\b|予約|预订|预约/iu,
  ],
  [
    'send',
    /\b(send|reply|forward|invite|senden|abschicken|antworten|weiterleiten|einladen|envoyer|répondre|transférer|inviter|enviar|responder|reenviar|invitar|convidar|encaminhar|invia|rispondi|inoltra|invita|verzenden|versturen|beantwoorden|uitnodigen|wyślij|odpowiedz|zaproś|gönder|yanıtla|davet et)\b|送信|返信|転送|招待|发送|回复|转发|邀请/iu,
  ],
  [
    'publish',
    /\b(publish|post|comment|review|vote|tweet|veröffentlichen|posten|kommentieren|bewerten|abstimmen|publier|commenter|voter|publicar|comentar|votar|pubblica|commenta|vota|publiceren|plaatsen|reageren|stemmen|opublikuj|skomentuj|zagłosuj|yayınla|paylaş|yorum yap|oy ver)\b|投稿|公開|投票|コメント|发布|发表|评论/iu,
  ],
  [
    'delete',
    /\b(delete|remove|erase|cancel (order|subscription|account|booking)|unsubscribe|löschen|entfernen|kündigen|stornieren|abbestellen|supprimer|effacer|résilier|se désabonner|eliminar|borrar|excluir|apagar|cancelar (pedido|suscripción|assinatura)|elimina|cancella|disdici|verwijderen|opzeggen|annuleren|usuń|anuluj|wypisz się|sil|kaldır|iptal et)\b|削除|解約|キャンセル|删除|取消(订单|订阅)|注销/iu,
  ],
  [
    'accept',
    /\b(accept|agree|sign|submit|apply|akzeptieren|zustimmen|unterschreiben|einreichen|bewerben|beantragen|accepter|signer|soumettre|postuler|aceptar|firmar|enviar solicitud|aceitar|assinar|accetta|firma|candidati|accepteren|ondertekenen|indienen|solliciteren|akceptuję|podpisz|złóż wniosek|aplikuj|kabul et|imzala|başvur)\b|同意|署名|申し込|応募|提出|签署|提交|申请/iu,
  ],
  [
    'grant',
    /\b(allow|authorize|authorise|grant|share|erlauben|zulassen|freigeben|teilen|autoriser|partager|permitir|autorizar|compartir|compartilhar|autorizza|condividi|toestaan|delen|zezwól|udostępnij|izin ver)\b|許可|共有|允许|授权|分享/iu,
  ],
  [
    'account',
    /\b(sign up|register|create account|change password|registrieren|konto erstellen|passwort ändern|s'inscrire|créer un compte|registrarse|crear cuenta|cadastrar|criar conta|registrati|crea account|registreren|zarejestruj|załóż konto|kaydol|hesap oluştur)\b|登録|注册|修改密码/iu,
  ],
];

/** The kind that a label speaks of; undefined when it says nothing. */
export function kindOfLabel(label: string): { kind: EffectKind; word: string } | undefined {
  for (const [kind, pattern] of LABELS) {
    const word = pattern.exec(label)?.[0];
    if (word) return { kind, word };
  }
  return undefined;
}
