import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordContentSchema } from "@/lib/domain/processing-record/content";
import { readRow } from "./read-row";
import { IMPORT_TARGETS, type ColumnMapping, type ImportTarget } from "./types";

type Cells = Partial<Record<ImportTarget, string>>;

function read(cells: Cells, notes: Record<string, string> = {}) {
  const mapping: ColumnMapping = [
    ...Object.keys(cells).map((target) => ({ header: `En-tête ${target}`, target: target as ImportTarget })),
    ...Object.keys(notes).map((header) => ({ header, target: "note" as const })),
  ].map((column, index) => ({ column: index, ...column }));
  return readRow({ cells: [...Object.values(cells), ...Object.values(notes)], line: 7, mapping });
}

const doubtsOf = (reading: ReturnType<typeof read>) =>
  reading.doubts.map(({ field, key }) => `${field}: ${key}`);

describe("readRow", () => {
  it("reads a whole row", () => {
    const reading = read(
      {
        reference: "A-12",
        controllerName: "Orvane Assistance",
        controllerAddress: "8 quai des Brumes, 1050 Ixelles, Belgique",
        controllerContact: "Nora Lindt, tél. +32 2 555 00 10, nora@orvane.example",
        controllerDpo: "dpo@orvane.example",
        controllerRepresentative: "sans objet (société belge)",
        activity: "Dépannage routier",
        operations: "Appels entrants ; envoi d'un remorqueur",
        special: "N",
        transfer: "Maroc (Fès, Oujda)",
        instrument: "CCT 2021/914 module 3 signées le 05/11/2025",
        assessment: "20/10/2025",
        measures: "Badges\nPostes verrouillés",
        subProcessors: "Velya SARL (Sénégal) – débordement",
        startsOn: "avril 2022",
      },
      { "Durée de conservation": "3 ans" },
    );
    expect(reading).toMatchObject({
      line: 7,
      reference: "A-12",
      controllerName: "Orvane Assistance",
      doubts: [],
    });
    expect(reading.controller).toMatchObject({
      country: "BE",
      contactName: "Nora Lindt",
      contactEmail: "nora@orvane.example",
      contactPhone: "+32 2 555 00 10",
      dpoContact: "dpo@orvane.example",
      representativeAbsentReason: "sans objet (société belge)",
    });
    expect(reading.content).toMatchObject({
      activity: "Dépannage routier",
      operations: ["Appels entrants", "envoi d'un remorqueur"],
      specialAnswer: "no",
      transferAnswer: "yes",
      destinations: [
        {
          country: "MA",
          place: "Fès, Oujda",
          instrument: "scc-2021-914",
          sccModule: 3,
          signedOn: { value: "2025-11-05" },
          assessedOn: { value: "2025-10-20" },
        },
      ],
      measures: ["Badges", "Postes verrouillés"],
      subProcessorsAnswer: "yes",
      subProcessors: [{ name: "Velya SARL", country: "SN", service: "débordement", subProcessorId: null }],
      startsOn: { value: "2022-04", text: "avril 2022" },
    });
    expect(reading.content.notes).toContain("Durée de conservation");
    expect(reading.content.notes).toContain("3 ans");
  });

  it("gives the tool and the assessment to every country of the row", () => {
    const { content } = read({ transfer: "Tunisie ; Maroc", instrument: "BCR", assessment: "01/02/2026" });
    expect(
      content.destinations.map(({ country, instrument, assessedOn }) => [
        country,
        instrument,
        assessedOn?.value,
      ]),
    ).toEqual([
      ["TN", "bcr", "2026-02-01"],
      ["MA", "bcr", "2026-02-01"],
    ]);
  });

  it("keeps a tool that has no country to stand by, and invents none", () => {
    const { content } = read({ transfer: "Offshore", instrument: "Privacy Shield" });
    expect(content).toMatchObject({ destinations: [{ country: null, instrument: "privacy-shield" }] });
    expect(JSON.stringify(content)).toContain("Offshore");
  });

  it("reads a country of the EEA alone as no transfer, its words kept", () => {
    const { content } = read({ transfer: "Portugal" });
    expect(content.transferAnswer).toBe("no");
    expect(content.transferReason).toContain("Portugal");
  });

  it("questions bank details that a column calls sensitive, and proposes health where the words say it", () => {
    const bank = read({ special: "O", dataCategories: "Nom, IBAN", activity: "Facturation" });
    expect(bank.content.specialAnswer).toBe("unanswered");
    expect(bank.content.specialText).toContain("IBAN");
    expect(doubtsOf(bank)).toContain("special: bankDetailsNotArticle9");
    const health = read({ special: "Oui", dataCategories: "Nom, ordonnance", activity: "Rappel de soins" });
    expect(health.content).toMatchObject({ specialAnswer: "yes", specialCategories: ["health"] });
  });

  it("does not take a word that begins like a refusal for one", () => {
    const { content } = read({
      dataCategories: "Nom, numéro de contrat",
      persons: "Notaires",
      transfer: "Nouvelle-Zélande",
    });
    expect(content).toMatchObject({ dataCategories: ["Nom", "numéro de contrat"], persons: ["Notaires"] });
    expect(content.destinations.map(({ country }) => country)).toEqual(["NZ"]);
  });

  it("leaves what is blank unanswered", () => {
    const { content, controller, doubts } = read({
      activity: "Standard",
      transfer: "",
      special: "",
      subProcessors: "",
      controllerDpo: "",
    });
    expect(content).toMatchObject({
      transferAnswer: "unanswered",
      specialAnswer: "unanswered",
      subProcessorsAnswer: "unanswered",
    });
    expect(controller).toEqual({});
    expect(doubts).toEqual([]);
  });

  it("keeps the words of a day that does not exist, and a formula as it was written", () => {
    const reading = read({
      activity: "Standard",
      startsOn: "31/11/2025",
      notes: '=HYPERLINK("http://x.invalid";"y")',
    });
    expect(reading.content.startsOn).toBeNull();
    expect(reading.content.notes).toContain("31/11/2025");
    expect(reading.content.notes).toContain('=HYPERLINK("http://x.invalid";"y")');
    expect(reading.doubts).toMatchObject([{ field: "startsOn" }]);
  });

  it("says of each field what it holds in part, also of the client's, and keeps the cells whole", () => {
    const cells = {
      controllerName: "Nom ".repeat(200),
      controllerAddress: "Rue ".repeat(400),
      controllerRegistration: "123 ".repeat(100),
      activity: "Appels ".repeat(90),
    };
    const { content, doubts } = read(cells);
    const limits = {
      controllerName: 300,
      controllerAddress: 1000,
      controllerRegistration: 300,
      activity: 300,
    };
    expect(doubts.filter(({ key }) => key === "textCut")).toEqual(
      Object.entries(limits).map(([field, limit]) => ({
        field,
        key: "textCut",
        params: { characters: String(limit) },
      })),
    );
    for (const cell of Object.values(cells)) expect(content.notes).toContain(cell.trim());
  });

  it("reads cells that are missing at the end of a row as blank", () => {
    const mapping: ColumnMapping = [
      { column: 0, header: "Client", target: "controllerName" },
      { column: 9, header: "Activité", target: "activity" },
    ];
    const reading = readRow({ cells: ["Orvane"], line: 3, mapping });
    expect(reading).toMatchObject({ controllerName: "Orvane", content: { activity: "" } });
  });

  const texts = IMPORT_TARGETS.filter((target) => target !== "ignore");
  const written = fc.array(
    fc.oneof(
      fc.constantFrom(
        "Zorvex",
        "oui",
        "N",
        "néant",
        "Maroc",
        "CCT",
        "(",
        ")",
        ";",
        ",",
        "\n",
        "–",
        ":",
        "=1",
        "12/10/2026",
        "31/02/2026",
      ),
      fc.string({ maxLength: 6 }),
      fc.constant("x".repeat(400)),
    ),
    { maxLength: 8 },
  );
  const cells = fc.dictionary(
    fc.constantFrom(...texts),
    written.map((words) => words.join(" ")),
  );

  it("always gives a content that the register takes", () => {
    fc.assert(
      fc.property(cells, (row) => {
        const { content } = read(row);
        const whole = { ...content, activity: content.activity || "Sans nom" };
        expect(recordContentSchema.parse(whole)).toEqual(whole);
      }),
    );
  });

  it("loses no word of any cell", () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), written, written, (target, before, after) => {
        const reading = read({ [target]: [...before, "Qwerzal", ...after].join(" ") });
        const { reference, controllerName, controller, content } = reading;
        expect(JSON.stringify({ reference, controllerName, controller, content })).toContain("Qwerzal");
      }),
    );
  });
});
