export type DemoBreach = {
  /** Hours between awareness and the filling of the example. */
  hoursAgo: number;
  begun: { what: string; reporter: string; touched: string; isDrill?: true };
  facts: readonly (Record<string, unknown> & { kind: string; hoursAgo?: number })[];
  /** Confirmed by hand. */
  controllers: readonly string[];
  /** Persons and records of each controller's part. */
  shares?: Readonly<Record<string, { persons: string; records: string }>>;
  /** Told by telephone two hours after awareness. */
  called?: readonly string[];
  /** Reason why it is closed; absent while it runs. */
  end?: string;
};

const EXPORT_FACTS = [
  { kind: "suspected", hoursAgo: 8, text: "Doute signalé par le plateau 3." },
  { kind: "occurred", hoursAgo: 9, text: "Envoi automatique du matin." },
  { kind: "nature", natures: ["confidentiality"], text: "Un destinataire connu." },
  { kind: "person-categories", text: "Clients appelés, assurés déclarant un sinistre." },
  { kind: "data-kinds", text: "Nom, téléphone, motif d’appel." },
  { kind: "persons", count: "607", isApproximate: "on" },
  { kind: "records", count: "848" },
  { kind: "protection", protection: "none" },
  { kind: "contact-point", text: "Salma Idrissi, DPO, +212 522 00 00 19" },
  {
    kind: "measures",
    text: "Suppression demandée au destinataire et confirmée par écrit ; envois hors domaine bloqués.",
  },
  {
    kind: "severity-input",
    dataKinds: ["behavioural"],
    identification: "limited",
    confidentiality: "known-recipients",
    integrity: "none",
    availability: "none",
    isMalicious: "no",
  },
];

/** The clients are those of the example's register. */
export const DEMO_BREACHES: readonly DemoBreach[] = [
  {
    hoursAgo: 7,
    begun: {
      what: "Export d’appels envoyé au mauvais destinataire",
      reporter: "Y. Alaoui, plateau 3",
      touched: "Orvelle Énergie SA, Mutuelle des Trois Rivières, Crédit Calanques SA",
    },
    facts: EXPORT_FACTS,
    controllers: ["Orvelle Énergie SA", "Mutuelle des Trois Rivières", "Crédit Calanques SA"],
    shares: {
      "Orvelle Énergie SA": { persons: "412", records: "640" },
      "Mutuelle des Trois Rivières": { persons: "138", records: "151" },
    },
    called: ["Mutuelle des Trois Rivières"],
  },
  {
    hoursAgo: 400,
    begun: {
      what: "Badge d’un superviseur volé avec son ordinateur",
      reporter: "Service de sécurité",
      touched: "Librairie Nomade SAS",
    },
    facts: [
      { kind: "protection", protection: "encrypted-key-safe" },
      { kind: "measures", text: "Poste effacé à distance, badge annulé, plainte déposée." },
    ],
    controllers: ["Librairie Nomade SAS"],
    called: ["Librairie Nomade SAS"],
    end: "Poste effacé, aucune lecture constatée.",
  },
  {
    hoursAgo: 3,
    begun: {
      what: "Exercice d’automne : base de rappels publiée par erreur",
      reporter: "Salma Idrissi",
      touched: "Réseau Hertzia SAS",
      isDrill: true,
    },
    facts: [{ kind: "note", hoursAgo: 2, text: "Cellule réunie en 18 minutes." }],
    controllers: ["Réseau Hertzia SAS"],
  },
];
