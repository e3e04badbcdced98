/** Meaning of a row, stated before its words; a field that is left out is not asked of. Null is what nobody can tell. */
export type BookRow = {
  reference: string;
  client: string;
  /** Third countries that see the data. */
  third?: readonly string[] | null;
  subProcessors?: readonly string[] | null;
  special?: readonly string[] | null;
  startsOn?: string | null;
  activity?: string;
};
type Cell = string | number | Date;
export type WrittenBook = {
  name: string;
  truth: readonly BookRow[];
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>;
  merges?: readonly string[];
  notes?: Readonly<Record<string, string>>;
  hiddenRows?: readonly number[];
  hiddenColumns?: readonly number[];
};

const FR = ["Réf.", "Client", "Activité confiée", "Pays d’accès", "Sous-traitants ultérieurs", "Début"];
const EN = ["Ref.", "Customer", "Processing activity", "Third countries", "Sub-processors", "Start date"];
const AR = ["المرجع", "الزبون", "النشاط", "بلد الولوج", "المناولون", "تاريخ البداية"];
const day = (year: number, month: number, of: number) => new Date(Date.UTC(year, month - 1, of));

/** Registers as processors keep them in workbooks. */
export const WRITTEN_BOOKS: readonly WrittenBook[] = [
  {
    name: "clients merged over their rows",
    truth: [
      { reference: "R-1", client: "Orvelle SA", third: ["MA"], subProcessors: ["OVHcloud"] },
      { reference: "R-2", client: "Orvelle SA", third: [], subProcessors: [] },
      { reference: "R-3", client: "Voltiris SARL", third: ["TN"], subProcessors: ["OVHcloud", "Twilio"] },
    ],
    sheets: {
      Registre: [
        FR,
        ["R-1", "Orvelle SA", "Accueil téléphonique", "accès depuis Casablanca", "OVHcloud", day(2024, 3, 1)],
        ["R-2", "", "Relances", "aucun accès hors UE", "néant", day(2024, 4, 2)],
        ["R-3", "Voltiris SARL", "Prise de rendez-vous", "télétravail en Tunisie", "OVHcloud ; Twilio", ""],
      ],
    },
    merges: ["B2:B3"],
  },
  {
    name: "transfers and sub-processors merged over two rows",
    truth: [
      { reference: "M-1", client: "Orvelle SA", third: ["SN"], subProcessors: ["Zendesk"] },
      { reference: "M-2", client: "Calanques Habitat", third: ["SN"], subProcessors: ["Zendesk"] },
    ],
    sheets: {
      Registre: [
        FR,
        ["M-1", "Orvelle SA", "Accueil", "Sénégal", "Zendesk", ""],
        ["M-2", "Calanques Habitat", "Rappels", "", "", ""],
      ],
    },
    merges: ["D2:D3", "E2:E3"],
  },
  {
    name: "a comment of a cell that takes back what the cell says",
    truth: [
      { reference: "N-1", client: "Orvelle SA", third: null },
      { reference: "N-2", client: "Orvelle SA", third: ["MA"] },
    ],
    sheets: {
      Registre: [
        FR,
        ["N-1", "Orvelle SA", "Accueil", "Maroc", "aucun", ""],
        ["N-2", "Orvelle SA", "Rappels", "Maroc", "aucun", ""],
      ],
    },
    notes: { D2: "Arrêté depuis janvier, tout est à Lyon" },
  },
  {
    name: "hidden and filtered rows and columns",
    truth: [
      { reference: "H-1", client: "Orvelle SA", third: ["MA"], subProcessors: ["Aircall"] },
      { reference: "H-2", client: "Voltiris SARL", third: [], subProcessors: [] },
      { reference: "H-3", client: "Voltiris SARL", third: ["TN"], subProcessors: ["Twilio"] },
    ],
    sheets: {
      Registre: [
        FR,
        ["H-1", "Orvelle SA", "Accueil", "équipe marocaine", "Aircall", ""],
        ["H-2", "Voltiris SARL", "Saisie", "France uniquement", "aucun", ""],
        ["H-3", "Voltiris SARL", "Rappels", "Sfax (TN)", "Twilio", ""],
      ],
    },
    hiddenRows: [2],
    hiddenColumns: [4],
  },
  {
    name: "idem over merged cells",
    truth: [
      { reference: "I-1", client: "Orvelle SA", third: ["MA"], subProcessors: ["OVHcloud"] },
      { reference: "I-2", client: "Orvelle SA", third: ["MA"], subProcessors: ["OVHcloud"] },
      { reference: "I-3", client: "Orvelle SA", third: ["MA"], subProcessors: ["OVHcloud"] },
      { reference: "I-4", client: "Nordalia Ltd", third: [], subProcessors: ["OVHcloud"] },
    ],
    sheets: {
      Registre: [
        FR,
        ["I-1", "Orvelle SA", "Accueil", "Maroc", "OVHcloud", ""],
        ["I-2", "", "Rappels", "idem", "id.", ""],
        ["I-3", "", "Enquêtes", "″", "idem ci-dessus", ""],
        ["I-4", "Nordalia Ltd", "Saisie", "Pas de transfert hors EEE", "idem", ""],
      ],
    },
    merges: ["B2:B4"],
  },
  {
    name: "one sheet for each client",
    truth: [
      { reference: "S-1", client: "Orvelle SA", third: ["MA"], activity: "Accueil" },
      { reference: "S-2", client: "Voltiris SARL", third: [], activity: "Rappels" },
    ],
    sheets: {
      "Orvelle SA": [
        ["Réf.", "Activité confiée", "Pays d’accès"],
        ["S-1", "Accueil", "Depuis le Maroc"],
      ],
      "Voltiris SARL": [
        ["Réf.", "Activité confiée", "Pays d’accès"],
        ["S-2", "Rappels", "Sans objet"],
      ],
    },
  },
  {
    name: "days as numbers and as dates of the spreadsheet",
    truth: [
      { reference: "D-1", client: "Orvelle SA", startsOn: "2024-03-01" },
      { reference: "D-2", client: "Orvelle SA", startsOn: "2024-03-01" },
      { reference: "D-3", client: "Orvelle SA", startsOn: "2023" },
      { reference: "D-4", client: "Orvelle SA", startsOn: null },
      { reference: "D-5", client: "Orvelle SA", startsOn: "2021-09" },
    ],
    sheets: {
      Registre: [
        FR,
        ["D-1", "Orvelle SA", "Accueil", "", "", day(2024, 3, 1)],
        ["D-2", "Orvelle SA", "Rappels", "", "", 45352],
        ["D-3", "Orvelle SA", "Saisie", "", "", 2023],
        ["D-4", "Orvelle SA", "Chat", "", "", "à définir avec le client"],
        ["D-5", "Orvelle SA", "Tri", "", "", "rentrée 2021 (sept. 2021)"],
      ],
    },
  },
  {
    name: "English, with conditions and plans",
    truth: [
      { reference: "E-1", client: "Nordalia Ltd", third: null },
      { reference: "E-2", client: "Nordalia Ltd", third: [] },
      { reference: "E-3", client: "Nordalia Ltd", third: ["MA", "US"] },
      { reference: "E-4", client: "Nordalia Ltd", third: null },
      { reference: "E-5", client: "Nordalia Ltd", third: ["US"] },
      { reference: "E-6", client: "Nordalia Ltd", third: null },
    ],
    sheets: {
      Register: [
        EN,
        ["E-1", "Nordalia Ltd", "Inbound", "Morocco if volumes exceed the Lyon team", "none", ""],
        ["E-2", "Nordalia Ltd", "Outbound", "No third country is involved", "none", ""],
        [
          "E-3",
          "Nordalia Ltd",
          "Back office",
          "Morocco (agents) and United States (ticketing)",
          "Zendesk",
          "",
        ],
        ["E-4", "Nordalia Ltd", "Chat", "Planned move to Tunisia, Q3", "none", ""],
        ["E-5", "Nordalia Ltd", "Mail", "Remote access from New York", "none", ""],
        ["E-6", "Nordalia Ltd", "Survey", "Formerly Senegal", "tbc", ""],
      ],
    },
  },
  {
    name: "Arabic",
    truth: [
      { reference: "A-1", client: "شركة أورفيل", third: ["MA"], subProcessors: ["OVHcloud"] },
      { reference: "A-2", client: "شركة أورفيل", third: [], subProcessors: [] },
      { reference: "A-3", client: "شركة نورداليا", third: null, subProcessors: null },
      { reference: "A-4", client: "شركة نورداليا", third: ["TN"], subProcessors: ["Twilio", "OVHcloud"] },
    ],
    sheets: {
      السجل: [
        AR,
        ["A-1", "شركة أورفيل", "استقبال المكالمات", "ولوج من المغرب", "OVHcloud", day(2024, 3, 1)],
        ["A-2", "شركة أورفيل", "إعادة الاتصال", "لا يوجد نقل خارج الاتحاد", "لا أحد", ""],
        ["A-3", "شركة نورداليا", "استطلاع", "المغرب ابتداء من السنة المقبلة", "قيد الاختيار", ""],
        ["A-4", "شركة نورداليا", "دردشة", "تونس", "Twilio و OVHcloud", ""],
      ],
    },
  },
  {
    name: "exceptions and ends in French",
    truth: [
      { reference: "X-1", client: "Orvelle SA", third: ["MA"] },
      { reference: "X-2", client: "Orvelle SA", third: null },
      { reference: "X-3", client: "Orvelle SA", third: null },
      { reference: "X-4", client: "Orvelle SA", third: null },
      { reference: "X-5", client: "Orvelle SA", third: null },
      { reference: "X-6", client: "Orvelle SA", third: null },
      { reference: "X-7", client: "Orvelle SA", third: [] },
      { reference: "X-8", client: "Orvelle SA", third: null },
    ],
    sheets: {
      Registre: [
        FR,
        ["X-1", "Orvelle SA", "Accueil", "UE, à l’exception du débordement traité à Rabat", "", ""],
        ["X-2", "Orvelle SA", "Rappels", "Tunisie (fin de contrat au 31/12/2025)", "", ""],
        ["X-3", "Orvelle SA", "Saisie", "Maroc, sous réserve de l’accord du client", "", ""],
        ["X-4", "Orvelle SA", "Chat", "Maroc ou Tunisie selon la charge", "", ""],
        ["X-5", "Orvelle SA", "Tri", "Ne concerne plus le Sénégal", "", ""],
        ["X-6", "Orvelle SA", "Tri 2", "cf. contrat cadre", "", ""],
        ["X-7", "Orvelle SA", "Tri 3", "Les données restent en France", "", ""],
        ["X-8", "Orvelle SA", "Tri 4", "Maroc ? à vérifier", "", ""],
      ],
    },
  },
  {
    name: "sub-processors as people list them",
    truth: [
      { reference: "P-1", client: "Orvelle SA", subProcessors: ["Zendesk, Inc.", "OVH SAS"] },
      { reference: "P-2", client: "Orvelle SA", subProcessors: ["Aircall", "Brevo"] },
      { reference: "P-3", client: "Orvelle SA", subProcessors: null },
      { reference: "P-4", client: "Orvelle SA", subProcessors: [] },
      { reference: "P-5", client: "Orvelle SA", subProcessors: null },
      { reference: "P-6", client: "Orvelle SA", subProcessors: ["Amazon Web Services EMEA SARL"] },
      { reference: "P-7", client: "Orvelle SA", subProcessors: null },
      { reference: "P-8", client: "Orvelle SA", subProcessors: ["Twilio", "Genesys", "Microsoft"] },
      { reference: "P-9", client: "Orvelle SA", subProcessors: null },
    ],
    sheets: {
      Registre: [
        FR,
        ["P-1", "Orvelle SA", "A1", "", "Zendesk, Inc. ; OVH SAS", ""],
        ["P-2", "Orvelle SA", "A2", "", "1. Aircall\n2. Brevo", ""],
        ["P-3", "Orvelle SA", "A3", "", "liste tenue par le client", ""],
        ["P-4", "Orvelle SA", "A4", "", "Nous n’en avons pas", ""],
        ["P-5", "Orvelle SA", "A5", "", "Aircall (résilié en 2024)", ""],
        ["P-6", "Orvelle SA", "A6", "", "Amazon Web Services EMEA SARL (hébergement, Dublin)", ""],
        ["P-7", "Orvelle SA", "A7", "", "en cours de sélection", ""],
        ["P-8", "Orvelle SA", "A8", "", "• Twilio\n• Genesys\n• Microsoft", ""],
        ["P-9", "Orvelle SA", "A9", "", "Brevo à compter de 2027", ""],
      ],
    },
  },
  {
    name: "sensitive data as people answer",
    truth: [
      { reference: "C-1", client: "Orvelle SA", special: ["health"] },
      { reference: "C-2", client: "Orvelle SA", special: [] },
      { reference: "C-3", client: "Orvelle SA", special: null },
      { reference: "C-4", client: "Orvelle SA", special: ["health", "trade-union-membership"] },
      { reference: "C-5", client: "Orvelle SA", special: null },
      { reference: "C-6", client: "Orvelle SA", special: ["biometric-identification"] },
    ],
    sheets: {
      Registre: [
        ["Réf.", "Client", "Activité confiée", "Données sensibles"],
        ["C-1", "Orvelle SA", "A1", "Oui : données de santé"],
        ["C-2", "Orvelle SA", "A2", "Pas de données sensibles"],
        ["C-3", "Orvelle SA", "A3", "Santé, uniquement si le client le demande"],
        ["C-4", "Orvelle SA", "A4", "santé / appartenance syndicale"],
        ["C-5", "Orvelle SA", "A5", "à confirmer"],
        ["C-6", "Orvelle SA", "A6", "empreinte vocale (biométrie)"],
      ],
    },
  },
];
