import type { RecordContent } from "./content";
import { LISTED, sentTo, type Change } from "./examples.fixture";
import { LINK_TABLE } from "./link-rules.fixture";
import { youngTable } from "./young-rules.fixture";

const CANADA: Change["controller"] = { country: "CA", representative: "Lacombe Europe SARL, Dublin" };
const BRITAIN: Change["controller"] = {
  country: "GB",
  representativeAbsentReason: "Ne cible personne dans l’Union",
};
const SWITZERLAND: Change["controller"] = { ...BRITAIN, country: "CH" };
const no = (transferReason: string, controller?: Change["controller"]): Change => ({
  content: { transferAnswer: "no", transferReason, destinations: [] },
  ...(controller ? { controller } : {}),
});
const special = (content: Partial<RecordContent>): Change => ({
  content: { specialAnswer: "yes", ...content },
});
const claims = (content: Partial<RecordContent>): Change => ({
  content: { exemptionClaimed: true, frequency: "occasional", ...content },
});
const MEASURE = {
  id: "0191b2a4-0000-7000-8000-000000000004",
  reference: "M-004",
  title: "Double authentification",
  libraryCode: null,
};
const senegal = { name: LISTED.name, country: "SN", service: "débordement", subProcessorId: LISTED.id };
const unlisted = { ...senegal, subProcessorId: null };
const uses = (one: typeof unlisted | typeof senegal, more: Omit<Change, "content"> = {}): Change => ({
  content: { subProcessorsAnswer: "yes", subProcessors: [one] },
  ...more,
});

