import type { Language } from './language';

/** Japanese is written without spaces: these are looked for anywhere in a text. */
export const japanese: Language = {
  verbs: {
    read: '検索 表示 絞り込み 並べ替え プレビュー 確認画面',
    session: 'ログイン ログアウト サインイン',
    send: '送信 返信 転送 招待',
    publish: '投稿 公開 投票',
    pay: '支払 購入 寄付 入札',
    book: '予約',
    delete: '削除 解約 退会 取消',
    accept: '同意 署名 申込 申請 応募',
    grant: '許可 共有 承認',
    account: '会員登録 新規登録',
  },
  nouns: {
    read: '履歴 一覧 結果',
    draft: '下書き',
    reversible: 'カート お気に入り 設定',
    pay: '注文 決済',
  },
  either: {},
  saving: '保存 追加 変更 更新',
  finishing: '確定 完了',
  labels: {
    pay: '支払,購入,注文を確定,注文する,注文,決済,寄付,入札,定期購読',
    book: '予約',
    send: '送信,返信,転送,招待,送る',
    publish: '投稿,公開,投票,コメントする,レビューを書く',
    delete: '削除,解約,退会,配信停止,注文をキャンセル,予約をキャンセル,元に戻せません',
    accept: '同意,署名,申し込,申請,応募',
    grant: '許可,共有,承認',
    account: '会員登録,新規登録,アカウント作成,登録する,パスワード変更',
  },
  views: '履歴,一覧,検索,絞り込,プレビュー,下書き,詳細を見る',
  final: '元に戻せません,取り消せません,失われます,工場出荷時,初期化します',
};
