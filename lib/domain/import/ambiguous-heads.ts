import type { Capacity } from "@/lib/domain/processing-record/types";
import { fold } from "@/lib/domain/text/fold";
import { splitHead } from "./split-head";
import { targetsOf } from "./register-targets";
import type { ColumnMapping, ImportTarget } from "./types";
import { VENDOR_HEADS } from "./vendor-heads";

/** Heads that mean several fields, each with those that it may mean, the likeliest first. */
const AMBIGUOUS: readonly (readonly [heads: string, candidates: readonly ImportTarget[]])[] = [
  [
    "pays | country | land | pais | paese | staat | code pays | country code | بلد | البلد | الدولة",
    ["controllerCountry", "transfer", "sites"],
  ],
  [
    "type | nature | tipo | art | soort | نوع | النوع",
    ["activity", "operations", "dataCategories", "special"],
  ],
  [
    "responsable | responsables | owner | process owner | record owner | المسؤول",
    ["controllerName", "controllerContact", "note", "jointControllers"],
  ],
  [
    "destinataires | destinataire | recipients | recipient | ontvangers | empfänger | destinatarios | destinatari | المتلقون",
    ["recipients", "subProcessors", "transfer"],
  ],
  [
    "localisation | localisations | location | locations | lieu | lieux | emplacement | standort | standorte | ubicacion | " +
      "locatie | location of personal data | data storage locations | الموقع | المكان",
    ["transfer", "sites", "controllerAddress"],
  ],
  [
    "destination | destinations | ziel | ziele | destino | destinos | bestemming | الوجهة",
    ["transfer", "recipients"],
  ],
  ["nom | name | naam | nombre | nome | الاسم", ["controllerName", "activity"]],
  [
    "catégorie | catégories | category | categories | kategorie | kategorien | categoria | categorie | فئة | الفئة | الفئات",
    ["activity", "persons", "dataCategories"],
  ],
  ["date | dates | datum | fecha | data | التاريخ", ["startsOn", "reviewedOn", "endsOn"]],
  ["durée | duration | dauer | duur | duracion | durata | المدة", ["retention", "endsOn", "volumes"]],
  [
    "entité | entity | organisation | organization | organisme | tiers | third parties | third party",
    ["controllerName", "jointControllers", "subProcessors", "recipients"],
  ],
];

const BY_HEAD: ReadonlyMap<string, readonly ImportTarget[]> = new Map(
  AMBIGUOUS.flatMap(([heads, candidates]) =>
    heads.split(" | ").map((head) => [fold(head), candidates] as const),
  ),
);

/** Heads of programs that nobody has verified, each with the fields that one or several of them mean by it. */
const FROM_MEMORY: ReadonlyMap<string, readonly ImportTarget[]> = fromMemory();

function fromMemory(): Map<string, ImportTarget[]> {
  const found = new Map<string, ImportTarget[]>();
  for (const { isPublished, heads } of VENDOR_HEADS) {
    if (isPublished) continue;
    for (const [target, phrases] of Object.entries(heads))
      for (const phrase of phrases.split(" | ")) {
        const known = found.get(fold(phrase)) ?? [];
        if (!known.includes(target as ImportTarget)) known.push(target as ImportTarget);
        found.set(fold(phrase), known);
      }
  }
  return found;
}

/** "Data" is the English word for data, and an Italian one for a date. */
const PLAIN_ENGLISH = "data";

/** Recipients are a field of article 30(1) by this name: in the company's own register it is no question. */
const OWN_RECIPIENTS: readonly ImportTarget[] = ["recipients", "subProcessors", "transfer"];

/**
 * Marks the columns whose head means several fields, or is known from memory alone: `asked` are the fields that no other
 * column has, and the target stays the likeliest of them until a person says. What stands right beside the client's address or
 * the tool of a transfer is told by it, as is what a heading over it and others settles.
 */
export function askAmbiguous(
  columns: ColumnMapping,
  register: Capacity,
  isCertain: (head: string) => boolean,
  isSettled: (column: number) => boolean,
): ColumnMapping {
  const allowed = targetsOf(register);
  const candidates = columns.map((column, at) =>
    isToldBeside(columns, at) || isSettled(column.column)
      ? []
      : candidatesOf(column.header, register, isCertain),
  );
  const taken = new Set(
    columns.flatMap(({ target }, at) => ((candidates[at]?.length ?? 0) === 0 ? [target] : [])),
  );
  const isFree = (target: ImportTarget) =>
    allowed.includes(target) && (target === "note" || !taken.has(target));
  return columns.map((column, at) => {
    const asked = (candidates[at] ?? []).filter((target) => isFree(target));
    if (asked.length === 0) return column;
    const target = asked.includes(column.target) ? column.target : (asked[0] ?? "note");
    const isUsed =
      target !== "note" && columns.some((other, index) => index !== at && other.target === target);
    return { ...column, target: isUsed ? "note" : target, asked };
  });
}

function candidatesOf(
  header: string,
  register: Capacity,
  isCertain: (head: string) => boolean,
): readonly ImportTarget[] {
  const { own } = splitHead(header);
  const head = fold(own);
  if (head === "" || head === PLAIN_ENGLISH) return [];
  const ambiguous = BY_HEAD.get(head);
  if (ambiguous && register === "controller" && ambiguous.join() === OWN_RECIPIENTS.join()) return [];
  return ambiguous ?? (isCertain(own) ? [] : (FROM_MEMORY.get(head) ?? []));
}

function isToldBeside(columns: ColumnMapping, at: number): boolean {
  const [before, column, after] = [columns[at - 1]?.target, columns[at], columns[at + 1]?.target];
  if (column?.target === "controllerCountry") return before === "controllerAddress";
  return column?.target === "transfer" && (after === "instrument" || before === "instrument");
}
