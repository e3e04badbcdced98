import { saveOrganisationSection } from "@/lib/features/organisation/write/mutations";
import { sectionSaveSchema as organisationSectionSchema } from "@/lib/features/organisation/schema";
import { saveRecordSection } from "@/lib/features/processing-record/write/mutations";
import { sectionSaveSchema as recordSectionSchema } from "@/lib/features/processing-record/schema";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { makeContract, readings, fillSection } from "@/prisma/factories/contract";
import { makeInstruction } from "@/prisma/factories/instruction";
import { makeMeasure } from "@/prisma/factories/measure";
import type { MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeOwnRecord, makeRecord, valueOf } from "@/prisma/factories/register";
import { makeSubProcessor, fillSubProcessorSection } from "@/prisma/factories/sub-processor";

/** Form with repeated groups; `field` is the path of the changed field in the stored row. */
type RepeatedForm = { path: string; field: string; at: string; fill: (tx: Tx) => Promise<unknown> };

type Made = { id: string; version: number };

export const FORMS_BY_NOUN: Record<
  string,
  (organisation: MadeOrganisation, count: number) => Promise<RepeatedForm[]>
> = {
  "an entry of the register": recordForms,
  "an entry of the own register": ownRecordForms,
  "a contract": contractForms,
  "a sub-processor": subProcessorForms,
  "the organisation": organisationForms,
  "an instruction": instructionForms,
  "a measure": measureForms,
};

const WORDS = ["Réception d’appels", "Envoi, puis relance", "Saisie ; contrôle", "Écoute"];

const PLACES = ["Casablanca", "Rabat", "Tanger", "Fès"];

const COUNTRIES = ["US", "IN", "MA", "GB"];

const SPECIAL = ["trade-union-membership", "genetic", "health", "criminal-convictions"];

const lines = (count: number, stated: readonly string[] = WORDS) => stated.slice(0, count).join("\n");

const circumstances = (count: number) => ({
  tools: lines(count),
  sites: lines(count, PLACES),
  startsOn: "2024-03",
});

const personsAndData = (count: number) => ({
  persons: lines(count),
  dataCategories: lines(count),
  specialCategories: SPECIAL.slice(0, count),
});

async function recordForms(organisation: MadeOrganisation, count: number) {
  const record = await makeRecord(organisation);
  const measureIds: string[] = [];
  for (const title of WORDS) measureIds.push((await makeMeasure(organisation, { title })).id);
  const destinations = COUNTRIES.map((country, at) => ({
    country,
    place: `Site ${at}`,
    instrument: "scc-2021-914",
    sccModule: String((at % 3) + 1),
  }));
  return recordSections(organisation, record, "records", {
    operations: ["activity", { activity: "Appels", operations: lines(count) }],
    transfers: ["transferText", { destinations: destinations.slice(0, count) }],
    security: ["measuresAbsentReason", { measureIds: measureIds.slice(0, count), measures: lines(count) }],
    additional: ["notes", { ...circumstances(count), ...personsAndData(count), recipients: lines(count) }],
  });
}

async function ownRecordForms(organisation: MadeOrganisation, count: number) {
  const record = await makeOwnRecord(organisation);
  const subProcessors = COUNTRIES.map((country, at) => ({ name: WORDS[at], country, service: "Paie" }));
  const legalBases = ["consent", "contract", "legal-obligation", "vital-interests"].slice(0, count);
  return recordSections(organisation, record, "own-records", {
    purposes: ["activity", { activity: "Recrutement", purposes: lines(count) }],
    "persons-and-data": ["specialText", personsAndData(count)],
    "own-parties": ["reference", { reference: record.reference, jointControllers: lines(count) }],
    recipients: [
      count > 0 ? "subProcessors.0.service" : "",
      { recipients: lines(count), subProcessors: subProcessors.slice(0, count) },
    ],
    "own-additional": ["notes", { ...circumstances(count), legalBases, cndpNumbers: lines(count, PLACES) }],
  });
}

/** Sections of an entry, each with the field to change; "" for a section that has only rows. */
async function recordSections(
  organisation: MadeOrganisation,
  { id, version }: Made,
  register: string,
  sections: Record<string, readonly [field: string, said: Record<string, unknown>]>,
): Promise<RepeatedForm[]> {
  for (const [section, [, said]] of Object.entries(sections)) {
    const input = recordSectionSchema.parse({ id, version, section, ...said });
    version = valueOf(await saveRecordSection(organisation, input)).version;
  }
  const stored = async (tx: Tx) => {
    const { content, reference } = await tx.processingRecord.findFirstOrThrow({ where: { id } });
    return { ...(content as object), reference };
  };
  return Object.entries(sections).flatMap(([section, [field]]) =>
    field ? [{ path: `/${register}/${id}/edit/${section}`, field, at: field, fill: stored }] : [],
  );
}

