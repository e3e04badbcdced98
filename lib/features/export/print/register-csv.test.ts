import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { guessColumns } from "@/lib/domain/import/columns";
import { readRow } from "@/lib/domain/import/read-row";
import { readTransferCountries } from "@/lib/domain/import/values/countries";
import { readRepresentative } from "@/lib/domain/import/values/parties";
import { readSubProcessors } from "@/lib/domain/import/values/sub-processors";
import { linkSubProcessors } from "@/lib/domain/processing-record/sub-processors";
import { CONTENT, MOROCCO } from "@/lib/domain/processing-record/examples.fixture";
import { PLACE_KINDS } from "@/lib/domain/country/place-kinds";
import { type RecordContent } from "@/lib/domain/processing-record/content";
import { exportedRecord } from "@/lib/features/export/examples.fixture";
import { LISTED } from "@/lib/features/export/records.fixture";
import { withoutIsolates } from "@/lib/i18n/bidi";
import { LOCALES } from "@/lib/i18n/locale";
import { transferCell } from "./csv/cells";
import { writeRegisterCsv } from "./register-csv";
import { representativeOf } from "./representative";
import type { ExportedRecord } from "@/lib/features/export/read/register-export";
import { loadRegisterWords } from "./words";

const words = await loadRegisterWords("fr");
const ON = "2026-11-25";

async function written(...records: ExportedRecord[]): Promise<string> {
  const parts: string[] = [];
  for await (const part of writeRegisterCsv(records, { words, on: ON })) parts.push(part);
  return parts.join("");
}

async function rowOf(change: Parameters<typeof exportedRecord>[0]): Promise<Record<string, string>> {
  const rows: Record<string, string>[] = parse(await written(exportedRecord(change)), {
    bom: true,
    columns: true,
    delimiter: ";",
  });
  return rows[0]!;
}

