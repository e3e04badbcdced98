import type { ControllerFacts } from "@/lib/domain/controller/types";
import { asController } from "@/lib/domain/organisation/as-controller";
import type { OrganisationFacts } from "@/lib/domain/organisation/types";
import type { Assessment } from "./completeness-case";
import { destinationSchema, recordContentSchema, type Destination, type RecordContent } from "./content";
import type { SubProcessorStatus } from "./sub-processors";
import type { RecordState } from "./types";

/** A call centre in Casablanca, bound by its contracts alone, with nothing left to say. */
export const PROCESSOR: OrganisationFacts = {
  legalName: "Zellij Voix SARL",
  country: "MA",
  address: "7 rue Ibn Batouta, 20000 Casablanca",
  email: "contact@zellij.example",
  phone: "+212 522 00 00 00",
  dpoName: "Imane Berrada",
  dpoEmail: "dpo@zellij.example",
  dpoPhone: "",
  hasNoDpo: false,
  euRepresentative: "",
  euRepresentativeCountry: "",
  euRepresentativeAbsentReason: "Liée par contrat seulement, ne cible pas de personnes dans l’Union",
  gdprBinding: "contractual-only",
  siteCountries: ["MA"],
};

/** A French client with nothing left to say. */
export const CONTROLLER: ControllerFacts = {
  legalName: "Fromagerie Lacombe SAS",
  isPlaceholder: false,
  country: "FR",
  address: "3 place aux Herbes, 12000 Rodez",
  contactName: "Paul Lacombe",
  contactEmail: "paul@lacombe.example",
  contactPhone: "",
  dpoContact: "dpo@lacombe.example",
  hasNoDpo: false,
  representative: "",
  establishments: [],
  targeting: "",
  targetCountries: [],
  jointControllers: [],
  representativeAbsentReason: "",
};

export const MOROCCO: Destination = destinationSchema.parse({
  country: "MA",
  place: "Casablanca",
  instrument: "scc-2021-914",
  sccModule: 2,
  signedOn: { value: "2026-01-10" },
  assessedOn: { value: "2026-01-08" },
});

export const CONTENT: RecordContent = recordContentSchema.parse({
  activity: "Suivi des commandes par téléphone",
  operations: ["Réception d’appels", "Identification de l’appelant", "Création de tickets"],
  transferAnswer: "yes",
  destinations: [MOROCCO],
  measures: ["Connexion à deux facteurs", "Chiffrement des enregistrements"],
  frequency: "daily",
  persons: ["clients"],
  dataCategories: ["identité", "commandes", "voix"],
  specialAnswer: "no",
  minorsAnswer: "no",
  subProcessorsAnswer: "no",
  contractReference: "C-021",
  startsOn: { value: "2024-03" },
  reviewedOn: { value: "2026-10-12" },
});

/** Authorised sub-processor of the list, with its contract and its tools. */
export const LISTED: SubProcessorStatus = {
  id: "0191b2a4-0000-7000-8000-0000000000a1",
  reference: "SP-001",
  name: "Nuit Claire SARL",
  country: "SN",
  state: "active",
  requestId: null,
  missing: [],
};

/** Differences from the complete case. */
export type Change = {
  content?: Partial<RecordContent>;
  controller?: Partial<ControllerFacts>;
  organisation?: Partial<OrganisationFacts>;
  subProcessors?: Assessment["subProcessors"];
  links?: Assessment["links"];
  state?: RecordState;
  on?: string;
};

/** The complete case, 24 November 2026, with something changed. */
export function caseWith({
  content,
  controller,
  organisation,
  subProcessors = [LISTED],
  links,
  state = "active",
  on,
}: Change = {}): Assessment {
  return {
    record: { reference: "T-001", state, capacity: "processor", content: { ...CONTENT, ...content } },
    controller: { ...CONTROLLER, ...controller },
    organisation: { ...PROCESSOR, ...organisation },
    subProcessors,
    ...(links ? { links } : {}),
    on: on ?? "2026-11-24",
  };
}

/** A company of Lyon, bound by the GDPR for all that it does. */
export const LYON: Partial<OrganisationFacts> = {
  country: "FR",
  siteCountries: ["FR"],
  address: "12 rue de la Barre, 69002 Lyon",
  gdprBinding: "union-establishment",
};

/** The payroll of that company, with nothing left to say. */
export const PAYROLL: RecordContent = recordContentSchema.parse({
  activity: "Paie",
  purposes: ["Calcul et versement des salaires", "Déclarations sociales"],
  jointAnswer: "no",
  persons: ["salariés"],
  dataCategories: ["identité", "rémunération", "temps de travail"],
  specialAnswer: "no",
  minorsAnswer: "no",
  recipients: ["service de la paie", "URSSAF"],
  subProcessorsAnswer: "yes",
  subProcessors: [{ name: "Paie Claire SAS", country: "FR", service: "logiciel de paie" }],
  transferAnswer: "no",
  retention: "5 ans après le départ",
  measures: ["Accès réservé à deux personnes", "Chiffrement"],
  legalBases: ["legal-obligation"],
  informationNotice: "Notice remise avec le contrat de travail",
  frequency: "regular",
  reviewedOn: { value: "2026-10-12" },
});

/** Builds the entry of the company's own register, 24 November 2026, with a change. */
export function ownCaseWith({ content, organisation, state = "active", on }: Change = {}): Assessment {
  const facts = { ...PROCESSOR, ...LYON, euRepresentativeAbsentReason: "", ...organisation };
  return {
    record: { reference: "I-001", state, capacity: "controller", content: { ...PAYROLL, ...content } },
    controller: asController(facts),
    organisation: facts,
    on: on ?? "2026-11-24",
  };
}

/** Destinations that differ from Morocco under module 2. */
export function sentTo(...changes: Partial<Destination>[]): Change {
  return { content: { destinations: changes.map((change) => ({ ...MOROCCO, ...change })) } };
}
