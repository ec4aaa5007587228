import type { Language } from './language';

export const french: Language = {
  verbs: {
    read: 'rechercher recherche chercher trouver filtrer trier afficher aperçu vérifier charger calculer comparer traduire',
    draft: 'brouillon',
    reversible: 'archiver déplacer marquer masquer renommer restaurer',
    session: 'connexion déconnexion connecter déconnecter',
    send: 'envoyer répondre transférer inviter notifier',
    publish: 'publier commenter voter noter',
    pay: 'payer acheter commander donner enchérir abonner régler',
    book: 'réserver',
    delete: 'supprimer effacer résilier désabonner désinscription désinscrire annuler retirer vider',
    accept: 'accepter signer soumettre postuler déposer',
    grant: 'autoriser partager approuver',
    account: 'inscription inscrire',
    upload: 'téléverser',
  },
  nouns: {
    read: 'historique résultat',
    reversible: 'panier favori préférence paramètre langue',
    send: 'courriel invitation',
    publish: 'commentaire avis annonce',
    pay: 'commande paiement don achat facture abonnement virement',
    book: 'réservation rendez-vous rdv',
    delete: 'résiliation suppression',
    accept: 'demande candidature dossier contrat',
    grant: 'accès autorisation',
    account: 'compte utilisateur mot-de-passe',
  },
  either: {},
  saving: 'enregistrer ajouter modifier sauvegarder créer',
  finishing: 'valider confirmer finaliser terminer',
  labels: {
    pay: "payer,acheter,commander,valider la commande,valider ma commande,passer la commande,confirmer la commande,faire un don,donner,enchérir,s’abonner,s'abonner,régler",
    book: 'réserver,prendre rendez-vous,confirmer la réservation',
    send: 'envoyer,répondre,transférer,inviter',
    publish: 'publier,commenter,voter,donner mon avis,publier un avis,déposer une annonce',
    delete:
      'supprimer,effacer,résilier,se désabonner,se désinscrire,annuler la commande,définitivement,vider la corbeille',
    accept: 'accepter,signer,soumettre,postuler,déposer ma candidature,envoyer la demande',
    grant: 'autoriser,partager,donner accès,approuver',
    account: "s'inscrire,s’inscrire,créer un compte,créer mon compte,changer le mot de passe",
  },
  views: 'historique,filtrer,filtres,aperçu,brouillon,brouillons,rechercher,recherche,afficher,voir,détails',
  final:
    "irréversible,ne peut pas être annulée,ne peut pas être annulé,seront perdues,seront perdus,sera perdu,sera perdue,paramètres d’usine,paramètres d'usine",
};