describe("writeRegisterCsv", () => {
  it("opens in French Excel: byte order mark, semicolons, CRLF, one line per record", async () => {
    const text = await written(exportedRecord(), exportedRecord({ reference: "T-002" }));
    expect(text.startsWith("\ufeffRéf.;Client (responsable de traitement);Adresse du client;")).toBe(true);
    expect(text.split("\r\n")).toHaveLength(4);
  });

  it("holds no mark of direction in Arabic, in its header either", async () => {
    const arabic = await loadRegisterWords("ar");
    const parts: string[] = [];
    for await (const part of writeRegisterCsv([exportedRecord()], { words: arabic, on: ON }))
      parts.push(part);
    expect(parts.join("")).toContain("30(5)");
    expect(parts.join("")).not.toMatch(/[\u200f\u2066-\u2069]/);
  });

  it("says a record in the words that registers use", async () => {
    expect(await rowOf({})).toMatchObject({
      "Réf.": "T-001",
      "Client (responsable de traitement)": "Fromagerie Lacombe SAS",
      "Pays du client": "France",
      "Contact client": "Paul Lacombe, paul@lacombe.example",
      "Opérations réalisées": "Réception d’appels ; Identification de l’appelant ; Création de tickets",
      "Données sensibles (O/N)": "N",
      "Sous-traitants ultérieurs": "N",
      "Pays d’accès / de transfert": "Maroc (Casablanca)",
      Garanties:
        "Clauses contractuelles types 2021/914, module 2, de responsable à sous-traitant, 10/01/2026",
      "Date TIA": "08/01/2026",
      Début: "mars 2024",
      "Dernière mise à jour": "12/10/2026",
      État: "Active",
      "Enregistrée le": "18/11/2026",
      Lacunes: "",
    });
  });

  it("says the measures of the library in its own column, which the import leaves alone", async () => {
    const measures = [
      { reference: "M-001", title: "", libraryCode: "backups" },
      { reference: "M-002", title: "Broyeur à l’accueil", libraryCode: null },
    ];
    const row = await rowOf({ measures });
    expect(row["Mesures de la bibliothèque"]).toBe(
      "Sauvegardes quotidiennes chiffrées, une hors ligne ; Broyeur à l’accueil",
    );
    expect(row["Mesures de sécurité"]).toBe("Connexion à deux facteurs ; Chiffrement des enregistrements");
    const guessed = guessColumns(Object.keys(row), [Object.values(row)]);
    expect(guessed.find(({ header }) => header === "Mesures de la bibliothèque")?.target).toBe("ignore");
  });

  it("joins several values, and says why where there is none", async () => {
    const senegal = { ...MOROCCO, country: "SN", place: "" };
    expect(await rowOf({ content: { destinations: [MOROCCO, senegal] } })).toMatchObject({
      "Pays d’accès / de transfert": "Maroc (Casablanca) ; Sénégal",
    });
    const none = { transferAnswer: "no", transferReason: "Collecte directe", destinations: [] } as const;
    expect(
      await rowOf({ content: { ...none, destinations: [] }, controller: { hasNoDpo: true } }),
    ).toMatchObject({
      "Pays d’accès / de transfert": "N : Collecte directe",
      "DPO du client": "néant",
    });
  });

  it.each(["fr", "en", "ar"] as const)(
    "says in %s what is done at a place, and reads it back unasked",
    async (locale) => {
      const spoken = await loadRegisterWords(locale);
      const destinations = PLACE_KINDS.map((placeKind) => ({ ...MOROCCO, placeKind }));
      const cell = transferCell({ ...CONTENT, destinations }, spoken);
      const { value, doubts } = readTransferCountries(cell);
      expect(doubts).toEqual([]);
      expect(value.destinations).toEqual(
        PLACE_KINDS.map((placeKind) => ({ country: "MA", place: "Casablanca", placeKind })),
      );
    },
  );

  it.each([
    [
      { country: "MA", targeting: "no" as const },
      "Sans objet : ne vise pas de personnes dans l’Union, art. 3(2)",
    ],
    [{ country: "MA", establishments: ["FR"] }, "Sans objet : a un établissement dans l’Union, art. 3(1)"],
    [{ country: "FR" }, "Sans objet : établi dans l’Espace économique européen (France)"],
    [{ country: "MA", targeting: "yes" as const }, ""],
  ])("says as the printed register does why %j needs no representative", async (stated, said) => {
    const controller = { representative: "", representativeAbsentReason: "", ...stated };
    const row = await rowOf({ controller });
    expect(row["Représentant UE"]?.replaceAll("\u00a0", " ")).toBe(said);
  });

  it.each(LOCALES)(
    "says in %s why no representative is needed, and reads it back as no reason",
    async (locale) => {
      const spoken = await loadRegisterWords(locale);
      const of = { ...exportedRecord().controller, representative: "", representativeAbsentReason: "" };
      const needless = [
        { country: "FR" },
        { country: "MA", establishments: ["FR"] },
        { country: "MA", targeting: "no" as const },
      ];
      for (const stated of needless) {
        const cell = withoutIsolates(representativeOf({ ...of, ...stated }, { words: spoken, on: ON }));
        expect(cell).not.toBe("");
        expect(readRepresentative(cell)).toMatchObject({
          value: { name: "", absentReason: "" },
          leftover: "",
        });
      }
    },
  );

  it("names the joint controllers of the client, 26(1)", async () => {
    const jointControllers = ["Brenval SA, dpo@brenval.example", "Orvelle"];
    expect(await rowOf({ controller: { jointControllers } })).toMatchObject({
      "Responsables conjoints du client": "Brenval SA, dpo@brenval.example ; Orvelle",
    });
  });

  it("runs no formula", async () => {
    const row = await rowOf({
      reference: "=1+1",
      controller: {
        legalName: "@SUM(A1)",
        contactName: "",
        contactEmail: "",
        contactPhone: "+33 3 20 00 00 01",
      },
      content: { operations: ["-appels", "saisie"], notes: "\t=cmd|' /C calc'!A0" },
    });
    expect(row).toMatchObject({
      "Réf.": "'=1+1",
      "Client (responsable de traitement)": "'@SUM(A1)",
      "Contact client": "'+33 3 20 00 00 01",
      "Opérations réalisées": "'-appels ; saisie",
      Commentaires: "'\t=cmd|' /C calc'!A0",
    });
  });

  it("has a head that the import recognises, each field once", async () => {
    const header: string[] = parse(await written(), { bom: true, delimiter: ";" })[0]!;
    const targets = guessColumns(header).map(({ header: head, target }) => [head, target]);
    expect(Object.fromEntries(targets)).toMatchObject({
      "Réf.": "reference",
      "Client (responsable de traitement)": "controllerName",
      "Adresse du client": "controllerAddress",
      "Pays du client": "controllerCountry",
      "Contact client": "controllerContact",
      "DPO du client": "controllerDpo",
      "Représentant UE": "controllerRepresentative",
      "Activité confiée": "activity",
      "Opérations réalisées": "operations",
      "Personnes concernées": "persons",
      "Données traitées": "dataCategories",
      "Données sensibles (O/N)": "special",
      "Mineurs (O/N)": "minors",
      "Sous-traitants ultérieurs": "subProcessors",
      "Pays d’accès / de transfert": "transfer",
      Garanties: "instrument",
      "Date TIA": "assessment",
      "Mesures de sécurité": "measures",
      Début: "startsOn",
      Fin: "endsOn",
      "Dernière mise à jour": "reviewedOn",
      "Prochaine revue": "reviewDueOn",
      Contrat: "contractReference",
      Volumes: "volumes",
      Outils: "tools",
      Sites: "sites",
      Destinataires: "recipients",
      Commentaires: "notes",
    });
  });

  it.each<[string, Partial<RecordContent>]>([
    ["a complete record", {}],
    ["no transfer, and why", { transferAnswer: "no", transferReason: "Collecte directe", destinations: [] }],
    ["a transfer to nowhere named", { transferText: "Hors UE", destinations: [] }],
    [
      "the words of the source",
      { destinations: [{ ...MOROCCO, instrumentText: "CCT 2021/914 M2 du 10/01/2026" }] },
    ],
    [
      "bank details, still to be settled",
      { specialAnswer: "unanswered", specialText: "O : RIB", minorsAnswer: "yes" },
    ],
    [
      "sub-processors",
      {
        subProcessorsAnswer: "yes",
        subProcessors: [{ name: "Numéria", country: "FR", service: "SMS", subProcessorId: null }],
      },
    ],
  ])("comes back through the import: %s", async (_title, change) => {
    const content = { ...CONTENT, ...change };
    const [header, cells] = parse(await written(exportedRecord({ content })), {
      bom: true,
      delimiter: ";",
    }) as string[][];
    const read = readRow({ cells: cells!, line: 2, mapping: guessColumns(header!, [cells!]) });
    expect(read.reference).toBe("T-001");
    expect(read.controllerName).toBe("Fromagerie Lacombe SAS");
    for (const key of RETURNING)
      expect({ [key]: bare(read.content[key]) }).toEqual({ [key]: bare(content[key]) });
  });
});

