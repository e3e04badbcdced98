import { PLAIN_WORDS } from "./script-vocabulary";
import type { RuleId } from "./statute";

export const MENTIONS = [
  "identity",
  "principal",
  "commercial",
  "bloctel",
  "opposition",
  "recording",
  "confirmation",
  "oralBond",
] as const;
export type Mention = (typeof MENTIONS)[number];

export type MentionRule = {
  mention: Mention;
  /** Rule whose dates are the dates of the mention. */
  rule: RuleId;
  article: string;
  /** Due when the conversation begins. */
  isAtStart?: true;
  /** False of what no script may say. */
  isDue: boolean;
  /** Due where calls are recorded. */
  ifRecorded?: true;
  /** Words that say it, in folded text: lower case, no accents, straight apostrophes. */
  words: RegExp;
  /** True where the person's own wish may condition it without limiting it. */
  isOfWish?: true;
  /** Words that make a sentence speak of something else: whether it says the mention too, a person reads. */
  notBeside?: RegExp;
  /** True where a name has to follow at once; without one a person reads who is meant. */
  isNamed?: true;
  /** Sentences that say no word of it and may mean it all the same: a person reads them. */
  hints?: readonly RegExp[];
  /** Words that may stand beside it; of a sentence with any other, a person reads whether it limits the mention. */
  plainWords?: ReadonlySet<string>;
};

/**
 * Words of what a French script must say. They are searched for in folded text of the same length as the script, so that
 * a place in the one is a place in the other.
 */
