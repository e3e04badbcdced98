import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { FREQUENCIES } from "@/lib/domain/processing-record/content";
import { foldText } from "@/lib/domain/search/terms";
import { draftAnnexes, type AnnexParty, type AnnexRecord, type AnnexSource } from "./annexes";
import { transferWith } from "@/lib/domain/transfer/transfer.fixture";

const PARTY: AnnexParty = {
  name: "Orvelle Énergie SA",
  address: "4 rue des Tanneurs, 59000 Lille",
  contact: "vie-privee@orvelle.example",
  dpo: "dpo@orvelle.example",
  representative: "",
  activities: "Fourniture d’électricité",
};
const RECORD: AnnexRecord = {
  persons: ["Clients", "Prospects"],
  dataCategories: ["Identité", "Contrat"],
  specialAnswer: "no",
  specialCategories: [],
  operations: ["Consultation à distance"],
  frequency: "daily",
  measures: ["Enregistrements chiffrés"],
  retention: "Six mois",
};

const sourceWith = (change: Partial<AnnexSource> = {}): AnnexSource => ({
  content: transferWith(),
  exporter: PARTY,
  importer: { ...PARTY, name: "Zellij Contact SARL" },
  records: [RECORD],
  contract: {
    subject: "Service client",
    purpose: "Service client par téléphone",
    retention: "",
    endsOn: null,
  },
  measures: [{ reference: "M-001", title: "Deux facteurs", description: "À toute connexion." }],
  subProcessors: [],
  ...change,
});
const openOf = (change: Partial<AnnexSource>) =>
  draftAnnexes(sourceWith(change)).open.map(({ annex, item }) => `${annex} ${item}`);

describe("draftAnnexes", () => {
  it("leaves nothing open where the register says everything", () => {
    expect(draftAnnexes(sourceWith())).toMatchObject({
      description: {
        persons: ["Clients", "Prospects"],
        frequency: "daily",
        nature: ["Consultation à distance"],
        purpose: "Service client par téléphone",
        retention: ["Six mois"],
      },
      authority: "CNIL",
      subProcessors: null,
      open: [],
    });
  });

  test.each<[string, Partial<AnnexSource>, string[]]>([
    ["an address", { exporter: { ...PARTY, address: "" } }, ["I.A exporter-address"]],
    ["what the importer does", { importer: { ...PARTY, activities: "" } }, ["I.A importer-activities"]],
    [
      "an answer on article 9",
      { records: [{ ...RECORD, specialAnswer: "unanswered" }] },
      ["I.B special-categories"],
    ],
    ["a purpose, without a contract", { contract: null }, ["I.B purpose", "I.B subject"]],
    ["the authority", { content: transferWith({ tool: { authority: "" } }) }, ["I.C authority"]],
    ["any measure", { measures: [], records: [{ ...RECORD, measures: [] }] }, ["II measures"]],
  ])("says that it lacks %s", (_, change, expected) => {
    expect(openOf(change)).toEqual(expected);
  });

  it("says of a register without an entry everything that it cannot tell", () => {
    expect(openOf({ records: [], measures: [] })).toEqual([
      "I.B persons",
      "I.B data-categories",
      "I.B special-categories",
      "I.B frequency",
      "I.B nature",
      "I.B retention",
      "II measures",
    ]);
  });

  it("fills annex III where authorisation is specific, and asks what a company lacks", () => {
    const company = { name: "Nejma IT", address: "", contact: "it@nejma.example", service: "Hébergement" };
    const content = transferWith({ tool: { authorisation: "specific" } });
    expect(draftAnnexes(sourceWith({ content, subProcessors: [company] }))).toMatchObject({
      subProcessors: [company],
      open: [{ annex: "III", item: "sub-processor-address" }],
    });
    expect(draftAnnexes(sourceWith({ subProcessors: [company] })).subProcessors).toBeNull();
  });

  it("names a thing once, as it was first written", () => {
    const records = [RECORD, { ...RECORD, persons: ["CLIENTS", "clients ", "Salariés"] }];
    expect(draftAnnexes(sourceWith({ records })).description.persons).toEqual([
      "Clients",
      "Prospects",
      "Salariés",
    ]);
  });
});

const word = fc.constantFrom("Clients", "clients", "Prospects", "Salariés", "salaries", "Abonnés", "");
const anyRecord = fc.record({
  persons: fc.array(word, { maxLength: 4 }),
  dataCategories: fc.array(word, { maxLength: 4 }),
  specialAnswer: fc.constantFrom("yes" as const, "no" as const, "unanswered" as const),
  specialCategories: fc.subarray<AnnexRecord["specialCategories"][number]>([
    "health",
    "biometric-identification",
  ]),
  operations: fc.array(word, { maxLength: 4 }),
  frequency: fc.constantFrom(...FREQUENCIES),
  measures: fc.array(word, { maxLength: 4 }),
  retention: word,
});

it("loses nothing that an entry says, and says nothing that none does", () => {
  fc.assert(
    fc.property(fc.array(anyRecord, { maxLength: 6 }), (records) => {
      const { description } = draftAnnexes(sourceWith({ records }));
      const stated = new Set(
        records
          .flatMap(({ persons }) => persons)
          .map(foldText)
          .filter(Boolean),
      );
      expect(new Set(description.persons.map(foldText))).toEqual(stated);
      expect(description.persons).toHaveLength(stated.size);
    }),
  );
});
