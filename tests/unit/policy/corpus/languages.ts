/** German, French, Spanish, Portuguese, Italian, Dutch, Polish, Turkish, Japanese, Chinese: addresses, fields, labels. */
export const languages = `
ask pay | form https://laden.example/bestellung/absenden | summe=59%2C90 | press Zahlungspflichtig bestellen
ask pay | form https://laden.example/kasse | commit=Jetzt+kaufen&id=7 | press Jetzt kaufen
ask pay | json https://laden.example/api/schritt/save | {"n":4} | press Kostenpflichtig bestellen
ask pay | form https://magasin.example/commande/valider | panier=4 | press Valider ma commande
ask pay | form https://tienda.example/pedido/confirmar | id=4 | press Realizar pedido
ask pay | json https://tienda.example/api/flujo/update | {"n":4} | press Pagar 30 €
ask pay | form https://loja.example/pagamento | pedido=4 | press Finalizar compra
ask pay | form https://negozio.example/ordine/conferma | id=4 | press Acquista ora
ask pay | json https://winkel.example/api/stap/save | {"n":4} | press Bestelling plaatsen
ask pay | form https://sklep.example/zamowienie/zloz | id=4 | press Kupuję i płacę
ask pay | form https://magaza.example/odeme | sepet=4 | press Ödeme yap
ask pay | json https://mise.example/api/next/save | {"n":4} | press 注文を確定する
ask pay | json https://mise.example/api/next/update | {"n":4} | press 購入手続きへ進む
ask pay | json https://dian.example/api/next/save | {"n":4} | press 提交订单
ask pay | json https://dian.example/api/next/update | {"n":4} | press 立即支付
ask send | form https://post.example/nachricht/senden | an=ann%40example.com&text=Hallo | press Senden
ask send | json https://post.example/api/x/update | {"n":4} | press Nachricht abschicken
ask send | form https://poste.example/messages/envoyer | a=ann%40example.com | press Envoyer
ask send | form https://correo.example/mensaje/enviar | para=ann%40example.com | press Enviar
ask send | form https://correio.example/mensagem | para=ann%40example.com&texto=Ola | press Enviar mensagem
ask send | json https://posta.example/api/x/save | {"n":4} | press Invia messaggio
ask send | json https://mail.nl.example/api/x/save | {"n":4} | press Bericht verzenden
ask send | json https://poczta.example/api/x/save | {"n":4} | press Wyślij wiadomość
ask send | json https://eposta.example/api/x/save | {"n":4} | press Gönder
ask send | json https://yubin.example/api/x/save | {"n":4} | press 送信する
ask send | json https://youjian.example/api/x/save | {"n":4} | press 发送邮件
ask delete | form https://konto.example/vertrag/kuendigen | id=4 | press Weiter
ask delete | json https://konto.example/api/x/update | {"n":4} | press OK ~ confirm=Wirklich unwiderruflich löschen?
ask delete | json https://compte.example/api/x/update | {"n":4} | press Oui ~ dialog=Supprimer définitivement ce dossier ?
ask delete | form https://cuenta.example/suscripcion/cancelar | id=4 | press Continuar
ask delete | json https://conta.example/api/x/update | {"n":4} | press Excluir permanentemente
ask delete | form https://conto.example/abbonamento/disdici | id=4 | press Avanti
ask delete | json https://rek.example/api/x/update | {"n":4} | press Definitief verwijderen
ask delete | json https://konto.pl.example/api/x/update | {"n":4} | press Usuń na zawsze
ask delete | json https://hesap.example/api/x/update | {"n":4} | press Kalıcı olarak sil
ask delete | json https://koza.example/api/x/update | {"n":4} | press 完全に削除する
ask delete | json https://zhanghu.example/api/x/update | {"n":4} | press 永久删除
ask book | form https://arzt.example/termin/buchen | slot=4 | press Weiter
ask book | form https://resto.example/reservation | date=2026-08-02&personnes=2 | press Réserver
ask book | json https://kuafor.example/api/x/save | {"n":4} | press Randevu al
ask book | json https://yoyaku.example/api/x/save | {"n":4} | press 予約を確定
ask book | json https://yuyue.example/api/x/save | {"n":4} | press 立即预订
ask publish | form https://forum.de.example/beitrag/veroeffentlichen | text=Hallo | press Weiter
ask publish | json https://blog.fr.example/api/x/save | {"n":4} | press Publier
ask publish | json https://blog.pl.example/api/x/save | {"n":4} | press Opublikuj komentarz
ask publish | json https://blog.jp.example/api/x/save | {"n":4} | press 投稿する
ask publish | json https://blog.cn.example/api/x/save | {"n":4} | press 发布
ask accept | form https://amt.example/antrag/einreichen | id=4 | press Weiter
ask accept | json https://empleo.example/api/x/save | {"n":4} | press Enviar solicitud
ask accept | json https://lavoro.example/api/x/save | {"n":4} | press Candidati ora
ask accept | json https://is.example/api/x/save | {"n":4} | press Başvuruyu tamamla
ask grant | json https://datei.example/api/x/save | {"n":4} | press Zugriff erlauben
ask grant | json https://fichier.example/api/x/save | {"n":4} | press Autoriser l'accès
ask account | form https://portal.example/registrieren | email=ann%40example.com | press Weiter
ask account | json https://portal.fr.example/api/x/save | {"n":4} | press Créer un compte
ask account | json https://portal.cn.example/api/x/save | {"n":4} | press 注册
# Look-alikes.
pass reversible | form https://laden.example/warenkorb/hinzufuegen | id=4&menge=1 | press Kaufen
pass reversible | xform https://magasin.example/panier/ajouter | id=4 | press Acheter
pass reversible | form https://tienda.example/carrito/agregar | id=4 | press Comprar
pass reversible | form https://loja.example/carrinho/adicionar | id=4 | press Comprar
pass reversible | form https://negozio.example/carrello/aggiungi | id=4 | press Acquista
pass reversible | form https://winkel.example/winkelwagen/toevoegen | id=4 | press Kopen
pass reversible | form https://sklep.example/koszyk/dodaj | id=4 | press Kup teraz
pass reversible | form https://magaza.example/sepet/ekle | id=4 | press Satın al
pass reversible | json https://mise.example/api/cart/add | {"id":4} | press 購入
pass reversible | json https://dian.example/api/cart/add | {"id":4} | press 立即购买
pass reversible | form https://laden.example/warenkorb/entfernen | id=4 | press Löschen
pass reversible | form https://laden.example/merkliste | id=4 | press Merken
pass read | form https://laden.example/suche | begriff=kaufen | press Suchen
pass read | form https://magasin.example/recherche | terme=envoyer | press Envoyer
pass read | form https://tienda.example/buscar | texto=pagar | press Enviar
pass read | form https://loja.example/pesquisa | termo=comprar | press Enviar
pass read | form https://negozio.example/cerca | testo=ordine | press Invia
pass read | form https://winkel.example/zoeken | term=kopen | press Verzenden
pass read | form https://sklep.example/szukaj | fraza=kup | press Wyślij
pass read | form https://magaza.example/ara | kelime=al | press Gönder
pass read | json https://mise.example/api/search | {"q":"注文"} | press 送信
pass read | json https://dian.example/api/search | {"q":"购买"} | press 提交
pass read | get https://laden.example/bestellungen?seite=2 | - | link Bestellungen
pass read | get https://laden.example/kasse | - | link Zur Kasse
pass read | get https://magasin.example/commandes/44 | - | link Commande 44
pass read | get https://mise.example/%E6%B3%A8%E6%96%87/44 | - | link 注文履歴
pass read | get https://dian.example/orders?status=%E5%8F%96%E6%B6%88 | - | link 已取消订单
pass reversible | xform https://laden.example/cookie-einstellungen | werbung=0 | press Alle ablehnen
pass reversible | json https://cmp.example/consent | {"lang":"fr"} | press Tout refuser
pass reversible | json https://cmp.example/consent | {"lang":"ja"} | press 同意する
pass session | form https://portal.example/anmelden | benutzer=ann&passwort=x | press Anmelden
pass session | form https://portal.fr.example/connexion | identifiant=ann&mot_de_passe=x | press Se connecter
pass draft | json https://post.example/entwurf/speichern | {"text":"Hal"} | type Nachricht
pass draft | json https://poste.example/brouillon | {"texte":"Bon"} | type Message
pass telemetry | beacon https://laden.example/statistik/collect | {"e":"kaufen"} | press Kaufen
pass telemetry | beacon https://metrics.mise.example/e | {"e":"購入"} | press 購入 | from:https://mise.example
pass read | json https://laden.example/api/filter | {"farbe":"rot"} | press Anwenden
pass read | json https://tienda.example/api/productos/filtrar | {"color":"rojo"} | press Aplicar
pass read | form https://amt.example/antrag/vorschau | id=4 | press Einreichen
pass read | form https://bahn.example/verbindung/suchen | von=A&nach=B | press Buchen
`;
