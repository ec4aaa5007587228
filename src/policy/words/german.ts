import type { Language } from './language';

export const german: Language = {
  verbs: {
    read: 'suchen suche finden filtern sortieren anzeigen vorschau prüfen laden berechnen vergleichen übersetzen vorschlagen abfragen',
    draft: 'zwischenspeichern',
    reversible: 'archivieren verschieben merken markieren ausblenden umbenennen wiederherstellen stummschalten',
    session: 'anmelden abmelden einloggen ausloggen anmeldung',
    send: 'senden versenden abschicken verschicken antworten weiterleiten einladen benachrichtigen',
    publish: 'veröffentlichen posten kommentieren bewerten abstimmen inserieren',
    pay: 'bezahlen kaufen bestellen spenden bieten abonnieren überweisen zahlen verlängern',
    book: 'buchen reservieren vereinbaren',
    delete: 'löschen entfernen kündigen stornieren abbestellen widerrufen leeren überschreiben',
    accept: 'akzeptieren zustimmen unterschreiben einreichen beantragen bewerben',
    grant: 'erlauben freigeben teilen genehmigen berechtigen',
    account: 'registrieren registrierung',
    upload: 'hochladen',
  },
  nouns: {
    read: 'ergebnis ergebnisse verlauf übersicht verbindung fahrplan katalog',
    draft: 'entwurf entwürfe',
    reversible:
      'warenkorb merkliste wunschliste einkaufswagen einstellung einstellungen sprache gutschein lieferadresse lesezeichen favoriten',
    session: 'sitzung',
    send: 'nachricht nachrichten einladung anfrage kontakt',
    publish: 'beitrag beiträge kommentar bewertung anzeige rezension',
    pay: 'bestellung zahlung kasse spende rechnung überweisung abo kauf',
    book: 'termin buchung reservierung',
    delete: 'kündigung stornierung löschung',
    accept: 'antrag bewerbung vertrag erklärung unterschrift',
    grant: 'zugriff berechtigung freigabe',
    account: 'passwort konto benutzer',
    telemetry: 'statistik',
  },
  either: {},
  saving: 'speichern hinzufügen ändern bearbeiten aktualisieren anlegen',
  finishing: 'absenden bestätigen abschließen',
  labels: {
    pay: 'bezahlen,kaufen,zahlungspflichtig,kostenpflichtig,bestellen,bestellung abschließen,bestellung aufgeben,spenden,bieten,gebot abgeben,abonnieren,überweisen,zahlen,verlängern',
    book: 'buchen,reservieren,termin vereinbaren,termin bestätigen',
    send: 'senden,abschicken,absenden,versenden,antworten,weiterleiten,einladen,nachricht schicken',
    publish: 'veröffentlichen,posten,kommentieren,bewertung abgeben,abstimmen,inserieren,anzeige aufgeben',
    delete:
      'löschen,entfernen,kündigen,kündigung,stornieren,abbestellen,abmelden vom newsletter,unwiderruflich,endgültig,papierkorb leeren',
    accept: 'akzeptieren,zustimmen,unterschreiben,einreichen,bewerben,jetzt bewerben,beantragen,antrag stellen',
    grant: 'erlauben,zulassen,freigeben,teilen,zugriff gewähren,genehmigen',
    account: 'registrieren,konto erstellen,konto anlegen,passwort ändern',
  },
  views: 'verlauf,filter,vorschau,entwurf,entwürfe,suchen,suche,suchergebnisse,anzeigen,übersicht,details',
  final:
    'nicht rückgängig,unwiderruflich,endgültig,gehen verloren,geht verloren,werkseinstellungen,auf werkseinstellung',
};
