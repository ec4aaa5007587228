import type { Language } from './language';

/** English: also the language of nearly all addresses and operations, whatever the page speaks. */
export const english: Language = {
  verbs: {
    read: 'search msearch find query get fetch suggest autocomplete typeahead lookup preview validate count load estimate calculate recommend browse discover resolve translate spellcheck hydrate read geocode compare convert download export render parse match watch expand prefetch authenticate',
    draft: 'autosave typing',
    reversible:
      'archive unarchive move mark dismiss hide unhide deselect mute unmute snooze collapse resize reorder rename restore undo ack acknowledge pin unpin unstar unlike unfollow unwatch uncheck',
    session: 'login logout signin signout logoff refresh reauthenticate verify',
    send: 'send forward notify resend sendmail email',
    publish: 'publish repost retweet advertise announce editpost upvote downvote',
    pay: 'pay buy donate subscribe withdraw repay fund invest renew upgrade pledge rent',
    book: 'reserve rsvp reschedule',
    delete:
      'delete destroy remove purge erase cancel terminate wipe unsubscribe empty clear overwrite drop expunge discard close del uninstall decline unlink',
    accept: 'agree sign attest certify declare enroll enrol',
    grant: 'grant authorize authorise approve allow permit revoke delegate',
    account: 'register signup deactivate',
    upload: 'attach',
  },
  nouns: {
    read: 'suggestion recommendation availability available facet validation calculator history detail summary overview status result list feed report metadata stat freebusy poll unread search view check stream sync hit',
    draft: 'draft',
    reversible:
      'cart basket bag wishlist watchlist favorite favourite bookmark shelf consent cookie gdpr setting preference pref theme locale language currency layout column option notification state position pos reaction color colour avatar address shipping delivery coupon voucher modal tour banner dialog popup toast selection filter playlist queue location quantity folder tag seen viewed presence cursor density later',
    session: 'session auth token sso saml oidc',
    telemetry: '',
    send: 'mail sms fax dm invitation inquiry enquiry lead outbox recipient',
    publish:
      'listing answer issue ticket topic thread feedback newsletter campaign repository repo pull statuse blog article story question',
    pay: 'payment donation subscription invoice trial transaction billing giftcard refund plan installment',
    book: 'booking reservation appointment slot visit meeting',
    delete: 'cancellation deletion removal',
    accept:
      'application agreement term signature registration enrollment enrolment submission complaint petition quote survey registerfull timesheet declaration eform envelope',
    grant: 'permission access collaborator member role apikey oauth webhook acl credential mandate policy',
    account: 'password account mfa otp twofactor profile identity phone recovery user username',
    upload: 'attachment media file resume photo',
  },
  either: {
    read: 'filter sort',
    reversible: 'favorite favourite like star bookmark follow label flag trash',
    send: 'message chat reply invite contact mention',
    publish: 'post comment review vote rate rating tweet release merge',
    pay: 'order purchase bid charge checkout transfer tip deposit trade',
    book: 'book schedule',
    delete: 'bulk',
    accept: 'claim accept',
    grant: 'share',
    upload: 'upload import',
  },
  saving:
    'add save update edit set change modify create new insert put patch start begin init draft write upsert select toggle',
  finishing: 'complete finalize finalise confirm submit place execute process finish apply launch commit',
  labels: {
    pay: 'pay,buy,purchase,place order,place your order,place my order,order now,submit order,confirm order,complete order,donate,bid,place bid,subscribe,start free trial,start trial,upgrade now,renew,pledge,transfer money,rent now,checkout now',
    book: 'book,reserve,rsvp,schedule appointment,confirm booking,request to book',
    send: 'send,reply,forward,invite,send message,share via email',
    publish: 'publish,post,comment,review,submit review,vote,tweet,repost,go live,create poll,merge pull request',
    delete:
      'delete,remove,erase,cancel order,cancel subscription,cancel account,cancel booking,cancel reservation,cancel membership,cancel plan,unsubscribe,delete forever,delete permanently,empty trash,close account,cannot be undone,can’t be undone,permanently',
    accept: 'accept,agree,sign,submit,apply now,submit application,e-sign,i agree,declare',
    grant: 'allow,authorize,authorise,grant,share,give access,approve',
    account: 'sign up,register,create account,create my account,change password,deactivate account,verify email',
  },
  views:
    'history,filter,filters,preview,draft,drafts,search,results,sort,details,list,view,show,how,sign in,sign out,log in,log out,terms,settings,about,more comments,bookmark',
  final:
    'cannot be undone,can’t be undone,cannot be reversed,irreversible,will be lost,lose all,factory reset,factory settings,factory defaults',
};