/** Lists for each rule a change that breaks it and a near one that does not. */
export const TABLE: [rule: string, broken: Change, kept: Change][] = [
  ["REG-1.name", { organisation: { legalName: " " } }, {}],
  ["REG-1.contact", { organisation: { email: "", phone: "" } }, { organisation: { email: "" } }],
  [
    "REG-2.unnamed",
    { controller: { legalName: "client télécom" } },
    { controller: { legalName: "Telecom Nord" } },
  ],
  [
    "REG-2.several",
    { controller: { legalName: "Nordalia / Sudalia" } },
    { controller: { legalName: "Nordalia / Sudalia", registrationNumber: "552 100 554" } },
  ],
  ["REG-2.country", { controller: { country: null } }, {}],
  [
    "REG-2.contact",
    { controller: { address: "", contactEmail: "", contactName: "Paul" } },
    { controller: { contactEmail: "" } },
  ],
  [
    "REG-2.town",
    { controller: { address: "69003 Lyon", contactEmail: "", contactPhone: "" } },
    { controller: { address: "BP 12, 69003 Lyon", contactEmail: "", contactPhone: "" } },
  ],
  ["ADV-role", { controller: { isRoleUnsaid: true } }, { controller: { isRoleUnsaid: false } }],
  [
    "REG-3.controller",
    { controller: { country: "CA" } },
    { controller: { country: "CA", representativeAbsentReason: "Ne cible personne dans l’Union" } },
  ],
  [
    "REG-3.processor",
    { organisation: { euRepresentativeAbsentReason: "sans objet" } },
    { organisation: { euRepresentativeAbsentReason: "", gdprBinding: "union-establishment" } },
  ],
  ["REG-4.processor", { organisation: { dpoEmail: "" } }, { organisation: { dpoEmail: "", hasNoDpo: true } }],
  [
    "REG-4.controller",
    { controller: { dpoContact: "?" } },
    { controller: { dpoContact: "", hasNoDpo: true } },
  ],
  [
    "REG-5.operations",
    { content: { operations: [] } },
    { content: { operations: [], activity: "Appels sortants, prise de rendez-vous" } },
  ],
  [
    "REG-5.vague",
    { content: { operations: [], activity: "Prestation centre d’appels" } },
    { content: { activity: "Prestation centre d’appels" } },
  ],
  ["REG-6.unanswered", { content: { transferAnswer: "unanswered" } }, {}],
  ["REG-6.presumed", no("Aucun, données hébergées à Paris"), no("Données reçues directement des personnes")],
  [
    "REG-6.contradiction",
    { content: { transferAnswer: "no", transferReason: "Clientèle de Toronto" }, controller: CANADA },
    no("Clientèle de Toronto", CANADA),
  ],
  ["REG-6.no-reason", no("n/a", CANADA), no("Clientèle de Toronto", CANADA)],
  ["REG-6.unnamed", { content: { destinations: [], transferText: "Hors UE" } }, {}],
  ["REG-6.own-country", sentTo({ country: "SN", sccModule: 3 }), sentTo({}, { country: "SN", sccModule: 3 })],
  [
    "REG-6.within-eea",
    { ...sentTo({ country: "FR" }), controller: CANADA },
    { ...sentTo({}), controller: CANADA },
  ],
  ["REG-7.none", sentTo({ instrument: null }), sentTo({}, { country: "CH", instrument: null })],
  ["REG-7.privacy-shield", sentTo({ instrument: "privacy-shield" }), {}],
  ["REG-7.safe-harbor", sentTo({ instrument: "other", instrumentText: "Safe Harbor" }), {}],
  ["REG-7.no-chapter-v", sentTo({ instrument: "scc-2021-915" }), {}],
  [
    "REG-7.no-adequacy",
    sentTo({ instrument: "adequacy" }),
    sentTo({}, { country: "AR", instrument: "adequacy" }),
  ],
  [
    "REG-7.lapsed-scc",
    sentTo({ instrument: "scc-unspecified", signedOn: { value: "2019", text: "" } }),
    { ...sentTo({ instrument: "scc-unspecified", signedOn: { value: "2019", text: "" } }), on: "2022-12-27" },
  ],
  ["REG-7.which-scc", sentTo({ instrument: "scc-unspecified" }), {}],
  ["REG-7.module-misfit", sentTo({ sccModule: 1 }), sentTo({ sccModule: 3 })],
  ["REG-7.not-in-force", sentTo({ signedOn: { value: "2021-03", text: "" } }), sentTo({ signedOn: null })],
  [
    "REG-7.other-unsaid",
    sentTo({ instrument: "other" }),
    sentTo({ instrument: "other", instrumentText: "Clauses autorisées par l’autorité, 46(3)(a)" }),
  ],
  [
    "REG-7.unsigned",
    sentTo({ signedOn: null, instrumentText: "à signer en 2027" }),
    sentTo({ signedOn: null, instrumentText: "modèle de la Commission" }),
  ],
  [
    "REG-7.other-none",
    sentTo({ instrument: "other", instrumentText: "Contrat commercial" }),
    sentTo({ instrument: "other", instrumentText: "BCR de sous-traitant, approuvées par la CNIL" }),
  ],
  [
    "REG-7.uk-tool",
    { ...sentTo({}), controller: BRITAIN },
    { ...sentTo({ instrumentText: "UK Addendum B1.0" }), controller: BRITAIN },
  ],
  [
    "REG-7.derogation-regular",
    sentTo({ instrument: "derogation-49-1-2" }),
    { content: { ...sentTo({ instrument: "derogation-49-1-2" }).content, frequency: "occasional" } },
  ],
  [
    "REG-7.derogation-documents",
    sentTo({ instrument: "derogation-49-1-2" }),
    sentTo({ instrument: "derogation-49-1-2", derogationDocuments: "Note du 3 mai 2026" }),
  ],
  [
    "REG-8.missing",
    { content: { measures: [] } },
    { content: { measures: [], measuresAbsentReason: "Décrites au contrat, non communicables" } },
  ],
  [
    "REG-8.hollow",
    { content: { measures: ["oui", "mesures en place"] } },
    { content: { measures: ["oui", "VPN"] } },
  ],
  ["REG-30-5.not-occasional", claims({ frequency: "daily" }), claims({})],
  ["REG-30-5.special", claims({ specialAnswer: "yes", specialCategories: ["health"] }), claims({})],
  ["REG-30-5.minors", claims({ minorsAnswer: "yes" }), claims({})],
  ["REG-30-5.frequency", claims({ frequency: "unanswered" }), claims({})],
  ["SUB-28-2.unlisted", uses(unlisted), uses(senegal)],
  ...youngTable(),
  [
    "SUB-28-2.inactive",
    uses(senegal, { subProcessors: [{ ...LISTED, state: "to-sign", missing: ["contract"] }] }),
    uses(senegal),
  ],
  ["ADV-exemption", claims({}), { content: { exemptionClaimed: false, frequency: "occasional" } }],
  [
    "ADV-contact",
    { controller: { contactEmail: "" } },
    { controller: { contactEmail: "", contactPhone: "05 65 00 00 00" } },
  ],
  [
    "ADV-representative",
    { organisation: { gdprBinding: "direct-3-2" } },
    { organisation: { gdprBinding: "direct-3-2", euRepresentative: "Zellij Europe, Lyon" } },
  ],
  [
    "ADV-dpo",
    { ...special({ specialCategories: ["health"] }), organisation: { hasNoDpo: true } },
    special({ specialCategories: ["health"] }),
  ],
  ["ADV-activity", { content: { activity: "call-centre services" } }, {}],
  ["ADV-direct-collection", no("Données reçues directement des personnes"), no("Données hébergées à Paris")],
  ["ADV-hosting", no("Données hébergées à Paris", CANADA), no("Clientèle de Toronto", CANADA)],
  [
    "ADV-sub-processors.abroad",
    { content: { subProcessorsAnswer: "yes", subProcessors: [senegal] } },
    { content: { subProcessorsAnswer: "yes", subProcessors: [{ ...senegal, country: "BE" }] } },
  ],
  [
    "ADV-adequacy",
    sentTo({}, { country: "US", instrument: "adequacy" }),
    sentTo(
      {},
      { country: "US", instrument: "adequacy", instrumentText: "Certifié DPF, liste du 2 juin 2026" },
    ),
  ],
  ["ADV-module.missing", sentTo({ sccModule: null }), {}],
  ["ADV-module.importer", sentTo({ sccModule: 3 }), {}],
  ["ADV-module.onward", sentTo({}, { country: "SN" }), sentTo({}, { country: "SN", sccModule: 3 })],
  ...LINK_TABLE,
  ["ADV-signature", sentTo({ signedOn: null }), {}],
  ["ADV-tia", sentTo({ assessedOn: null, assessmentText: "à faire" }), {}],
  [
    "ADV-derogation",
    sentTo({ instrument: "derogation-49-1" }),
    { content: { ...sentTo({ instrument: "derogation-49-1" }).content, frequency: "occasional" } },
  ],
  [
    "ADV-swiss-clauses",
    { ...sentTo({}), controller: SWITZERLAND },
    { ...sentTo({ instrumentText: "adaptées au droit suisse (PFPDT)" }), controller: SWITZERLAND },
  ],
  [
    "ADV-measure.retired",
    { content: { measureIds: [MEASURE.id] }, organisation: { retiredMeasures: [MEASURE] } },
    { content: { measureIds: [MEASURE.id] } },
  ],
  ["ADV-persons", { content: { persons: [] } }, {}],
  ["ADV-data", { content: { dataCategories: ["-"] } }, {}],
  ["ADV-special.unanswered", { content: { specialAnswer: "unanswered" } }, {}],
  ["ADV-special.bank", special({ specialText: "RIB" }), special({ specialText: "RIB, ordonnances" })],
  ["ADV-special.kind", special({ persons: ["patients"] }), special({ specialCategories: ["health"] })],
  ["ADV-minors", { content: { minorsAnswer: "unanswered" } }, {}],
  [
    "ADV-sub-processors.unanswered",
    { content: { subProcessorsAnswer: "unanswered" } },
    { content: { subProcessorsAnswer: "unanswered", subProcessors: [{ ...senegal, country: "FR" }] } },
  ],
  [
    "ADV-sub-processors.unnamed",
    { content: { subProcessorsAnswer: "yes" } },
    { content: { subProcessorsAnswer: "yes", subProcessors: [{ ...senegal, country: "FR" }] } },
  ],
  [
    "ADV-sub-processors.unlocated",
    { content: { subProcessorsAnswer: "yes", subProcessors: [{ ...senegal, country: null }] } },
    { content: { subProcessorsAnswer: "yes", subProcessors: [senegal] } },
  ],
  ["ADV-contract", { content: { contractReference: "néant" } }, {}],
  ["ADV-start", { content: { startsOn: null } }, {}],
  [
    "ADV-period",
    { content: { endsOn: { value: "2023", text: "" } } },
    { content: { endsOn: { value: "2024", text: "" } } },
  ],
  [
    "ADV-end",
    { content: { endsOn: { value: "2025-12-31", text: "" } } },
    { content: { endsOn: { value: "2025-12-31", text: "" } }, state: "ended" },
  ],
  [
    "ADV-review.missing",
    { content: { reviewedOn: null } },
    { content: { reviewedOn: null }, state: "ended" },
  ],
  [
    "ADV-review.old",
    { content: { reviewedOn: { value: "2025-06-01", text: "01/06/2025" } } },
    { content: { reviewedOn: { value: "2025", text: "" } } },
  ],
];
