const SELECT = "Sélectionnez un élément dans cette liste déroulante ►";
const DATA = [
  "État civil, identité, données d'identification, images…",
  "Vie personnelle (habitudes de vie, situation familiale, etc.)",
  "Numéro de Sécurité Sociale (ou NIR)",
];
const LINK = ["", "", "", "", "", "", "", "", "► Destinataires"];

/** The head of a sheet of the CNIL's, whose links to its guides stand beside it. */
const top = (title: string, values: readonly (readonly string[])[]) => [
  [
    title,
    "",
    "",
    "",
    "",
    "",
    "",
    values[1]?.[1] ?? "",
    "",
    "Consulter les guides et définitions sur le site de la CNIL",
  ],
  ["Description  du traitement  ", ...LINK],
  ...values,
  [
    "Acteurs",
    "Nom",
    "Adresse",
    "Code Postal",
    "Ville",
    "Pays",
    "Téléphone",
    "Adresse mél",
    "",
    "► Transfert de données",
  ],
];

export const EMPTY_SHEET: readonly (readonly string[])[] = [
  ...top("Modèle de fiche de registre à compléter", [
    ["Nom du traitement"],
    ["N° / RÉF", "ref-001"],
    ["Date de création du traitement"],
    ["Mise à jour du traitement"],
  ]),
  ["Responsable du traitement"],
  ["Délégué à la protection des données"],
  ["Responsable(s) conjoint(s)"],
  ["Finalité(s) du traitement effectué"],
  ["Finalité principale"],
  ["Catégories de données personnelles concernées", "Description", "", "", "Durée de conservation"],
  ...DATA.map((label) => [label]),
  ["Données sensibles", "Description", "", "", "Durée de conservation"],
  ["Données concernant la santé"],
  ["Catégories de personnes concernées", "Description", "", "", "Précisions"],
  ["Catégorie de personnes 1", SELECT],
  ["Destinataires", "Type de destinataire", "", "", "Précisions"],
  ["Destinataire 1", SELECT],
  ["Mesures de sécurité", "Type de mesure de sécurité", "", "", "Précisions"],
  ["Mesure de sécurité 1", SELECT],
  ["Transferts hors UE", "Destinataire", "Pays", "Type de Garanties", "", "Liens vers la documentation"],
  ["Organisme destinataire 1", "", SELECT, SELECT],
];

/** A processing that was made up, with a word in every part. */
export const FILLED_SHEET: readonly (readonly string[])[] = [
  ...top("Fiche", [
    ["Nom du traitement", "Suivi des badges d’accès"],
    ["N° / RÉF", "BADGE-7"],
    ["Date de création du traitement", "2021-03-04"],
    ["Mise à jour du traitement", "05/06/2023"],
    ["Service pilote", "Moyens généraux"],
  ]),
  [
    "Responsable du traitement",
    "Inès Carrel",
    "4 quai Vert",
    "44000",
    "Nantes",
    "France",
    "02 00 00 00 01",
    "ines@exemple.fr",
  ],
  ["Délégué à la protection des données", "Omar Jalil"],
  ["Société du DPO (si celui-ci est externe)", "N/A"],
  ["Responsable(s) conjoint(s)", "Foncière du Port", "1 rue Basse", "44000", "Nantes"],
  ["Finalité(s) du traitement effectué"],
  ["Finalité principale", "Contrôle des entrées"],
  ["Sous-finalité 1", "Dénombrement en cas d’évacuation"],
  ["Catégories de données personnelles concernées", "Description", "", "", "Durée de conservation"],
  [DATA[0]!, "Nom, photo", "", "", "Durée du contrat"],
  [DATA[1]!, "Non"],
  ["Données de pointage", "Heures de passage", "", "", "3 mois"],
  ["Données sensibles", "Description", "", "", "Durée de conservation"],
  ["Données concernant la santé", "Accès adaptés", "", "", "1 an"],
  ["Catégories de personnes concernées", "Description", "", "", "Précisions"],
  ["Catégorie de personnes 1", "Salariés"],
  ["Catégorie de personnes 2", "Autres (préciser)", "", "", "Visiteurs"],
  ["Destinataires", "Type de destinataire", "", "", "Précisions"],
  ["Destinataire 1", "Sous-traitants", "", "", "Gardiens Réunis"],
  ["Mesures de sécurité", "Type de mesure de sécurité", "", "", "Précisions"],
  ["Mesure de sécurité 1", "Chiffrement des données", "", "", "Base des badges"],
  ["Mesure de sécurité 2", SELECT, "", "", "Armoire fermée"],
  ["Transferts hors UE", "Destinataire", "Pays", "Type de Garanties", "", "Liens vers la documentation"],
  [
    "Organisme destinataire 1",
    "Portiers du Sud",
    "Maroc",
    "Clauses contractuelles types (CCT)",
    "",
    "Contrat signé le 12/02/2022",
  ],
];

export const LIST_SHEET: readonly (readonly string[])[] = [
  ["Coordonnées du responsable", "Nom :", "Carrel", "Prénom :", "", "Adresse :", "4 quai Vert"],
  ["", "Code postal :", "", "Ville : Nantes"],
  ["Identification du traitement", "", "", "", "Finalité du traitement", "", "", "Données sensibles ?"],
  [
    "Nom du traitement",
    "N° / RÉF",
    "Date de création de la fiche",
    "Dernière mise à jour de la fiche",
    "",
    "",
    "",
    "Oui/non",
  ],
  [
    "(EXEMPLE) Suivi des badges d’accès",
    "BADGE-7",
    "2021-03-04",
    "2023-06-05",
    "Contrôle des entrées",
    "",
    "",
    "Oui",
  ],
  ["Annuaire interne", "ANN-1", "2020-01-02", "", "Joindre un collègue", "", "", "Non"],
];

/** A workbook as it is read: blank rows are left out, lines count from 1. */
export const cnilSheets = (sheets: Readonly<Record<string, readonly (readonly string[])[]>>) =>
  Object.entries(sheets).map(([name, rows]) => ({
    name,
    rows: rows.map((row) => [...row]),
    lines: rows.map((_, index) => index + 1),
  }));
