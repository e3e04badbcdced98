import { describe, expect, it } from "vitest";
import { draftAnnexes, type AnnexSource } from "@/lib/domain/transfer-annexes/annexes";
import { transferWith } from "@/lib/domain/transfer/transfer.fixture";
import { sniffDocx } from "@/lib/platform/files/sniff-docx";
import { countPages, objectsOf } from "@/lib/platform/pdf/pdf-probe.fixture";
import { renderPdf } from "@/lib/platform/pdf/render-pdf";
import { translator } from "@/lib/i18n/translator";
import { annexesDocx } from "./annexes-docx";
import { annexDocument } from "./document";
import { docxText } from "@/lib/features/transfer-annexes/docx-text.fixture";

const PARTY = {
  name: "Orvelle Énergie SA",
  address: "4 rue des Tanneurs, Lille",
  contact: "vie-privee@orvelle.example",
  dpo: "",
  representative: "",
  activities: "Fourniture d’électricité",
};

const SOURCE: AnnexSource = {
  content: transferWith(),
  exporter: PARTY,
  importer: { ...PARTY, name: "Zellij <Contact> & Cie" },
  records: [
    {
      persons: ["Clients"],
      dataCategories: ["Identité"],
      specialAnswer: "yes",
      specialCategories: ["health"],
      operations: ["Consultation à distance"],
      frequency: "daily",
      measures: ["Enregistrements chiffrés"],
      retention: "Six mois",
    },
  ],
  contract: {
    subject: "Service client",
    purpose: "Répondre aux clients",
    retention: "",
    endsOn: "2027-03-31",
  },
  measures: [{ reference: "M-001", title: "Deux facteurs", description: "À toute connexion." }],
  subProcessors: [],
};

async function documentOf(
  change: Partial<AnnexSource> = {},
  locale: "fr" | "en" | "ar" = "fr",
  state: "running" | "suspended" | "ended" = "running",
) {
  const source = { ...SOURCE, ...change };
  const t = await translator(locale, "transfer-annexes");
  const [record, country] = [await translator(locale, "record"), await translator(locale, "countries")];
  const words = {
    t,
    record,
    country,
    locale,
    reference: "TR-001",
    content: source.content,
    state,
    disputed: "",
    day: "2026-11-26",
  };
  return annexDocument(draftAnnexes(source), words);
}
/** Replaces no-break spaces of French. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const fieldsOf = (doc: Awaited<ReturnType<typeof documentOf>>, annex: string) =>
  Object.fromEntries(
    doc.parts
      .filter((part) => part.annex === annex)
      .flatMap(({ blocks }) => blocks.flatMap(({ fields }) => fields))
      .map(({ label, lines }) => [plain(label), plain(lines.map(({ text }) => text).join(" | "))]),
  );

describe("annexDocument", () => {
  it("says that it is not signed yet, or that the transfer stopped, in every language", async () => {
    const unsigned = { content: { ...SOURCE.content, tool: { ...SOURCE.content.tool, signedOn: null } } };
    for (const locale of ["fr", "en", "ar"] as const) {
      const t = await translator(locale, "transfer-annexes");
      expect((await documentOf(unsigned, locale)).draft).toBe(t("unsigned"));
      expect((await documentOf({}, locale, "ended")).draft).toBe(t("notRunning.ended"));
      expect((await documentOf({}, locale, "suspended")).draft).toBe(t("notRunning.suspended"));
      expect((await documentOf({}, locale)).draft).toBe("");
    }
  });

  it("says each annex in the order of the clauses, and marks nothing where nothing is missing", async () => {
    const doc = await documentOf();
    expect(doc.parts.map(({ annex }) => annex)).toEqual(["I.A", "I.B", "I.C", "II", "III"]);
    expect(doc).toMatchObject({ draft: "", open: [] });
    expect(fieldsOf(doc, "I.B")).toMatchObject({
      "Fréquence du transfert": "Quotidienne",
      "Nature du traitement": "Consultation à distance",
      "Transferts à des sous-traitants : objet et durée du traitement":
        "Service client | Pour la durée du contrat, jusqu’au 31 mars 2027",
    });
    expect(fieldsOf(doc, "II")).toEqual({
      "M-001": "Deux facteurs | À toute connexion.",
      Mesures: "Enregistrements chiffrés",
    });
  });

  it("says where the importer has the data and what is done with them there", async () => {
    const content = transferWith({ importer: { country: "MA", placeKind: "access" } });
    const labels = (fields: Record<string, string>) => [
      fields["Pays où les données sont vues"],
      fields["Nature du lieu"],
    ];
    expect(labels(fieldsOf(await documentOf({ content }), "I.A"))).toEqual(["Maroc", "accès"]);
    const silent = transferWith({ importer: { country: null, placeKind: null } });
    expect(labels(fieldsOf(await documentOf({ content: silent }), "I.A"))).toEqual([undefined, undefined]);
  });

  it("says who is what by the module, in English too", async () => {
    const doc = await documentOf({ content: transferWith({ flow: "to-sub-processor" }) }, "en");
    const roles = doc.parts[0]!.blocks.map(
      ({ fields }) => fields.find(({ label }) => label === "Role")!.lines[0]!.text,
    );
    expect(doc.subtitle).toContain("module 3");
    expect(roles).toEqual(["Processor", "Processor"]);
  });

  it("marks in its place what the register does not say, and lists it", async () => {
    const doc = await documentOf({ contract: null, exporter: { ...PARTY, address: "" } });
    expect(doc.open.map(plain)).toEqual([
      "Annexe I.A : adresse de l’exportateur",
      "Annexe I.B : finalité : celle du contrat",
      "Annexe I.B : objet du traitement : celui du contrat",
    ]);
    expect(fieldsOf(doc, "I.A").Adresse).toBeDefined();
    const marked = doc.parts.flatMap(({ blocks }) =>
      blocks.flatMap(({ fields }) => fields.filter(({ lines }) => lines.some(({ isOpen }) => isOpen))),
    );
    expect(marked).toHaveLength(doc.open.length);
  });
});

describe("the files", () => {
  it("open as a word-processing document that says the same, whatever is written in it", async () => {
    const doc = await documentOf({ contract: null });
    const bytes = await annexesDocx(doc, "fr");
    expect(await sniffDocx(bytes)).toBe("docx");
    const text = await docxText(bytes);
    const stated = doc.parts.flatMap(({ title, blocks }) => [
      title,
      ...blocks.flatMap(({ fields }) =>
        fields.flatMap(({ label, lines }) => [label, ...lines.map((line) => line.text)]),
      ),
    ]);
    expect(stated.filter((line) => !text.includes(line))).toEqual([]);
    expect(text).toContain("Zellij <Contact> & Cie");
  });

  it("print as a tagged PDF in the language asked for", { timeout: 30_000 }, async () => {
    const doc = await documentOf({}, "en");
    const data = { ...doc, date: { year: 2026, month: 11, day: 26 } };
    const template = "lib/features/transfer-annexes/print/annexes.typ";
    const pdf = await renderPdf({ template, locale: "en", data });
    expect(countPages(pdf)).toBeLessThanOrEqual(3);
    expect(objectsOf(pdf)).toMatch(/\/Lang \(en\)/);
    expect(objectsOf(pdf)).toMatch(/pdfuaid:part>1</);
  });
});
