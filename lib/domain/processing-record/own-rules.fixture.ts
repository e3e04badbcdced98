import type { RecordContent } from "./content";
import { MOROCCO, sentTo, type Change } from "./examples.fixture";
import { TABLE } from "./rules.fixture";
import { youngTable } from "./young-rules.fixture";

const CASABLANCA: Change["organisation"] = {
  country: "MA",
  siteCountries: ["MA"],
  gdprBinding: "direct-3-2",
};
const outside = (content: Partial<RecordContent>, organisation: Change["organisation"] = {}): Change => ({
  content,
  organisation: { ...CASABLANCA, ...organisation },
});
const PERU = { name: "Andes Nube SAC", country: "PE", service: "hébergement", subProcessorId: null };
const AS_CLIENT = { country: "MA", gdprBinding: "contractual-only" } as const;

/** Chapter V, 30(5) and the advice that both registers share break here as they do in the processor's. */
const SHARED: typeof TABLE = TABLE.filter(([rule]) =>
  /^(REG-7|REG-30-5|ADV-(exemption|measure|adequacy|module\.missing|signature|tia|derogation|special|minors|review))/.test(
    rule,
  ),
)
  .filter(([rule]) => !["REG-7.module-misfit", "REG-7.uk-tool"].includes(rule))
  .map(([rule, broken, met]) => [rule, asYes(broken), asYes(met)]);

