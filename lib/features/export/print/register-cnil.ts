import { cnilActorLines, cnilActors } from "@/lib/domain/import/cnil/actors";
import { LIST_HEADS, SECTION_HEADS } from "@/lib/domain/import/cnil/words";
import { dateText, writeCnilSheet } from "@/lib/domain/import/cnil/write-sheet";
import { isGiven } from "@/lib/domain/lifecycle/given";
import { callProcedure } from "@/lib/domain/processing-record/young";
import type { NamedMeasure } from "@/lib/domain/measure/types";
import { writeForm, type FormSheet } from "@/lib/platform/sheets/form-writer";
import { formatDay } from "@/lib/i18n/format";
import type { ExportedRecord, RegisterExport } from "@/lib/features/export/read/register-export";
import type { RegisterWords } from "./words";

type Names = {
  format: "cnil-xlsx" | "cnil-ods";
  measures: readonly (NamedMeasure & { id: string })[];
  words: RegisterWords;
};

const HEADS = new Set<string>(Object.values(SECTION_HEADS));
const WIDTHS = [46, 34, 22, 20, 34, 16, 18, 26];

/** Writes the own register, article 30(1), in the CNIL's simplified model, which imports without loss. */
export function writeRegisterCnil(register: RegisterExport, names: Names): AsyncIterable<Uint8Array> {
  const used = new Set([LIST_NAME.toLowerCase()]);
  const sheets = register.records.map((record) => ({
    name: sheetName(record, used),
    widths: WIDTHS,
    ...marked(entryRows(record, register, names)),
  }));
  return writeForm(names.format === "cnil-ods" ? "ods" : "xlsx", {
    createdAt: new Date(register.takenAt),
    sheets: [listSheet(register, names), ...sheets],
  });
}

const LIST_NAME = "Liste des traitements";

function entryRows(
  { reference, content, procedure }: ExportedRecord,
  { organisation }: RegisterExport,
  { measures, words }: Names,
): string[][] {
  const named = measures.map(
    (measure) => [`${measure.reference} ${words.measure(measure)}`, measure.id] as const,
  );
  return writeCnilSheet(
    {
      reference,
      content,
      actors: cnilActors(organisation, words.country),
      measures: new Map(named.map(([name, id]) => [id, name])),
      country: words.country,
    },
    {
      actors: cnilActorLines(organisation, words.country),
      measures: new Map(named),
      procedures: new Map(procedure ? [[callProcedure(procedure), procedure.id]] : []),
    },
  );
}

function marked(rows: string[][]): Pick<FormSheet, "rows" | "heads"> {
  const heads = new Set(
    rows.flatMap(([label], index) => (index === 0 || HEADS.has(label ?? "") ? [index] : [])),
  );
  return { rows, heads };
}

function listSheet({ organisation, records, asOf }: RegisterExport, { words }: Names): FormSheet {
  const { controller, dpo, representative } = cnilActors(organisation, words.country);
  const drafts = records.filter(({ state }) => !isGiven(state)).length;
  const contact = (
    label: string,
    [name = "", address = "", , , country = "", phone = "", email = ""]: string[],
  ) => [
    [label, "Nom :", name, "Adresse :", [address, country].filter(Boolean).join(", ")],
    ["", "Téléphone :", phone, "Adresse mél :", email],
  ];
  const { activity, reference, created, updated, purposes, special } = LIST_HEADS;
  const head = [
    // The model has no field for drafts or the day, so they precede the table.
    ...(drafts > 0
      ? [[words.document("document.drafts"), words.document("document.draftsText", { count: drafts })]]
      : []),
    ...(asOf ? [[words.document("document.asOf"), formatDay(asOf.day, "fr", { long: true })]] : []),
    ...contact("Coordonnées du responsable de l’organisme", controller),
    ...contact("Coordonnées du représentant", representative),
    ...contact("Coordonnées du délégué à la protection des données (DPO)", dpo),
    ["Identification du traitement", "", "", "", purposes, "", "", special],
    [activity, reference, created, updated, "", "", "", "Oui/non"],
  ];
  return {
    name: LIST_NAME,
    widths: [46, 16, 24, 24, 50, 8, 8, 20],
    rows: [...head, ...records.map(listRow)],
    heads: new Set([head.length - 2, head.length - 1]),
  };
}

function listRow({ reference, content }: ExportedRecord): string[] {
  const { activity, startsOn, reviewedOn, purposes, specialAnswer } = content;
  const answer = { yes: "Oui", no: "Non", unanswered: "" }[specialAnswer];
  return [activity, reference, dateText(startsOn), dateText(reviewedOn), purposes.join(", "), "", "", answer];
}

/** Example: "I-003 Gestion de la paie", unique and at most 31 characters, the limit of a sheet's name. */
function sheetName({ reference, content }: ExportedRecord, used: Set<string>): string {
  const whole = `${reference} ${content.activity}`
    .replace(/[\\/?*[\]:'\p{Cc}]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  for (let attempt = 1; ; attempt += 1) {
    const end = attempt === 1 ? "" : ` (${attempt})`;
    const name =
      Array.from(whole)
        .slice(0, 31 - end.length)
        .join("")
        .slice(0, 31 - end.length)
        .toWellFormed()
        .trim() + end;
    if (used.has(name.toLowerCase())) continue;
    used.add(name.toLowerCase());
    return name;
  }
}
