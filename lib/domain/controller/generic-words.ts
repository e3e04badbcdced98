import { HOLLOW_WORDS, LINK_WORDS, TRADE_WORDS } from "@/lib/domain/text/vagueness-words";

/** Words that many companies bear, and that a sentence uses for other things: alone they name nobody. Folded. */
const COMPANY = `
  agence agences alliance amis ami argent art artisan artisans association assur assurance assurances atelier ateliers
  auto automobile automobiles avenir banque bancaire beaute bien biens bleu bleue bleus blanc blanche bureau cabinet
  caisse capital carte cartes centrale cercle chambre cite citoyen clair claire clinique club collectif comite commerce
  commune communication compagnie comptoir confort conseil conseils construction cooperative courtage courtier credit
  culture danse defense departement developpement digital direct directe distribution domaine domicile droit eau
  echange eco ecole economie edition editions education electricite emploi energie energies enfance enfant ensemble
  entrepot environnement epargne equipe espace est etoile etude etudes expert experts expertise famille federation ferme
  fibre finance finances financement foncier fondation force formation forum france francais francaise garage generation
  grand grande grands groupe groupement habitat holding horizon hopital hotel idee immobilier immobiliere industrie
  industries informatique ingenierie initiative institut interim international internationale internet invest
  investissement investissements jardin jardins jeune jeunes jour journal libre ligne livraison livre locale location
  logement logements logistique loisir loisirs lumiere lune magasin magasins mairie maison maisons maritime marche
  marches marque medecin media medias medical medicale mer metal metropole mobile mobilite mode monde mutuelle mutuelles
  national nationale nature noir nord nouveau nouvelle numerique ocean office officiel optique orange organisme ouest
  pack partenaire partenaires partenariat participations patrimoine pays performance personne personnes pharma pharmacie
  place plus point pole pont porte poste premier premiere presse prevention prevoyance prevoyances prive privee produit
  produits promotion propre protection public publique qualite regie region regional regionale renovation reseau reseaux
  residence ressources retraite retraites route rouge royal royale sante sciences secours securite securites siege social
  sociale soin soins solaire soleil solidaire solidarite sport sports sud syndicat systeme systemes technique techniques
  technologie technologies telecom telecoms terrain terre total tourisme train transport transports travail travaux
  union univers urbain urgence vacances vente ventes vert verte vie vieille ville vision vite voyage voyages vrai zone
  advice agency alpha automotive bank banking blue building capital care centre city club commerce company consulting
  credit data delta design digital direct east education energy engineering estate express finance financial first
  foods fund future general global gold golden green group health healthcare home homes horizon hospital house
  housing industries insurance international internet investment investments land learning legal life lighting limited
  line logistics market markets media medical mobile mutual national nature network networks new north ocean online open
  partner partners payment payments pension point power premier prime property public quality rail real red retail
  royal safe school science sea security shop smart solar solution south sport star store studio supply systems tech
  technologies technology telecom time today total trade trading training transport travel trust union united vision
  water west white wind work world young
  الوطنية المغربية العامة الاولى بنك تامين تامينات مجموعة مصرف موسسة مكتب نقل طاقة صحة تعاونية تنمية
`;

/** Words of this field, which any notice holds. */
const FIELD = `
  acces agent agents alerte attaque audit authentification autorite base breach cause chiffrement clef client cloud
  cnil cndp collaborateur compte comptes confidentialite connexion consequence consequences copie courriel date defaut
  dossier dossiers dpo enregistrement enregistrements equipe erreur exercice fichier fichiers fuite heure incident
  integrite intrusion journal journaux lecture logiciel mail mesure mesures messagerie mot mots nombre notification
  notre nous ordinateur panne passe perdu perdue perte plateau poste probleme processus question recovery reference
  registre rgpd sauvegarde sauvegardes serveur serveurs session site sites sous systeme table tables telephone telephonie
  teleoperateur test vol vole volee violation
  access account accounts attack backup backups breach cause copy database disk error file files incident laptop loss
  lost mail number password register server servers stolen theft user users
  janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi
  vendredi samedi dimanche january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday
  نسخة خادم ملف ملفات حادث خرق فقدان سرقة ضياع حساب قانون ارشيف ارشف
`;

const wordsOf = (text: string) => text.trim().split(/\s+/);

const GENERIC: ReadonlySet<string> = new Set([
  ...LINK_WORDS,
  ...TRADE_WORDS,
  ...HOLLOW_WORDS,
  ...wordsOf(COMPANY),
  ...wordsOf(FIELD),
]);

/** True of a word, in plain letters, that alone names no company. */
export function isGenericWord(word: string): boolean {
  return GENERIC.has(word) || (word.endsWith("s") && GENERIC.has(word.slice(0, -1)));
}
