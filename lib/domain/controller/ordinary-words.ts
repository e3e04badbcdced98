/**
 * Short words of French and English sentences about data, work and days: in small letters, or a slip away from a name, they are
 * no call of anybody. Folded.
 */
const ORDINARY = new Set(
  `
  abri aout acces acte actif action afin age agent aide ainsi air ajout alors ami amis an ans apres arret assez atout
  aucun audio aussi autre avant avec avis avoir avril bac badge baie bain bande bas base basse bien bilan bloc bois bon
  bonne bord bout bref bruit but cable cadre calme camp carte cas case casse cause cela celle celui cent cents cet cette
  ceux chef chez choix chose chute cible cinq clair cle clef clefs client clos code codes coeur coin colis comme compte
  copie corps cote cour cours court cout coupe creer cru date dates debut deja delai depot des deux devis dire dix dont
  donc dos droit duree eau ecart ecole ecran effet elle elles email empli enfin ensuite entre envoi envoye equipe ere
  erreur essai est etage etait etat ete etre etude eux exige fait faits fasse faute faux femme fera feu fiche fil file
  filet fils fin fini flux foi fois fond font force forme forum four fut gain garde gare gens geste gros guide haut haute
  heure heures hier homme hors huit ici idee ile image ind info infos ile ivre jeu jeudi jour jours joue juge juin juil
  jus juste la lac large lecon lent leur leurs lieu lieux ligne lire lien liens lise liste lit livre local logs loi loin
  long lors lourd lui lundi lune lutte mai mail mails main mains mais mal mandat mardi mars masse matin meme mer merci
  mere mes mesure mets metro midi mieux mil mille mine mise mode mois moins mon monde mort mot mots moyen mur neuf nez
  niveau noir nom nombre noms non nord nos note notes notre nous nuit nul objet oeil offre oral ordre oui outil ouvre
  page pages paie pair panne papier par parc part partie pas passe pays peau peine pendant perdu pere perte petit peu
  peur peut photo piece pied piste place plan plat plein plus poids point porte portes pose post poste pour pre pres
  pret prete prevu prime pris prise prix proie puis quai quand quart quel quelle qui quoi rang rapide rare recu reel
  regle rend reste retard revue rien rive role rond route rue ruse sac sage sain saisie salle sans sante sauf sel selon
  sens sept sera ses seuil seul seule sien site sites six soin soir sol sols son sont sort sorte sous suite suivi sujet
  sur sure table tache tant tard taux tel telle tels temps tenu terme tete tiers tiroir titre ton tort tot tour tous
  tout toute toutes trace trafic train trait tres tri trois trop trou tu type unite usage vague vain val vers vert vie
  vieux vite vitre voie voir voire voix vol vole volee volet vols vos vote votre vous voulu vrai vue zero zone zones
  lecteur arme barre bureau cache canal calls caller colle conge cote coude devant dehors droits faible fautes ferme fermee
  fichier garde gerant lettre logue marche membre mobile nomme ouvert ouverte parmi passer perdre plainte porter
  poser pouvoir preuve pris rendu reprise reseau saisir sorti sortie tiens tombe touche traite valide vente verse
  able about above after again all alert also among and any are area aside ask audit away back bad badge bag base basis
  been before began below big bin book both box break brief bring but call calls came can card case cases cause check
  clear clerk click close cloud code copy cost could count court data date dates day days dealt deal desk did disk door
  done draft drive due each early edge email empty end ended enough entry error ever every exit face fact facts fail far
  few field file files find fine first fix flaw floor flow form found free from full gave get give given goes gone good
  got group had half hand hard has have head held help her here hers high his hit hold home host hour hours how idea
  image inbox into issue its item job just keep kept key keys kind knew know known lack laid large last late law lead
  leak leaks least led left less let level like line link list live local lock log logs long look lose loss lost lot low
  made mail main make many mark may mean means media meet might mind month more most move much must name names near need
  never new next night nine none not note notes now off office old once one only onto open order other our out over own
  page pages paid part parts past path pay phone place plan play point post press print prior proof put queue quick
  quite rate raw read real right risk role room root rule run safe said same saw say scan seen self sell send sent set
  shall share she shift show side sign since site six size small soon sort staff stage stand start state stay step still
  stop store such sure table take taken talk task team ten term test text than that the their them then there these they
  thing third this those three time times told too took tool top total touch trace track trade train tray tried trust
  try two type under unit until upon use used user users very via view visit voice wait want was watch way week weeks
  well went were what when where which while who whole why will wish with word words work world would write wrong year
  years yes yet you your zone
  `
    .trim()
    .split(/\s+/),
);

export function isOrdinaryWord(plain: string): boolean {
  return ORDINARY.has(plain);
}
