import type { SpecialCategory } from "@/lib/domain/processing-record/content";

/** The parts of a sheet of the CNIL's simplified register, in its order; "additional" is ours, under all of them. */
export const SECTION_HEADS = {
  description: "Description du traitement",
  actors: "Acteurs",
  purposes: "Finalité(s) du traitement effectué",
  data: "Catégories de données personnelles concernées",
  special: "Données sensibles",
  persons: "Catégories de personnes concernées",
  recipients: "Destinataires",
  measures: "Mesures de sécurité",
  transfers: "Transferts hors UE",
  additional: "Compléments hors du modèle de la CNIL",
} as const;
export type SectionName = keyof typeof SECTION_HEADS;

export const DESCRIPTION_LABELS = {
  activity: "Nom du traitement",
  reference: "N° / RÉF",
  created: "Date de création du traitement",
  updated: "Mise à jour du traitement",
} as const;

export const ACTOR_COLUMNS = [
  "Nom",
  "Adresse",
  "Code Postal",
  "Ville",
  "Pays",
  "Téléphone",
  "Adresse mél",
] as const;
export const ACTOR_LABELS = {
  controller: "Responsable du traitement",
  dpo: "Délégué à la protection des données",
  dpoCompany: "Société du DPO (si celui-ci est externe)",
  representative: "Représentant",
  joint: "Responsable(s) conjoint(s)",
} as const;

export const LIST_HEADS = {
  activity: "Nom du traitement",
  reference: "N° / RÉF",
  created: "Date de création de la fiche",
  updated: "Dernière mise à jour de la fiche",
  purposes: "Finalité du traitement",
  special: "Données sensibles ?",
} as const;

/** Text of a drop-down list that nobody opened. */
export const PLACEHOLDER = "Sélectionnez un élément dans cette liste déroulante";

export const DATA_LABELS = [
  "État civil, identité, données d'identification, images…",
  "Vie personnelle (habitudes de vie, situation familiale, etc.)",
  "Informations d'ordre économique et financier (revenus, situation financière, situation fiscale, etc.)",
  "Données de connexion (adress IP, logs, etc.)",
  "Données de localisation (déplacements, données GPS, GSM, etc.)",
  "Numéro de Sécurité Sociale (ou NIR)",
] as const;

export const SPECIAL_LABELS: Record<SpecialCategory, string> = {
  "racial-or-ethnic-origin": "Données révélant l'origine raciale ou ethnique",
  "political-opinions": "Données révélant les opinions politiques",
  "religious-or-philosophical-beliefs": "Données révélant les convictions religieuses ou philosophiques",
  "trade-union-membership": "Données révélant l'appartenance syndicale",
  genetic: "Données génétiques",
  "biometric-identification":
    "Données biométriques aux fins d'identifier une personne physique de manière unique",
  health: "Données concernant la santé",
  "sex-life-or-orientation": "Données concernant la vie sexuelle ou l'orientation sexuelle",
  "criminal-convictions": "Données relatives à des condamnations pénales ou infractions",
};

/** Labels that number a row and say nothing of it: "Destinataire 2". */
export const NUMBERED = {
  data: "Autres données personnelles",
  persons: "Catégorie de personnes",
  recipients: "Destinataire",
  measures: "Mesure de sécurité",
  transfers: "Organisme destinataire",
} as const;
