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
  /** Words that make a sentence speak of something else: whether it says the mention too, a person reads. */
  notBeside?: RegExp;
};

/**
 * Words of what a French script must say. They are searched for in folded text of the same length as the script, so that
 * a place in the one is a place in the other.
 */
export const MENTION_RULES: readonly MentionRule[] = [
  {
    ...{ mention: "identity", rule: "T3", article: "L221-16", isAtStart: true, isDue: true },
    words: /je m'appelle|mon nom est|je suis (?!desole|ravi|heureu|oblige)|a l'appareil|je me presente/g,
  },
  {
    ...{ mention: "principal", rule: "T3", article: "L221-16", isAtStart: true, isDue: true },
    words:
      /pour le compte d|de la part d|au nom d|mandate par|mandatee par|de la societe|pour la societe|de l'entreprise|pour l'entreprise/g,
  },
  {
    ...{ mention: "commercial", rule: "T3", article: "L221-16", isAtStart: true, isDue: true },
    words:
      /appel commercial|caractere commercial|nature commerciale|demarche commerciale|prospection commerciale|(vous |a )proposer|offre commerciale/g,
  },
  {
    ...{ mention: "bloctel", rule: "T3b", article: "L221-16", isAtStart: true, isDue: true },
    words: /bloctel/g,
  },
  {
    ...{ mention: "opposition", rule: "G21", article: "21(4) RGPD", isDue: true },
    // The public list was another right than that to object to this controller.
    notBeside: /bloctel|liste d'opposition/,
    words:
      /vous opposer|droit d'opposition|ne plus etre (appele|contacte|demarche|sollicite)|ne vous rappellerons plus|plus etre rappele/g,
  },
  {
    ...{ mention: "recording", rule: "G21", article: "13 RGPD", isDue: true, ifRecorded: true },
    words:
      /(est|etre|sera|sont|seront) (susceptibles? d'etre )?enregistre|enregistrement de (cet appel|la conversation)|enregistrons/g,
  },
  {
    ...{ mention: "confirmation", rule: "T3", article: "L221-16", isDue: true },
    words: /confirmation ecrite|confirme par ecrit|par ecrit|support durable|\bsign(e|ature)/g,
  },
  {
    ...{ mention: "oralBond", rule: "T3", article: "L221-16", isDue: false },
    words:
      /accord (oral|verbal|telephonique) (vous engage|vaut|suffit)|engage des (maintenant|votre accord)|oui vous engage/g,
  },
];
