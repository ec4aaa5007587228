/**
 * Words of a description by what they mean, in English, German, French, Spanish, Portuguese, Italian, Dutch, Polish,
 * Turkish, Japanese and Chinese. Without case and marks, as `plain` writes them; a phrase of several words is one entry.
 */
type Vocabulary<Meaning extends string = string> = Record<Meaning, string>;

/** Kinds of elements, and the roles that they stand for. */
export const KIND_ROLES: Record<string, readonly string[]> = {
  button: ['button', 'clickable', 'menuitem', 'tab', 'switch'],
  checkbox: ['checkbox', 'switch', 'menuitemcheckbox'],
  dropdown: ['combobox', 'listbox'],
  field: ['textbox', 'searchbox', 'combobox', 'spinbutton', 'date picker', 'time picker', 'checkbox', 'radio'],
  heading: ['heading'],
  image: ['img', 'canvas'],
  link: ['link'],
  menu: ['menu', 'menuitem', 'menubar', 'combobox', 'button'],
  option: ['option', 'radio', 'menuitem', 'menuitemradio'],
  radio: ['radio', 'menuitemradio'],
  slider: ['slider'],
  switch: ['switch', 'checkbox'],
  tab: ['tab'],
  video: ['video', 'audio'],
};

export const KINDS: Vocabulary = {
  button:
    'button|btn|knopf|button|schaltflache|taste|bouton|boton|botao|pulsante|bottone|knop|przycisk|dugme|buton|ボタン|按钮|按鈕',
  checkbox:
    'checkbox|check box|tickbox|kontrollkastchen|hakchen|case a cocher|casilla|casilla de verificacion|caixa de selecao|casella|casella di controllo|selectievakje|pole wyboru|onay kutusu|チェックボックス|复选框|核取方塊',
  dropdown:
    'dropdown|drop down|select|combobox|select box|auswahlliste|auswahlfeld|liste deroulante|menu deroulant|desplegable|lista desplegable|lista suspensa|menu a tendina|elenco a discesa|keuzelijst|lista rozwijana|acilir liste|acilir menu|ドロップダウン|プルダウン|下拉框|下拉菜单|下拉列表|下拉',
  field:
    'field|box|textbox|text box|input|text field|input field|entry|feld|eingabefeld|textfeld|eingabe|champ|champ de texte|zone de texte|campo|campo de texto|campo di testo|caixa de texto|veld|invoerveld|tekstveld|pole|pole tekstowe|alan|alani|kutu|kutusu|入力欄|フィールド|テキストボックス|输入框|输入栏|字段|文本框',
  heading: 'heading|headline|uberschrift|titre|encabezado|titolo|kop|naglowek|baslik|見出し|标题',
  image:
    'image|picture|photo|icon|logo|bild|foto|symbol|photo|icone|imagen|icono|imagem|immagine|icona|afbeelding|pictogram|obraz|zdjecie|ikona|resim|gorsel|simge|画像|アイコン|写真|图片|图标|图像',
  link: 'link|hyperlink|verweis|lien|enlace|vinculo|ligacao|collegamento|koppeling|odnosnik|lacze|baglanti|リンク|链接|連結',
  menu: 'menu|menue|menu|メニュー|菜单|選單',
  option: 'option|choice|choix|opcion|opcao|opzione|optie|opcja|secenek|選択肢|选项',
  radio:
    'radio|radio button|optionsfeld|bouton radio|boton de opcion|botao de opcao|pulsante di opzione|keuzerondje|przycisk opcji|radyo dugmesi|ラジオボタン|单选按钮|单选框',
  slider:
    'slider|schieberegler|regler|curseur|control deslizante|controle deslizante|cursore|schuifregelaar|suwak|kaydirici|スライダー|滑块',
  switch:
    'switch|toggle|schalter|umschalter|interrupteur|interruptor|interruttore|schakelaar|przelacznik|anahtar|スイッチ|开关',
  tab: 'tab|reiter|registerkarte|onglet|pestana|aba|guia|scheda|tabblad|karta|sekme|タブ|标签页|选项卡',
  video: 'video|player|film|lecteur|reproductor|odtwarzacz|動画|ビデオ|视频',
};