/** Lists for each rule of the company's own register a change that breaks it and a near one that does not. */
export const OWN_TABLE: [rule: string, broken: Change, kept: Change][] = [
  ["REG1-a.name", { organisation: { legalName: "-" } }, {}],
  ["REG1-a.contact", { organisation: { address: "" } }, { organisation: { email: "" } }],
  [
    "REG1-a.joint",
    { content: { jointAnswer: "yes" } },
    { content: { jointAnswer: "yes", jointControllers: ["Groupe Zellij SA, Lyon"] } },
  ],
  [
    "REG1-a.representative",
    outside({ targetsUnion: "yes" }),
    outside({ targetsUnion: "yes" }, { euRepresentative: "Zellij Europe, Lyon" }),
  ],
  ["REG1-a.dpo", { organisation: { dpoEmail: "" } }, { organisation: { dpoEmail: "", hasNoDpo: true } }],
  ["REG1-b.missing", { content: { purposes: [] } }, { content: { purposes: ["Versement des salaires"] } }],
  [
    "REG1-b.vague",
    { content: { purposes: ["Gestion administrative du personnel"] } },
    { content: { purposes: ["Gestion", "Calcul des congés"] } },
  ],
  ["REG1-c.persons", { content: { persons: ["néant"] } }, { content: { persons: ["candidats"] } }],
  ["REG1-c.data", { content: { dataCategories: [] } }, { content: { dataCategories: ["CV"] } }],
  [
    "REG1-c.data-vague",
    { content: { dataCategories: ["Données personnelles"] } },
    { content: { dataCategories: ["Données de paie"] } },
  ],
  [
    "REG1-d.missing",
    { content: { recipients: ["aucun"], subProcessors: [] } },
    { content: { recipients: ["Aucun hors de la direction"], subProcessors: [] } },
  ],
  [
    "REG1-d.third-country",
    sent({ country: "PE", place: "" }),
    { content: { ...sent({ country: "PE", place: "" }).content, subProcessors: [PERU] } },
  ],
  ["REG1-e.unanswered", { content: { transferAnswer: "unanswered" } }, {}],
  [
    "REG1-e.contradiction",
    { content: { subProcessors: [PERU] } },
    { content: { subProcessors: [{ ...PERU, country: "BE" }] } },
  ],
  [
    "REG1-e.unnamed",
    { content: { transferAnswer: "yes", transferText: "Hors UE" } },
    { content: { transferText: "Hors UE" } },
  ],
  ["REG1-e.within-eea", sent({ country: "IE" }), sent({ country: "IE" }, { country: "PE" })],
  [
    "REG1-e.processors",
    { content: { ...sent({}).content, subProcessors: [PERU] } },
    { content: { ...sent({}, { country: "PE" }).content, subProcessors: [PERU] } },
  ],
  ...SHARED,
  ["REG1-e.module", sent({ sccModule: 3 }), sent({ sccModule: 1 })],
  [
    "REG1-f.missing",
    { content: { retention: "à définir" } },
    { content: { retention: "", retentionAbsentReason: "Procédure en cours, terme inconnu" } },
  ],
  [
    "REG1-f.vague",
    { content: { retention: "Durée légale" } },
    { content: { retention: "Durée légale de 5 ans" } },
  ],
  [
    "REG1-g.missing",
    { content: { measures: [] } },
    { content: { measures: [], measuresAbsentReason: "Décrites dans la politique interne, confidentielle" } },
  ],
  ["REG1-g.hollow", { content: { measures: ["mesures en place"] } }, {}],
  ...youngTable({ legalBases: ["consent"] }),
  ["ADV1-joint", { content: { jointAnswer: "unanswered" } }, {}],
  ["ADV1-targeting.unanswered", outside({}), outside({}, { gdprBinding: "contractual-only" })],
  ["ADV1-targeting.binding", outside({ targetsUnion: "yes" }, AS_CLIENT), outside({ targetsUnion: "yes" })],
  ["ADV1-legal-basis.missing", { content: { legalBases: [] } }, {}],
  [
    "ADV1-legal-basis.special",
    { content: { specialAnswer: "yes", specialCategories: ["health"] } },
    { content: { specialAnswer: "yes", specialCondition: "9(2)(b), droit du travail" } },
  ],
  ["ADV1-information", { content: { informationNotice: "" } }, {}],
  [
    "ADV1-processors.unanswered",
    { content: { subProcessorsAnswer: "unanswered", subProcessors: [] } },
    { content: { subProcessorsAnswer: "no", subProcessors: [] } },
  ],
  [
    "ADV1-processors.unnamed",
    { content: { subProcessorsAnswer: "yes", subProcessors: [] } },
    { content: { subProcessorsAnswer: "no", subProcessors: [] } },
  ],
  ["ADV1-processors.unlocated", { content: { subProcessors: [{ ...PERU, country: null }] } }, {}],
  ["ADV1-cndp.declaration", outside({}), outside({ cndpNumbers: ["D-90/2023"] })],
  [
    "ADV1-cndp.authorisation",
    outside({ dataCategories: ["identité, numéro de CIN"], cndpNumbers: ["D-90/2023"] }),
    outside({ dataCategories: ["identité, numéro de CIN"], cndpNumbers: ["A-PO-268/2024"] }),
  ],
  [
    "ADV1-cndp.transfer",
    outside({ cndpNumbers: ["D-90/2023"] }),
    outside({ cndpNumbers: ["D-90/2023", "T-114/2024 vers la France"] }),
  ],
  [
    "ADV1-period",
    { content: { startsOn: { value: "2024-03", text: "" }, endsOn: { value: "2023", text: "" } } },
    { content: { startsOn: { value: "2024-03", text: "" }, endsOn: { value: "2024", text: "" } } },
  ],
];

/** A transfer by the company itself, to its controller's or processor's module, beside Morocco. */
function sent(...changes: Parameters<typeof sentTo>): Change {
  return asYes(sentTo(...changes));
}

/** Answers yes to transfers, without a processor that would need another country. */
function asYes(change: Change): Change {
  if (!change.content?.destinations) return change;
  return { ...change, content: { ...change.content, transferAnswer: "yes" } };
}

export const MOROCCAN_HOST = {
  name: "Atlas Nuage SARL",
  country: MOROCCO.country,
  service: "hébergement",
  subProcessorId: null,
};
