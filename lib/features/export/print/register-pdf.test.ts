import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  bookmarksOf,
  countPages,
  objectsOf,
  containsCharacter,
  streamsOf,
  textPlaces,
} from "@/lib/platform/pdf/pdf-probe.fixture";
import { renderPdf } from "@/lib/platform/pdf/render-pdf";
import { JPEG, pngOf } from "@/lib/platform/files/images.fixture";
import { contentText } from "./content-hash";
import { emptyContent, type RecordContent } from "@/lib/domain/processing-record/content";
import { MOROCCO } from "@/lib/domain/processing-record/examples.fixture";
import { logoImage } from "@/lib/features/export/print/document/logo";
import {
  exportedRecord,
  ownExportedRecord,
  ownRegisterOf,
  registerOf,
  volumeOf,
} from "@/lib/features/export/examples.fixture";
import { buildRegisterDocument } from "./register-document";
import type { RegisterExport } from "@/lib/features/export/read/register-export";
import { loadRegisterWords } from "./words";

async function print(register: RegisterExport): Promise<{ pdf: Uint8Array; text: string }> {
  const volume = volumeOf(register);
  const text = contentText(volume!);
  const data = buildRegisterDocument(volume!, {
    hash: createHash("sha256").update(text, "utf8").digest("hex"),
    words: await loadRegisterWords("fr"),
  });
  const template = "lib/features/export/print/register.typ";
  const image = logoImage(volume!);
  return { pdf: await renderPdf({ template, data, locale: "fr", attachment: text, image }), text };
}