/** Parts of a page, and the roles that mark them. */
export const PLACE_ROLES: Record<string, readonly string[]> = {
  header: ['banner'],
  footer: ['contentinfo'],
  navigation: ['navigation', 'menubar'],
  sidebar: ['complementary'],
  dialog: ['dialog', 'alertdialog'],
  main: ['main'],
};

export const PLACES: Vocabulary = {
  header:
    'header|page header|kopfzeile|kopfbereich|en tete|cabecera|cabecalho|intestazione|koptekst|ust bilgi|ヘッダー|页眉|頁首',
  footer:
    'footer|page footer|fusszeile|fussbereich|pied de page|pie de pagina|rodape|pie di pagina|voettekst|stopka|stopce|alt bilgi|フッター|页脚|頁尾',
  navigation:
    'navigation|nav|nav bar|navbar|navigationsleiste|barre de navigation|navegacion|navegacao|navigazione|navigatie|nawigacja|nawigacji|gezinme|ナビゲーション|ナビ|导航|导航栏',
  sidebar:
    'sidebar|side bar|aside|seitenleiste|barre laterale|barra lateral|barra laterale|zijbalk|pasek boczny|kenar cubugu|サイドバー|侧边栏|侧栏',
  dialog:
    'dialog|popup|pop up|modal|dialogfenster|boite de dialogue|fenetre|dialogo|cuadro de dialogo|caixa de dialogo|finestra|finestra di dialogo|dialoogvenster|okno|okno dialogowe|iletisim kutusu|pencere|ダイアログ|对话框|弹窗',
  main: 'main content|hauptinhalt|hauptbereich|contenu principal|contenido principal|conteudo principal|contenuto principale|hoofdinhoud|tresc glowna|ana icerik|本文|メイン|主要内容',
};

/** Which of several: 1 is the first, -1 the last. */
export const ORDINALS: Vocabulary = {
  '1': 'first|1st|top|erste|erster|erstes|ersten|premier|premiere|1er|primero|primera|primer|primeiro|primeira|primo|prima|eerste|pierwszy|pierwsza|pierwsze|ilk|birinci|最初|1番目|一番目|第一|第一个',
  '2': 'second|2nd|zweite|zweiter|zweites|zweiten|deuxieme|second|seconde|segundo|segunda|secondo|seconda|tweede|drugi|druga|drugie|ikinci|2番目|二番目|第二|第二个',
  '3': 'third|3rd|dritte|dritter|drittes|dritten|troisieme|tercero|tercera|tercer|terceiro|terceira|terzo|terza|derde|trzeci|trzecia|trzecie|ucuncu|3番目|三番目|第三|第三个',
  '4': 'fourth|4th|vierte|vierter|viertes|vierten|quatrieme|cuarto|cuarta|quarto|quarta|vierde|czwarty|czwarta|czwarte|dorduncu|4番目|第四|第四个',
  '5': 'fifth|5th|funfte|funfter|funftes|funften|cinquieme|quinto|quinta|vijfde|piaty|piata|piate|besinci|5番目|第五|第五个',
  '-1': 'last|final|bottom|letzte|letzter|letztes|letzten|dernier|derniere|ultimo|ultima|laatste|ostatni|ostatnia|ostatnie|son|sonuncu|最後|最后|最后一个',
};

