/** The call centre of the demonstration, section by section, as its forms would send it. Everything is invented. */
export const DEMO_SETUP = {
  legalName: "Zellij Contact SARL",
  ice: "000000000000123",
  address: "41 boulevard Zerktouni",
  city: "Casablanca",
  country: "MA",
  email: "contact@zellij.example",
  phone: "+212 522 00 00 14",
  dpoName: "Imane Berrada",
  dpoEmail: "dpo@zellij.example",
  dpoPhone: "+212 522 00 00 15",
  personName: "Salma Idrissi",
  personEmail: "salma@zellij.example",
};

export const DEMO_SECTIONS: readonly ({ section: string } & Record<string, unknown>)[] = [
  { section: "reach", gdprBinding: "contractual-only" },
  {
    section: "representative",
    euRepresentativeExemption: "contractual-only",
    euRepresentativeReason: "Liée par ses contrats ; ne vise pas elle-même de personnes dans l’Union.",
  },
  {
    section: "sites",
    sites: [
      {
        name: "Siège et plateau A",
        address: "41 boulevard Zerktouni",
        city: "Casablanca",
        country: "MA",
        activity: "appels entrants et sortants, direction",
        people: "180",
      },
      {
        name: "Plateau B",
        address: "12 avenue Annakhil, Hay Riad",
        city: "Rabat",
        country: "MA",
        activity: "standard médical, langue anglaise",
        people: "65",
      },
    ],
  },
  {
    section: "tools",
    tools: [
      {
        name: "Standard Numéria",
        supplier: "Numéria Voix SAS",
        purpose: "lignes et enregistrement",
        hostedIn: "FR",
        isOutside: "on",
      },
      {
        name: "Kiosque",
        supplier: "Kiosque CRM SAS",
        purpose: "dossiers des appelants",
        hostedIn: "FR",
        isOutside: "on",
      },
      { name: "Grille d’écoute", supplier: "", purpose: "notation des appels", hostedIn: "MA" },
    ],
  },
  {
    section: "turnover",
    turnoverAmount: "96 400 000",
    turnoverCurrency: "MAD",
    turnoverRate: "10,82",
    turnoverRateOn: "31/12/2025",
    turnoverYearEnd: "31/12/2025",
  },
];

/** Colleagues of the owner, one of each role. */
export const DEMO_MEMBERS = [
  { role: "dpo", name: "Imane Berrada", email: "imane@zellij.example" },
  { role: "editor", name: "Youssef Tazi", email: "youssef@zellij.example" },
  { role: "viewer", name: "كريم بنسودة", email: "karim@zellij.example" },
] as const;