describe("the register as PDF", { timeout: 30_000 }, () => {
  it("has a cover, contents, one sheet per record and how to check it, tagged and in French", async () => {
    const { pdf } = await print(registerOf(exportedRecord(), exportedRecord({ reference: "T-002" })));
    const objects = objectsOf(pdf);
    expect(countPages(pdf)).toBe(5);
    expect(objects).toMatch(/\/MarkInfo <<\s*\/Marked true/);
    expect(objects).toContain("/StructTreeRoot");
    expect(objects).toMatch(/\/Lang \(fr\)/);
    expect(objects).toMatch(/pdfuaid:part>1</);
    expect(objects).toContain("Registre des catégories".replace("é", "Ã©"));
  });

  it("finds each sheet by controller and category in the reader's own contents", async () => {
    const other = exportedRecord({ reference: "T-002", controller: { legalName: "Agence (Sud)" } });
    const { pdf } = await print(registerOf(exportedRecord(), other));
    expect(bookmarksOf(pdf)).toEqual([
      "Registre des catégories d’activités de traitement",
      "Sommaire",
      "Agence (Sud)",
      "Suivi des commandes par téléphone",
      "Fromagerie Lacombe SAS",
      "Suivi des commandes par téléphone",
      "Vérifier ce document",
    ]);
  });

  it("keeps the order of its contents where an activity is in Arabic: gaps, then the page's number", async () => {
    const activities = ["Suivi des commandes", "استقبال مكالمات المؤمَّن لهم", "الدعم التقني (Helpdesk) 2"];
    const records = activities.map((activity, at) =>
      exportedRecord({ reference: `T-00${at + 1}`, content: { activity, operations: [] } }),
    );
    const { pdf } = await print(registerOf(...records));
    const runs = textPlaces(pdf, 1).filter(({ y }) => y > 60 && y < 790);
    const references = runs.filter(({ x }) => x < 119);
    expect(references).toHaveLength(activities.length);
    const ends = references.map((start) => {
      const line = runs.filter(({ y }) => Math.abs(y - start.y) < 3).map(({ x }) => Math.round(x));
      return line.sort((a, b) => a - b).slice(-2);
    });
    const [gaps, page] = ends[0]!;
    expect(gaps).toBeGreaterThan(400);
    expect(page).toBeGreaterThan(530);
    expect(ends).toEqual(activities.map(() => [gaps, page]));
  });

  it("sets an entry that says all it should on one page", async () => {
    const measures = Array.from(
      { length: 15 },
      (_, at) => `Mesure de sécurité numéro ${at + 1}, décrite en une ligne`,
    );
    const operations = [
      "Réception d’appels",
      "Prise de commandes",
      "Suivi des livraisons",
      "Rappel des clients",
    ];
    const { pdf } = await print(
      registerOf(exportedRecord({ content: { measures, operations, minorsText: "", notes: "Relu." } })),
    );
    expect(countPages(pdf)).toBe(4);
  });

  it.each(["#panic()", "= titre", "$x$", '#read("/package.json")', "مركز الاتصال"])(
    "prints %s as it was written, wherever it stands",
    async (text) => {
      const record = exportedRecord({
        reference: text,
        controller: { legalName: text, address: text, contactName: text },
        content: { activity: text, operations: [text], measures: [text], notes: text },
      });
      const { pdf } = await print(registerOf(record));
      expect(bookmarksOf(pdf).filter((title) => title === text)).toHaveLength(2);
      for (const character of text.replace(/\s/g, "")) expect(containsCharacter(pdf, character)).toBe(true);
    },
  );

  it("holds its content to the byte, under the hash that it prints", async () => {
    const { pdf, text } = await print(registerOf(exportedRecord({ content: { notes: "漢字 \u0007 é" } })));
    const attached = streamsOf(pdf).filter((stream) => stream.toString("utf8") === text);
    expect(attached).toHaveLength(1);
    expect(objectsOf(pdf)).toMatch(/\/F \(registre\.json\)/);
  });

  it("keeps an entry with its usual gaps and advice on one page, in either register", async () => {
    const usual: Partial<RecordContent> = {
      specialAnswer: "unanswered",
      minorsAnswer: "unanswered",
      subProcessorsAnswer: "unanswered",
      subProcessors: [],
      contractReference: "",
      startsOn: null,
      reviewedOn: null,
      measures: [],
    };
    const bare = { ...MOROCCO, sccModule: null, signedOn: null, assessedOn: null };
    const entries = [
      exportedRecord({ content: { ...usual, destinations: [bare] } }),
      exportedRecord({ reference: "T-002", content: emptyContent("Centre d’appels") }),
    ];
    const around = 3;
    expect(countPages((await print(registerOf(...entries))).pdf)).toBe(around + entries.length);
    const own = ownExportedRecord({ content: { ...usual, legalBases: [], informationNotice: "" } });
    expect(countPages((await print(ownRegisterOf(own))).pdf)).toBe(around + 1);
  });

  it("begins an entry below the few lines in which the one before ended, instead of leaving them alone", async () => {
    const entry = (at: number) =>
      exportedRecord({
        reference: `T-00${at}`,
        content: { notes: Array.from({ length: 20 }, (_, line) => `Remarque ${line}`).join("\n") },
      });
    const around = 3;
    const { pdf: one } = await print(registerOf(entry(1)));
    expect(countPages(one)).toBe(around + 2);
    const { pdf } = await print(registerOf(...[1, 2, 3, 4, 5, 6].map(entry)));
    const pages = countPages(pdf);
    expect(pages).toBeLessThan(around + 12);
    // Without head and foot; the last page of the run may be short.
    const heights = Array.from({ length: pages - around - 1 }, (_, at) => {
      const within = textPlaces(pdf, at + 2).flatMap(({ y }) => (y > 60 && y < 790 ? [y] : []));
      return Math.max(...within) - Math.min(...within);
    });
    expect(Math.min(...heights)).toBeGreaterThan(200);
  });

  it.each([
    ["image/png", pngOf(320, 90), 320, 90],
    ["image/jpeg", JPEG, 1, 1],
  ])(
    "has the %s of the organisation at its head, and the same hash as without",
    async (contentType, bytes, width, height) => {
      const register = registerOf(exportedRecord());
      const stored = { id: "1", purpose: "logo", fileName: "logo", subjectNoun: null, sha256: "" } as const;
      const logo = { ...stored, contentType, width, height, bytes };
      const [without, withLogo] = [await print(register), await print({ ...register, logo })];
      const images = (pdf: Uint8Array) => objectsOf(pdf).match(/\/Subtype \/Image/g)?.length ?? 0;
      expect([images(without.pdf), images(withLogo.pdf)]).toEqual([0, 1]);
      expect(objectsOf(withLogo.pdf)).toMatch(new RegExp(`/Width ${width}\\s+/Height ${height}`));
      expect(withLogo.text).toBe(without.text);
      expect(countPages(withLogo.pdf)).toBe(countPages(without.pdf));
    },
  );

  it("says that a register is empty rather than failing", async () => {
    const { pdf } = await print(registerOf());
    expect(countPages(pdf)).toBe(3);
  });

  it("runs on over as many pages as a record needs, and survives names of invisible characters", async () => {
    const notes = Array.from({ length: 120 }, (_, line) => `Ligne ${line}`).join("\n");
    const long = exportedRecord({ content: { notes, measures: Array<string>(90).fill("Contrôle d’accès") } });
    const hidden = exportedRecord({
      reference: "\u200b",
      controller: { legalName: "\u200b", address: "\u0007" },
      content: { activity: "\u200b" },
    });
    const { pdf } = await print(registerOf(long, hidden));
    expect(countPages(pdf)).toBeGreaterThan(7);
  });
});
