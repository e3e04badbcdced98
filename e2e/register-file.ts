const HEAD = [
  "Réf.",
  "Client (responsable de traitement)",
  "Adresse du client",
  "DPO du client",
  "Activité confiée",
  "Opérations réalisées",
  "Données sensibles (O/N)",
  "Pays d'accès / de transfert",
  "Garanties",
  "Mesures de sécurité",
  "Début",
  "Fin",
  "Canal",
  "Commentaires",
];

const LORIENT = "14 rue du Port, 56100 Lorient, France";
const DINAN = "3 place des Merciers, 22100 Dinan";
const CLAUSES = "CCT 2021/914 module 2 signées le 10/01/2024";
const MEASURES = "Badges nominatifs\nPostes chiffrés";
const FORMULA = '=HYPERLINK("http://ailleurs.invalid";"ouvrir")';

// Rows with two spellings of one client, a placeholder reference, a past end, a formula and a missing client.
const ROWS = [
  [
    "A-01",
    "Océane Literie",
    LORIENT,
    "dpo@oceane.example",
    "Suivi de livraison",
    "Appels sortants ; saisie d'incidents",
  ].concat(["N", "Maroc", CLAUSES, MEASURES, "mars 2024", "", "voix", ""]),
  [
    "A-02",
    "OCÉANE LITERIE SAS",
    LORIENT,
    "dpo@oceane.example",
    "Enquêtes après achat",
    "Questionnaire – saisie des notes",
  ].concat(["N", "Hors UE", "", "", "3/2/25", "31/12/2025", "voix", FORMULA]),
  ["A-03", "client télécom", "", "", "Rappels de résiliation", "Appels sortants ; offre de maintien"].concat([
    "",
    "MAROC",
    "Privacy Shield",
    "oui",
    "2023",
    "",
    "",
    "",
  ]),
  [
    "A-03",
    "Cidrerie Pellan",
    DINAN,
    "néant",
    "Prise de commandes",
    "Réception d'appels ; saisie de commandes",
  ].concat(["non", "Maroc", "CCT module 2", MEASURES, "", "", "courriel", "à revoir"]),
  ["A-05", "", "", "", "Accueil téléphonique", "Réception d'appels", "N", "", "", "", "", "", "", ""],
  [
    "A-06",
    "Cidrerie Pellan",
    DINAN,
    "néant",
    "Relance de factures",
    "Appels sortants ; promesses de paiement",
  ].concat(["N", "", "", "", "01/07/2019", "", "voix", ""]),
];

/** Writes a register as French Excel does: titles above the head, a total below. */
export function registerFile(name = "registre-du-centre.csv") {
  const lines = [
    ["Registre du sous-traitant"],
    ["Tenu par le DPO – mis à jour le 2 mars"],
    HEAD,
    ...ROWS,
    ["Total", `${ROWS.length} lignes`],
  ];
  const text = lines.map((cells) => HEAD.map((_, at) => quote(cells[at] ?? "")).join(";") + "\r\n").join("");
  return { name, mimeType: "text/csv", buffer: inWindows1252(text) };
}

function quote(cell: string): string {
  return /[";\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Windows-1252 equals Latin-1 here except for the dash, which is a control character in Latin-1. */
function inWindows1252(text: string): Buffer {
  return Buffer.from(text.replaceAll("–", "\x96"), "latin1");
}
