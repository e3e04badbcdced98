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
  {
    name: "a legend, totals and a second head under the table",
    truth: [
      { reference: "T-1", client: "Orvelle SA", third: ["MA"] },
      { reference: "T-2", client: "Voltiris SARL", third: [] },
    ],
    sheets: {
      Registre: [
        ["Registre des activités de sous-traitance, mis à jour le 12/10/2026"],
        [],
        FR,
        ["T-1", "Orvelle SA", "Accueil", "Maroc", "", ""],
        ["Total Orvelle", "1 activité"],
        ["T-2", "Voltiris SARL", "Rappels", "aucun", "", ""],
        ["Total général", "2 activités"],
        [],
        ["* Pays d’accès : pays depuis lesquels les données sont consultées"],
        ["Fait à Casablanca, le 12/10/2026"],
      ],
    },
    merges: ["A1:F1"],
  },
  {
    name: "a band of groups over the head",
    truth: [
      { reference: "G-1", client: "Orvelle SA", third: ["MA"], subProcessors: ["OVHcloud"] },
      { reference: "G-2", client: "Voltiris SARL", third: ["SN"], subProcessors: [] },
    ],
    sheets: {
      Registre: [
        ["Identification", "", "", "Flux", "", "Calendrier"],
        FR,
        ["G-1", "Orvelle SA", "Accueil", "MA", "OVHcloud", ""],
        ["G-2", "Voltiris SARL", "Rappels", "SN", "-", ""],
      ],
    },
    merges: ["A1:C1", "D1:E1"],
  },
  {
    name: "errors, booleans and zeros of formulas",
    truth: [
      { reference: "F-1", client: "Orvelle SA", third: null, subProcessors: null },
      { reference: "F-2", client: "Orvelle SA", third: null, subProcessors: null },
      { reference: "F-3", client: "Orvelle SA", third: ["MA"], subProcessors: null },
    ],
    sheets: {
      Registre: [
        FR,
        ["F-1", "Orvelle SA", "Accueil", "#N/A", "#REF!", ""],
        ["F-2", "Orvelle SA", "Rappels", 0, 0, ""],
        ["F-3", "Orvelle SA", "Saisie", "Maroc", "#VALEUR!", ""],
      ],
    },
  },
  {
    name: "codes of countries, lists of codes and flags",
    truth: [
      { reference: "K-1", client: "Orvelle SA", third: ["MA", "TN"] },
      { reference: "K-2", client: "Orvelle SA", third: ["MA"] },
      { reference: "K-3", client: "Orvelle SA", third: [] },
      { reference: "K-4", client: "Orvelle SA", third: ["MU"] },
      { reference: "K-5", client: "Orvelle SA", third: ["MG"] },
      { reference: "K-6", client: "Orvelle SA", third: null },
    ],
    sheets: {
      Registre: [
        FR,
        ["K-1", "Orvelle SA", "A1", "MA/TN", "", ""],
        ["K-2", "Orvelle SA", "A2", "FR + MA", "", ""],
        ["K-3", "Orvelle SA", "A3", "FR, BE, LU", "", ""],
        ["K-4", "Orvelle SA", "A4", "🇲🇺", "", ""],
        ["K-5", "Orvelle SA", "A5", "Tananarive", "", ""],
        ["K-6", "Orvelle SA", "A6", "Afrique", "", ""],
      ],
    },
  },
  {
    name: "hosting here and access from there",
    truth: [
      { reference: "O-1", client: "Orvelle SA", third: ["MA"] },
      { reference: "O-2", client: "Orvelle SA", third: ["IN"] },
      { reference: "O-3", client: "Orvelle SA", third: null },
      { reference: "O-4", client: "Orvelle SA", third: ["US"] },
    ],
    sheets: {
      Registre: [
        FR,
        ["O-1", "Orvelle SA", "A1", "Hébergement : Roubaix. Accès : Rabat.", "", ""],
        ["O-2", "Orvelle SA", "A2", "serveurs en Irlande, maintenance assurée depuis Bangalore", "", ""],
        ["O-3", "Orvelle SA", "A3", "Prestataire canadien, données en France", "", ""],
        ["O-4", "Orvelle SA", "A4", "Données aux États-Unis (DPF)", "", ""],
      ],
    },
  },
  {
    name: "one entry over several lines of its cells",
    truth: [
      { reference: "L-1", client: "Orvelle SA", third: ["MA", "SN"], subProcessors: ["Zendesk", "Twilio"] },
      { reference: "L-2", client: "Voltiris SARL", third: [], subProcessors: [] },
    ],
    sheets: {
      Registre: [
        FR,
        ["L-1", "Orvelle SA", "Accueil", "- Maroc\n- Sénégal", "- Zendesk\n- Twilio", ""],
        ["L-2", "Voltiris SARL", "Rappels", "- non", "- non", ""],
      ],
    },
  },
  {
    name: "the client in a column of its own address and contact",
    truth: [
      { reference: "Q-1", client: "Orvelle SA", third: [] },
      { reference: "Q-2", client: "Calanques Habitat", third: ["MA"] },
    ],
    sheets: {
      Registre: [
        ["N°", "Responsable de traitement", "Adresse du responsable", "Finalité", "Transferts hors UE"],
        ["Q-1", "Orvelle SA", "12 rue Haute, Lyon", "Accueil téléphonique", "Non"],
        ["Q-2", "Calanques Habitat", "3 quai du Port, Marseille", "Relances de loyer", "Oui (Maroc)"],
      ],
    },
  },
  {
    name: "yes without a country",
    truth: [
      { reference: "Y-1", client: "Orvelle SA", third: null },
      { reference: "Y-2", client: "Orvelle SA", third: null },
      { reference: "Y-3", client: "Orvelle SA", third: null },
    ],
    sheets: {
      Registre: [
        ["N°", "Client", "Activité", "Transferts hors UE"],
        ["Y-1", "Orvelle SA", "Accueil", "Oui"],
        ["Y-2", "Orvelle SA", "Rappels", "Oui, pays non communiqué"],
        ["Y-3", "Orvelle SA", "Saisie", "NSP"],
      ],
    },
  },
  {
    name: "names of clients with what they are",
    truth: [
      { reference: "Z-1", client: "Orvelle SA" },
      { reference: "Z-2", client: "Orvelle SA" },
      { reference: "Z-3", client: "Orvelle SA" },
    ],
    sheets: {
      Registre: [
        FR,
        ["Z-1", "Orvelle SA", "A1", "", "", ""],
        ["Z-2", "ORVELLE S.A.", "A2", "", "", ""],
        ["Z-3", "  Orvelle SA ", "A3", "", "", ""],
      ],
    },
  },
  {
    name: "a French register with n.c. and blanks",
    truth: [
      { reference: "B-1", client: "Orvelle SA", third: null, subProcessors: null },
      { reference: "B-2", client: "Orvelle SA", third: null, subProcessors: null },
      { reference: "B-3", client: "Orvelle SA", third: null, subProcessors: null },
    ],
    sheets: {
      Registre: [
        FR,
        ["B-1", "Orvelle SA", "A1", "n.c.", "NC", ""],
        ["B-2", "Orvelle SA", "A2", "???", "?", ""],
        ["B-3", "Orvelle SA", "A3", "voir DPA", "voir onglet 2", ""],
      ],
    },
  },
  {
    name: "rich words around countries in English",
    truth: [
      { reference: "V-1", client: "Nordalia Ltd", third: [] },
      { reference: "V-2", client: "Nordalia Ltd", third: ["IN"] },
      { reference: "V-3", client: "Nordalia Ltd", third: null },
      { reference: "V-4", client: "Nordalia Ltd", third: ["MA"] },
      { reference: "V-5", client: "Nordalia Ltd", third: null },
    ],
    sheets: {
      Register: [
        EN,
        ["V-1", "Nordalia Ltd", "A1", "Data never leaves the EEA", "", ""],
        ["V-2", "Nordalia Ltd", "A2", "India (24/7 support)", "", ""],
        ["V-3", "Nordalia Ltd", "A3", "not Morocco any more", "", ""],
        ["V-4", "Nordalia Ltd", "A4", "Everything in France except night shifts in Casablanca", "", ""],
        ["V-5", "Nordalia Ltd", "A5", "Depends on the project", "", ""],
      ],
    },
  },
  {
    name: "dates as people write them",
    truth: [
      { reference: "W-1", client: "Orvelle SA", startsOn: "2024-03-01" },
      { reference: "W-2", client: "Orvelle SA", startsOn: "2024-03-15" },
      { reference: "W-3", client: "Orvelle SA", startsOn: "2024-03" },
      { reference: "W-4", client: "Orvelle SA", startsOn: null },
      { reference: "W-5", client: "Orvelle SA", startsOn: null },
      { reference: "W-6", client: "Orvelle SA", startsOn: "2022" },
    ],
    sheets: {
      Registre: [
        FR,
        ["W-1", "Orvelle SA", "A1", "", "", "1er mars 2024"],
        ["W-2", "Orvelle SA", "A2", "", "", "15/03/2024"],
        ["W-3", "Orvelle SA", "A3", "", "", "mars 2024"],
        ["W-4", "Orvelle SA", "A4", "", "", "pas avant mars 2024"],
        ["W-5", "Orvelle SA", "A5", "", "", "2022 ou 2023"],
        ["W-6", "Orvelle SA", "A6", "", "", "depuis 2022"],
      ],
    },
  },
  {
    name: "sub-processors with their country beside",
    truth: [
      { reference: "U-1", client: "Orvelle SA", subProcessors: ["Zendesk", "OVHcloud"] },
      { reference: "U-2", client: "Orvelle SA", subProcessors: ["Aircall"] },
      { reference: "U-3", client: "Orvelle SA", subProcessors: null },
      { reference: "U-4", client: "Orvelle SA", subProcessors: null },
    ],
    sheets: {
      Registre: [
        FR,
        ["U-1", "Orvelle SA", "A1", "", "Zendesk (US), OVHcloud (FR)", ""],
        ["U-2", "Orvelle SA", "A2", "", "Aircall – téléphonie – France", ""],
        ["U-3", "Orvelle SA", "A3", "", "Aucun, hormis l’hébergeur", ""],
        ["U-4", "Orvelle SA", "A4", "", "ex-Twilio", ""],
      ],
    },
  },
  {
    name: "a sheet of parameters and an archive beside the register",
    truth: [
      { reference: "J-1", client: "Orvelle SA", third: ["MA"] },
      { reference: "J-2", client: "Voltiris SARL", third: [] },
    ],
    sheets: {
      Listes: [["Pays"], ["Maroc"], ["Tunisie"], ["Sénégal"]],
      Registre: [
        FR,
        ["J-1", "Orvelle SA", "Accueil", "agents à Casablanca", "", ""],
        ["J-2", "Voltiris SARL", "Rappels", "Union européenne", "", ""],
      ],
      "À lire": [["Version 3, à compléter par chaque chef de projet"]],
    },
  },
];
