import { required } from "@/lib/domain/invariant/required";
import { readPartialDate } from "@/lib/domain/time/read-partial-date";
import {
  emptyContent,
  type Destination,
  type Instrument,
  type RecordContent,
} from "@/lib/domain/processing-record/content";
import { differingFields } from "../field-changes";
import { writeAdditionalFields } from "./additional-fields";
import { readCnilRecord, type CnilKnown } from "./read-record";
import { readCnilSheet } from "./sheet";
import {
  ACTOR_COLUMNS,
  ACTOR_LABELS,
  DATA_LABELS,
  DESCRIPTION_LABELS,
  NUMBERED,
  SECTION_HEADS,
  SPECIAL_LABELS,
} from "./words";

/** An entry of the company's own register as it is written into the CNIL's layout. */
export type CnilOutput = {
  reference: string;
  content: RecordContent;
  /** Name, address, postcode, town, country, telephone, e-mail of each actor of the organisation. */
  actors: Partial<Record<"controller" | "dpo" | "dpoCompany" | "representative", string[]>>;
  /** Names of the library's measures by their ids. */
  measures: ReadonlyMap<string, string>;
  /** "MA" → "Maroc". */
  country: (code: string) => string;
};

/** Safeguards in the words of the CNIL's list; others are written in full below it. */
const SAFEGUARDS: Partial<Record<Instrument, string>> = {
  adequacy: "Pays adéquat",
  "scc-2021-914": "Clauses contractuelles types (CCT)",
  "scc-unspecified": "Clauses contractuelles types (CCT)",
  bcr: "Règles d'entreprise contraignantes (BCR)",
  "code-or-certification": "Certification",
  "derogation-49-1": "Dérogations (art 49)",
  "derogation-49-1-2": "Dérogations (art 49)",
  "privacy-shield": "Privacy shield",
};

/**
 * The rows of one sheet. Whatever the layout has no place for, or would not give back as it is, is said once more under
 * the CNIL's own parts: read again, the sheet says all that the entry says.
 */
export function writeCnilSheet(output: CnilOutput, known: CnilKnown): string[][] {
  const { content } = output;
  const full = writeLayout(output);
  const read = readBack(full, known);
  const missing = differingFields(read, content);
  if (missing.length === 0) return full;
  const names = new Map([...(known.procedures ?? [])].map(([name, id]) => [id, name]));
  const additional = writeAdditionalFields(content, missing, names).map(([label, value]) => [label, value]);
  // A word that the layout takes for something else ("Non" as a category) would come back as a note: it stands beyond.
  const shown =
    read.notes === "" ? full : writeLayout({ ...output, content: withoutFields(content, missing) });
  return [...shown, [], [SECTION_HEADS.additional], ...additional];
}

function readBack(rows: string[][], known: CnilKnown): RecordContent {
  const lines = rows.map((_, index) => index + 1);
  return readCnilRecord(required(readCnilSheet(rows, lines), "sheet as it was just written"), null, known)
    .content;
}

function withoutFields(content: RecordContent, fields: readonly (keyof RecordContent)[]): RecordContent {
  const blank = emptyContent(content.activity);
  return { ...content, ...Object.fromEntries(fields.map((field) => [field, blank[field]])) };
}

function writeLayout({ reference, content, actors, measures, country }: CnilOutput): string[][] {
  const parts = [
    [
      [SECTION_HEADS.description],
      [DESCRIPTION_LABELS.activity, content.activity],
      [DESCRIPTION_LABELS.reference, reference],
      [DESCRIPTION_LABELS.created, dateText(content.startsOn)],
      [DESCRIPTION_LABELS.updated, dateText(content.reviewedOn)],
    ],
    actorRows(content, actors),
    [
      [SECTION_HEADS.purposes],
      ...atLeastOne(content.purposes).map((purpose, at) => [
        at === 0 ? "Finalité principale" : `Sous-finalité ${at}`,
        purpose,
      ]),
    ],
    dataRows(content),
    specialRows(content),
    itemRows("persons", "Description", content.persons),
    itemRows("recipients", "Type de destinataire", content.recipients),
    itemRows("measures", "Type de mesure de sécurité", [
      ...content.measureIds.flatMap((id) => measures.get(id) ?? []),
      ...content.measures,
    ]),
    transferRows(content, country),
  ];
  return [
    ["Fiche de registre", "", "", "", "", "", "", reference],
    ...parts.flatMap((rows) => [[], ...rows]),
  ];
}