it("names a sub-processor of the list by its reference, by which the import knows it again", async () => {
  const named = { name: LISTED.name, country: "FR", service: "SMS", subProcessorId: LISTED.id };
  const content = { subProcessorsAnswer: "yes" as const, subProcessors: [named] };
  const text = await written(exportedRecord({ content, subProcessors: [LISTED] }));
  expect(text).toContain("SP-001 Numéria Voix SAS (France) – SMS");
  expect(text).not.toContain(LISTED.id);
  const { subProcessors } = readSubProcessors("SP-001 Numéria Voix SAS (France) – SMS").value;
  expect(linkSubProcessors(subProcessors, [{ ...LISTED, country: "FR", formerNames: [] }])).toEqual([named]);
});

const RETURNING = [
  ...(["activity", "operations", "persons", "dataCategories", "measures", "startsOn", "reviewedOn"] as const),
  ...(["transferAnswer", "transferReason", "transferText", "destinations", "contractReference"] as const),
  ...(["specialAnswer", "specialText", "minorsAnswer", "subProcessorsAnswer", "subProcessors"] as const),
];

/** Removes source texts, which come from the table now. */
function bare(value: unknown): unknown {
  const text = JSON.stringify(value, (key, item: unknown) =>
    key === "text" || key === "instrumentText" ? undefined : item,
  );
  return JSON.parse(text);
}