/** What controls of most sites do or hold. A description in one language finds the control in another. */
export const MEANINGS: Vocabulary = {
  accept:
    'accept|agree|allow|akzeptieren|zustimmen|annehmen|accepter|aceptar|aceitar|accetta|accettare|accepteren|akkoord|akceptuj|zgadzam sie|kabul et|同意|同意する|接受',
  add: 'add|new|create|hinzufugen|neu|erstellen|anlegen|ajouter|creer|anadir|agregar|crear|nuevo|adicionar|criar|novo|aggiungi|crea|nuovo|toevoegen|nieuw|dodaj|utworz|nowy|ekle|yeni|olustur|追加|作成|新規|添加|新建|创建',
  address:
    'address|street|adresse|anschrift|strasse|rue|direccion|calle|endereco|rua|indirizzo|via|adres|straat|ulica|住所|地址',
  back: 'back|zuruck|retour|volver|atras|voltar|indietro|terug|wstecz|geri|戻る|返回',
  buy: 'buy|purchase|order|order now|checkout|check out|pay|kaufen|bestellen|zur kasse|kasse|bezahlen|acheter|commander|payer|paiement|comprar|pagar|pedido|finalizar compra|acquista|compra|paga|ordina|kopen|betalen|afrekenen|kup|zamow|zaplac|satin al|ode|odeme|購入|注文|支払|购买|下单|支付|结算',
  cancel: 'cancel|abort|abbrechen|stornieren|annuler|cancelar|annulla|annuleren|anuluj|iptal|キャンセル|取消',
  cart: 'cart|basket|bag|shopping cart|warenkorb|einkaufswagen|panier|carrito|cesta|carrinho|carrello|winkelwagen|winkelmand|koszyk|sepet|カート|买い物かご|购物车|購物車',
  close: 'close|dismiss|schliessen|fermer|cerrar|fechar|chiudi|sluiten|zamknij|kapat|閉じる|关闭|關閉',
  country: 'country|land|pays|pais|paese|kraj|ulke|国|国家|地区',
  date: 'date|day|datum|tag|jour|fecha|data|giorno|dag|dzien|tarih|日付|日期',
  delete:
    'delete|remove|trash|loschen|entfernen|papierkorb|supprimer|effacer|eliminar|borrar|quitar|excluir|apagar|remover|elimina|rimuovi|cancella|verwijderen|usun|sil|kaldir|削除|删除|移除',
  download:
    'download|herunterladen|telecharger|descargar|baixar|transferir|scarica|downloaden|pobierz|indir|ダウンロード|下载',
  edit: 'edit|change|modify|bearbeiten|andern|modifier|editar|modificar|cambiar|alterar|modifica|bewerken|wijzigen|edytuj|zmien|duzenle|degistir|編集|変更|编辑|修改',
  email:
    'email|e mail|mail|mail address|email address|courriel|adresse e mail|correo|correo electronico|posta elettronica|e posta|eposta|メール|メールアドレス|邮箱|电子邮件',
  filter:
    'filter|refine|filtern|filtrer|filtros|filtrar|filtra|filteren|filtruj|filtrele|絞り込み|フィルター|筛选|过滤',
  help: 'help|support|hilfe|aide|ayuda|ajuda|aiuto|assistenza|hulp|pomoc|yardim|ヘルプ|帮助',
  home: 'home|homepage|start page|startseite|accueil|inicio|pagina inicial|pagina principale|startpagina|strona glowna|ana sayfa|ホーム|首页',
  language: 'language|sprache|langue|idioma|lingua|taal|jezyk|dil|言語|语言',
  login:
    'login|log in|sign in|signin|anmelden|einloggen|connexion|se connecter|connectez vous|iniciar sesion|acceder|entrar|iniciar sessao|accedi|accesso|inloggen|aanmelden|zaloguj|zaloguj sie|logowanie|giris|giris yap|oturum ac|ログイン|サインイン|登录|登入',
  logout:
    'logout|log out|sign out|abmelden|ausloggen|deconnexion|se deconnecter|cerrar sesion|salir|sair|terminar sessao|esci|disconnetti|uitloggen|afmelden|wyloguj|wyloguj sie|cikis|cikis yap|oturumu kapat|ログアウト|退出|登出|退出登录',
  name: 'name|full name|vorname|nachname|nom|prenom|nombre|apellido|apellidos|nome|sobrenome|apelido|cognome|naam|voornaam|achternaam|imie|nazwisko|ad|isim|soyad|名前|氏名|姓名|名字',
  next: 'next|continue|forward|weiter|nachste|fortfahren|suivant|continuer|siguiente|continuar|proximo|avancar|avanti|successivo|continua|volgende|verder|dalej|nastepny|kontynuuj|ileri|sonraki|devam|devam et|次へ|次|続ける|下一步|下一页|继续',
  password:
    'password|passcode|passwort|kennwort|mot de passe|contrasena|clave|senha|palavra passe|wachtwoord|haslo|sifre|parola|パスワード|密码',
  phone:
    'phone|telephone|mobile|phone number|telefon|telefonnummer|handy|numero de telephone|portable|telefono|movil|telefone|telemovel|celular|cellulare|telefoon|telefoonnummer|numer telefonu|電話|電話番号|电话|手机号',
  previous:
    'previous|prev|vorherige|vorige|precedent|precedente|anterior|poprzedni|poprzednia|onceki|前へ|前|上一步|上一页',
  quantity:
    'quantity|qty|amount|menge|anzahl|quantite|cantidad|quantidade|quantita|aantal|hoeveelheid|ilosc|adet|miktar|数量',
  reject:
    'reject|decline|deny|refuse|ablehnen|refuser|rechazar|denegar|rejeitar|recusar|rifiuta|weigeren|afwijzen|odrzuc|reddet|拒否|拒绝',
  reply:
    'reply|answer|respond|antworten|repondre|responder|rispondi|beantwoorden|odpowiedz|yanitla|cevapla|返信|回复|回覆',
  save: 'save|store|speichern|sichern|enregistrer|sauvegarder|guardar|salvar|salva|opslaan|bewaren|zapisz|kaydet|保存',
  search:
    'search|find|look up|suche|suchen|recherche|rechercher|chercher|buscar|busqueda|busca|pesquisar|pesquisa|procurar|cerca|ricerca|zoeken|zoek|szukaj|wyszukaj|wyszukiwanie|ara|arama|検索|探す|搜索|查找|搜尋',
  send: 'send|submit|post|senden|absenden|abschicken|envoyer|soumettre|enviar|invia|inviare|verzenden|versturen|wyslij|gonder|送信|发送|提交|傳送',
  settings:
    'settings|preferences|options|einstellungen|parametres|reglages|preferences|configuracion|ajustes|preferencias|configuracoes|definicoes|impostazioni|preferenze|instellingen|voorkeuren|ustawienia|ayarlar|tercihler|設定|设置|設置',
  share: 'share|teilen|partager|compartir|compartilhar|partilhar|condividi|delen|udostepnij|paylas|共有|シェア|分享',
  signup:
    'sign up|signup|register|registration|create account|create an account|registrieren|konto erstellen|s inscrire|inscription|creer un compte|registrarse|crear cuenta|registro|cadastrar|cadastre se|criar conta|registar|registrati|iscriviti|crea account|registreren|account aanmaken|zarejestruj|zarejestruj sie|rejestracja|zaloz konto|kaydol|uye ol|kayit ol|登録|新規登録|会員登録|注册|註冊',
  sort: 'sort|order by|sort by|sortieren|trier|ordenar|ordina per|sorteren|sortuj|sirala|並べ替え|排序',
  upload:
    'upload|attach|hochladen|anhangen|televerser|joindre|subir|adjuntar|carregar|enviar arquivo|anexar|carica|allega|uploaden|bijvoegen|przeslij|zalacz|yukle|ekle dosya|アップロード|添付|上传|附件',
  username:
    'username|user name|user|user id|account name|benutzername|benutzer|nutzername|nom d utilisateur|identifiant|usuario|nombre de usuario|nome de usuario|utilizador|nome utente|utente|gebruikersnaam|nazwa uzytkownika|uzytkownik|kullanici adi|ユーザー名|用户名|账号',
};

/** Words that only hold others together. */
export const FILLERS = new Set(
  (
    'a an and at for from in into is it its me my near next of on one or please that the their this to under which with where labelled labeled called named says ' +
    'am an auf aus bei das dem den der des die ein eine einem einen einer eines fur im ins ist mit namens nach oder und unter vom von zu zum zur ' +
    'au aux avec ce cette dans de des du en et la le les pour sur un une ' +
    'al con del el en la las lo los para por que un una y ' +
    'ao as com da das do dos e em na nas no nos o os para pelo um uma ' +
    'ai alla alle allo degli del della delle dello di e gli i il nel nella per su sul sulla un uno ' +
    'de een en het in met naar of op te van voor ' +
    'do i ktory ktora lub na nad od oraz po pod przy w we z ze ' +
    've ile icin bir bu su de da icinde ' +
    'の を に で は が と へ から まで や 的 了 在 里 和 中 个 那个 这个'
  ).split(' '),
);
