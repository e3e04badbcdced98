import type { WrittenBook } from "./written-books.fixture";

const FR = ["Réf.", "Client", "Activité confiée", "Pays d’accès", "Sous-traitants ultérieurs", "Début"];
const EN = ["Ref.", "Customer", "Processing activity", "Third countries", "Sub-processors", "Start date"];

/** Further registers: what stands around their tables, and cells as people fill them. */
export const WRITTEN_TABLES: readonly WrittenBook[] = [
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