export const MENTION_RULES: readonly MentionRule[] = [
  {
    mention: "identity",
    rule: "T3",
    article: "L221-16",
    isAtStart: true,
    isDue: true,
    isNamed: true,
    words:
      /je m'appelle|mon nom est (?!sans |peu )|je suis (?!desole|ravi|heureu|oblige)|a l'appareil|je me presente/g,
  },
  {
    mention: "principal",
    rule: "T3",
    article: "L221-16",
    isAtStart: true,
    isDue: true,
    isNamed: true,
    words:
      /pour le compte d|de la part d|au nom (?:et pour le compte )?d(?!e la (?:lutte|loi|science|solidarite|cause))|mandate par|mandatee par|de la societe|pour la societe|de l'entreprise|pour l'entreprise/g,
  },
  {
    mention: "commercial",
    rule: "T3",
    article: "L221-16",
    isAtStart: true,
    isDue: true,
    // A direction that puts it elsewhere than at the start.
    notBeside:
      /\b(?:a la fin|en fin d|pour finir|pour terminer|pour conclure|avant de (?:raccrocher|conclure|signer)|en conclusion|a l'issue|apres (?:l'|son |votre |un |le )?(?:accord|oui|signature|conclusion|vente|commande)|une fois (?:l'|le |la )?(?:accord|vente|commande|contrat))\b/,
    words:
      /appel commercial|caractere commercial|nature commerciale|demarche commerciale|prospection commerciale|(?:vous |a )proposer (?:\S+ ){0,3}(?:offres?|abonnements?|contrats?|produits?|services?|tarifs?|promotions?|formules?|forfaits?)\b|offre commerciale/g,
  },
  {
    mention: "bloctel",
    rule: "T3b",
    article: "L221-16",
    isAtStart: true,
    isDue: true,
    words: /bloctel/g,
  },
  {
    mention: "opposition",
    rule: "G21",
    article: "21(4) RGPD",
    isDue: true,
    isOfWish: true,
    // The public list was another right than that to object to this controller.
    notBeside: /bloctel|liste d'opposition/,
    plainWords: PLAIN_WORDS.opposition,
    words:
      /vous opposer|droit d'opposition|ne plus etre (appele|contacte|demarche|sollicite)|ne vous rappellerons plus|plus etre rappele/g,
  },
  {
    mention: "recording",
    rule: "G21",
    article: "13 RGPD",
    isDue: true,
    ifRecorded: true,
    isOfWish: true,
    plainWords: PLAIN_WORDS.recording,
    words:
      /(est|etre|sera|sont|seront) (susceptibles? d'etre )?enregistre|enregistrement de (cet appel|la conversation)|enregistrons/g,
  },
  {
    mention: "confirmation",
    rule: "T3",
    article: "L221-16",
    isDue: true,
    plainWords: PLAIN_WORDS.confirmation,
    words:
      /confirmation ecrite|confirme par ecrit|par ecrit|support durable|\b(?:signature|signer|signez|signiez|(?:avoir|aurez|ayez|l'avez) signee?)\b/g,
  },
  {
    mention: "oralBond",
    rule: "T3",
    article: "L221-16",
    isDue: false,
    // An agreement by voice beside a contract, a signature that is not needed: what they come to, a person reads.
    hints: [
      /\b(?:accord|d'accord|oui|parole|verbal\S*|oral\S*|vocal\S*|telephone|enregistrement)\b.{0,120}\b(?:contrat|commande|abonn\S+|client|sign(?:e|ee|es|ez|er|ature)|engag\S+|souscri\S+|vente|acte|papier)\b|\b(?:contrat|commande|abonnement|vente|souscription)\b.{0,120}\b(?:accord|d'accord|oui|parole|verbal\S*|oral\S*|vocal\S*|telephone|enregistrement|sans (?:papier|signature|rien signer))\b|\b(?:aucune|sans|pas de|ni) signature\b|\bsignature n'est (?:pas|plus|jamais)\b|\b(?:tient|fait|tiendra|fera) (?:lieu|office) de signature\b|c'est acte|\b(?:verbal|oral) (?:agreement|consent)\b|\bsay yes\b|\bno (?:need to sign|signature)\b|شفو|دون توقيع|قل نعم/,
      // Silence, or nothing to do, as an agreement.
      /\bsilence\b|\bsauf (?:refus|opposition|avis contraire|contre-?ordre|retour)\b|\b(?:sans|faute de) (?:refus|reponse|retour|nouvelles?|opposition|contre-?ordre|avis contraire)\b|\b(?:rien|aucune (?:demarche|formalite)|(?:pas|plus) (?:rien|besoin)) (?:d'autre |de plus |de )?(?:a |d')?(?:faire|remplir|renvoyer|retourner)\b|\bautomatiquement\b/,
      // A few words as an agreement.
      /\bsuffi\S*\b.{0,60}\b(?:dire|dites|repond\S+|confirm\S+|accept\S+|valid\S+|oui)\b|\bj'accepte\b|\bconfirmez?\b.{0,30}\baccord\b|\bc'est (?:fait|parti|valide|regle|enregistre|conclu)\b/,
      // A contract that begins or stands without a word of its signature, L221-16.
      /^(?!.*\bsign)(?=.*\b(?:contrat|commande|abonnement|souscription|adhesion|vente|inscription|dossier)s?\b).*\b(?:debut\S*|demarr\S*|commenc\S*|enregistre\S*|valide\S*|active\S*|effecti\S*|en (?:place|cours|vigueur|service)|prend\S* effet|reconduit\S*|part (?:des|le|lundi)|court des)(?=[^\p{L}]|$)/u,
      /^(?!.*\bsign)(?=.*\bvous (?:etes|serez|voila) (?:donc |deja |desormais |maintenant |des )?(?:client|abonne|adherent|inscrit|couvert|assure))/,
    ],
    words:
      /(accord|oui)( (oral|verbal|telephonique|au telephone|par telephone))? (vous engage|vaut|suffit)|engage des (maintenant|votre accord|cet appel)|(?:inutile|pas besoin|sans avoir besoin|pas la peine) de signer|rien a signer|(contrat|commande|vente) (est|sera) (conclue?|ferme|definiti)|dites oui (?:et|,)|des que vous dites oui|engagee? des|c'est (?:donc )?signe\b|prend effet (?:immediatement |aussitot |tout de suite )?(?:sur|des|a) votre (?:accord|oui)|accord (?:oral|verbal|telephonique) est (?:definiti|valable|suffisant|ferme)/g,
  },
];