function actorRows(
  { jointAnswer, jointControllers }: RecordContent,
  actors: CnilOutput["actors"],
): string[][] {
  const joint =
    jointAnswer === "no" && jointControllers.length === 0 ? ["Aucun"] : atLeastOne(jointControllers);
  const own = (["controller", "dpo", "dpoCompany", "representative"] as const).map((key) => [
    ACTOR_LABELS[key],
    ...(actors[key] ?? []),
  ]);
  return [
    [SECTION_HEADS.actors, ...ACTOR_COLUMNS],
    ...own,
    ...joint.map((name) => [ACTOR_LABELS.joint, name]),
  ];
}

function dataRows({ dataCategories, retention }: RecordContent): string[][] {
  const head = [SECTION_HEADS.data, "Description", "", "", "Durée de conservation"];
  const rows = dataCategories.map((item, at) => {
    const label = labelOf(item);
    const [name, description] = label
      ? [label, item.slice(label.length + 3)]
      : [`${NUMBERED.data} ${at + 1}`, item];
    const duration = durationOf(retention, label ?? item);
    return [name, description, "", "", duration];
  });
  return [head, ...(rows.length > 0 ? rows : [[`${NUMBERED.data} 1`, "", "", "", retention]])];
}

/** A category of the CNIL's, or what stands before the colon: "Données de pointage : heures". */
function labelOf(item: string): string | null {
  const known = DATA_LABELS.find((label) => item.startsWith(`${label} : `));
  return known ?? /^([^\n:]{3,100}) : \S/.exec(item)?.[1] ?? null;
}

/** Returns the period for all categories, or the line that begins with this category. */
function durationOf(retention: string, label: string): string {
  const line = retention.split("\n").find((part) => part.startsWith(`${label} : `));
  if (line) return line.slice(label.length + 3);
  const isByCategory = /^.+ : .+$/m.test(retention) && retention.includes("\n");
  return isByCategory ? "" : retention;
}

function specialRows({
  specialAnswer,
  specialCategories,
  specialText,
  retention,
}: RecordContent): string[][] {
  const lines = specialText.split("\n");
  const rows = specialCategories.map((code) => {
    const label = SPECIAL_LABELS[code];
    const stated = lines.find((line) => line.startsWith(`${label} : `))?.slice(label.length + 3);
    return [label, stated ?? "Oui", "", "", durationOf(retention, label)];
  });
  const denied = specialAnswer === "no" ? [["Données sensibles, toutes catégories", "Non"]] : [];
  return [
    [SECTION_HEADS.special, "Description", "", "", "Durée de conservation"],
    ...(rows.length > 0 ? rows : denied),
  ];
}

function itemRows(
  part: "persons" | "recipients" | "measures",
  first: string,
  items: readonly string[],
): string[][] {
  return [
    [SECTION_HEADS[part], first, "", "", "Précisions"],
    ...atLeastOne(items).map((item, at) => [`${NUMBERED[part]} ${at + 1}`, item]),
  ];
}

function transferRows(
  { transferAnswer, destinations }: RecordContent,
  country: CnilOutput["country"],
): string[][] {
  const head = [
    SECTION_HEADS.transfers,
    "Destinataire",
    "Pays",
    "Type de Garanties",
    "",
    "Liens vers la documentation",
  ];
  const rows = destinations.map((destination, at) => [
    `${NUMBERED.transfers} ${at + 1}`,
    ...transferCells(destination, country),
  ]);
  const none = [`${NUMBERED.transfers} 1`, transferAnswer === "no" ? "Aucun" : ""];
  return [head, ...(rows.length > 0 ? rows : [none])];
}

function transferCells(destination: Destination, country: CnilOutput["country"]): string[] {
  const { place, internationalOrganisation, instrument, instrumentText, derogationDocuments } = destination;
  const [words = "", ...more] = instrumentText.split("\n");
  const listed = instrument ? (SAFEGUARDS[instrument] ?? "") : "";
  return [
    place || internationalOrganisation,
    destination.country ? country(destination.country) : "",
    words || listed,
    "",
    [...more, derogationDocuments].filter(Boolean).join("\n"),
  ];
}

/** A day whose words say no more than the day is an ISO date, which a workbook holds as a date. */
export function dateText(date: RecordContent["startsOn"]): string {
  if (!date) return "";
  const { value, text } = date;
  const isDay = value.length === 10 && (text === "" || readPartialDate(text)?.value === value);
  return isDay ? value : text || value;
}

/** A part without content keeps one row to be filled in. */
function atLeastOne(items: readonly string[]): readonly string[] {
  return items.length > 0 ? items : [""];
}