async function contractForms(organisation: MadeOrganisation, count: number): Promise<RepeatedForm[]> {
  const contract = await makeContract(organisation);
  const object = {
    operations: lines(count),
    dataCategories: lines(count),
    personCategories: lines(count),
    countries: COUNTRIES.slice(0, count),
    subProcessors: lines(count),
  };
  const stated = await fillSection(organisation, contract, "object", object);
  const { id } = await fillSection(
    organisation,
    stated,
    "clauses",
    readings("present", { K12: "insufficient" }),
  );
  const stored = async (tx: Tx) => (await tx.contract.findFirstOrThrow({ where: { id } })).content;
  const path = `/contracts/${id}/edit`;
  return [
    { path: `${path}/object`, field: "purpose", at: "deed.object.purpose", fill: stored },
    { path: `${path}/clauses`, field: "K08.note", at: "deed.clauses.K08.note", fill: stored },
  ];
}

async function subProcessorForms(organisation: MadeOrganisation, count: number): Promise<RepeatedForm[]> {
  const made = await makeSubProcessor(organisation);
  const certifications = ["iso-27001", "hds", "soc-2", "pci-dss"].map((kind) => ({ kind, issuer: "AFNOR" }));
  const placed = await fillSubProcessorSection(organisation, made, "places", {
    sites: COUNTRIES.slice(0, count).map((country, at) => ({ name: PLACES[at], country })),
    accessAnswer: "yes",
    accessCountries: COUNTRIES.slice(0, count),
  });
  const { id } = await fillSubProcessorSection(organisation, placed, "guarantees", {
    certifications: certifications.slice(0, count),
  });
  const stored = async (tx: Tx) => (await tx.subProcessor.findFirstOrThrow({ where: { id } })).content;
  const path = `/sub-processors/${id}/edit`;
  return [
    { path: `${path}/places`, field: "accessNote", at: "places.accessNote", fill: stored },
    { path: `${path}/guarantees`, field: "checks", at: "guarantees.checks", fill: stored },
  ];
}

async function organisationForms(organisation: MadeOrganisation, count: number): Promise<RepeatedForm[]> {
  const sections = {
    sites: { sites: COUNTRIES.map((country, at) => ({ name: PLACES[at], country })).slice(0, count) },
    tools: {
      tools: COUNTRIES.map((hostedIn, at) => ({ name: PLACES[at], hostedIn, isOutside: at % 2 === 0 })).slice(
        0,
        count,
      ),
    },
  };
  for (const [section, said] of Object.entries(sections)) {
    const { version } = await withOrg(organisation.scope, (tx) => tx.organisation.findFirstOrThrow());
    const input = organisationSectionSchema.parse({ section, version, ...said });
    valueOf(await saveOrganisationSection(organisation, input));
  }
  const stored = (tx: Tx) =>
    tx.organisation.findFirstOrThrow({
      select: { sites: true, tools: true },
    });
  if (count === 0) return [];
  return [
    { path: "/organisation/edit/sites", field: "sites.1.activity", at: "sites.1.activity", fill: stored },
    { path: "/organisation/edit/tools", field: "tools.1.purpose", at: "tools.1.purpose", fill: stored },
  ];
}

async function instructionForms(organisation: MadeOrganisation, count: number): Promise<RepeatedForm[]> {
  const controllerId = (await makeController(organisation)).id;
  const recordIds: string[] = [];
  for (const activity of WORDS)
    recordIds.push((await makeRecord(organisation, { controllerId, activity })).id);
  const { id } = await makeInstruction(organisation, {
    controllerId,
    recordIds: recordIds.slice(0, count),
    operations: lines(count),
    subProcessors: lines(count),
    countries: COUNTRIES.slice(0, count),
  });
  const stored = (tx: Tx) =>
    tx.instruction.findFirstOrThrow({
      where: { id },
      select: { text: true, authorPower: true, channel: true, recordIds: true, covers: true },
    });
  return [{ path: `/instructions/${id}/edit`, field: "authorPower", at: "authorPower", fill: stored }];
}

async function measureForms(organisation: MadeOrganisation, count: number): Promise<RepeatedForm[]> {
  const articles = ["32(1)(a)", "32(1)(b)", "32(1)(c)", "32(1)(d)"].slice(0, Math.max(count, 1));
  const { id } = await makeMeasure(organisation, { articles, iso: "7.7, 8.13" });
  const stored = (tx: Tx) =>
    tx.measure.findFirstOrThrow({
      where: { id },
      select: { title: true, articles: true, iso: true, owner: true, evidence: true },
    });
  return [{ path: `/measures/${id}/edit`, field: "evidence", at: "evidence", fill: stored }];
}
