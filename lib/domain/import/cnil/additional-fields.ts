import { type NonEmpty, isNonEmpty, itemAt, lastOf } from "@/lib/domain/invariant/required";
import { recordContentSchema, type RecordContent } from "@/lib/domain/processing-record/content";
import { fold } from "@/lib/domain/text/fold";

/** A row of the part that the CNIL's layout has no place for. */
export type AdditionalRow = readonly [label: string, value: string];

/** The words of a path into the content, and the words of a value that is one of a few. */
const NAMES: Record<string, string> = {
  activity: "Nom complet",
  operations: "Opérations",
  transferAnswer: "Transfert",
  transferReason: "Motif sur le transfert",
  destinations: "Transferts",
  transferText: "Transfert, mots du fichier",
  measures: "Mesures",
  measureIds: "Mesures de la bibliothèque",
  measuresAbsentReason: "Motif de l’absence de mesures",
  purposes: "Finalités",
  jointAnswer: "Responsabilité conjointe",
  jointControllers: "Responsables conjoints",
  retention: "Conservation",
  retentionAbsentReason: "Motif de l’absence de durée",
  targetsUnion: "Vise des personnes dans l’Union",
  legalBases: "Bases légales",
  specialCondition: "Condition pour les données sensibles",
  informationNotice: "Information des personnes",
  cndpNumbers: "Numéros CNDP",
  frequency: "Fréquence",
  exemptionClaimed: "Dispense invoquée",
  persons: "Personnes",
  dataCategories: "Données",
  specialAnswer: "Données sensibles",
  specialCategories: "Catégories particulières",
  specialText: "Données sensibles, détail",
  minorsAnswer: "Mineurs",
  minorsText: "Mineurs, détail",
  minorsConsent: "Mineurs, article 8",
  minorsProcedureId: "Mineurs, procédure",
  volumes: "Volumes",
  tools: "Outils",
  sites: "Sites",
  recipients: "Destinataires",
  subProcessorsAnswer: "Recours à des sous-traitants",
  subProcessors: "Sous-traitants",
  contractReference: "Contrat",
  startsOn: "Début",
  endsOn: "Fin",
  reviewedOn: "Dernière revue",
  reviewDueOn: "Prochaine revue",
  notes: "Notes",
  country: "pays",
  internationalOrganisation: "organisation internationale",
  place: "lieu",
  placeKind: "nature du lieu",
  instrument: "garantie",
  sccModule: "module",
  instrumentText: "garantie, mots",
  signedOn: "signée le",
  assessedOn: "analyse du",
  assessmentText: "analyse d’impact",
  derogationDocuments: "documents de la dérogation",
  name: "nom",
  service: "service",
  value: "date",
  text: "écrit",
};
const VALUES: Record<string, string> = {
  yes: "oui",
  no: "non",
  unanswered: "sans réponse",
  true: "vrai",
  false: "faux",
  engaged: "engagé",
  "other-basis": "autre base légale",
  "no-online-service": "aucun service en ligne offert à l’enfant",
  counselling: "prévention ou conseil",
  consent: "consentement",
  contract: "contrat",
  "legal-obligation": "obligation légale",
  "vital-interests": "intérêts vitaux",
  "public-task": "mission d’intérêt public",
  "legitimate-interests": "intérêts légitimes",
  continuous: "continue",
  daily: "quotidienne",
  regular: "régulière",
  occasional: "occasionnelle",
};
const KEYS = new Map(Object.entries(NAMES).map(([key, name]) => [fold(name), key]));
const CODES = new Map(Object.entries(VALUES).map(([code, word]) => [fold(word), code]));
/** Fields whose leaves are codes, and so may be said in words; a free text never is. */
const CODED = new Set([
  "transferAnswer",
  "jointAnswer",
  "targetsUnion",
  "legalBases",
  "frequency",
  "exemptionClaimed",
  "specialAnswer",
  "minorsAnswer",
  "minorsConsent",
  "subProcessorsAnswer",
]);
const BETWEEN = " › ";
const EMPTY = "(vide)";

/** Names of the DPO's procedures by their ids, or ids by their names. */
type Procedures = ReadonlyMap<string, string>;

/** Fields of a content as rows of label and value: "Transferts › 1 › module" | "2". A procedure is written by its name. */
export function writeAdditionalFields(
  content: RecordContent,
  fields: readonly (keyof RecordContent)[],
  names: Procedures = new Map(),
): AdditionalRow[] {
  return fields.flatMap((field) => flatten([field], namedIn(content, field, names)));
}

function namedIn(content: RecordContent, field: keyof RecordContent, names: Procedures): unknown {
  const value = content[field];
  return field === "minorsProcedureId" && typeof value === "string" ? (names.get(value) ?? value) : value;
}

/**
 * Reads the rows back into a content; rows that are not of this kind, or make no valid content, are left over
 * unchanged.
 */
export function readAdditionalFields(
  content: RecordContent,
  rows: readonly AdditionalRow[],
  procedures: Procedures = new Map(),
): { content: RecordContent; leftovers: AdditionalRow[] } {
  const leftovers: AdditionalRow[] = [];
  const read: Record<string, unknown> = {};
  const rowsOf = new Map<string, AdditionalRow[]>();
  for (const row of rows) {
    const path = pathOf(row[0]);
    if (path === null) leftovers.push(row);
    else {
      setPath(read, path, valueOf(path, row[1], procedures));
      rowsOf.set(path[0], [...(rowsOf.get(path[0]) ?? []), row]);
    }
  }
  let merged = content;
  for (const [field, value] of Object.entries(read)) {
    const parsed = recordContentSchema.safeParse({
      ...merged,
      activity: merged.activity || "-",
      [field]: value,
    });
    if (parsed.success)
      merged = { ...parsed.data, activity: field === "activity" ? parsed.data.activity : merged.activity };
    else leftovers.push(...(rowsOf.get(field) ?? []));
  }
  return { content: merged, leftovers };
}

function flatten(path: readonly string[], value: unknown): AdditionalRow[] {
  const label = path.map((key) => NAMES[key] ?? String(Number(key) + 1)).join(BETWEEN);
  if (value === null || value === "") return [[label, EMPTY]];
  if (Array.isArray(value))
    return value.length === 0
      ? [[label, EMPTY]]
      : value.flatMap((item, at) => flatten([...path, String(at)], item));
  if (typeof value === "object")
    // A part of a structure that says nothing needs no row: the shape gives it back.
    return Object.entries(value)
      .filter(([, part]) => part !== null && part !== "")
      .flatMap(([key, part]) => flatten([...path, key], part));
  const code = String(value);
  return [[label, CODED.has(itemAt(path, 0)) ? (VALUES[code] ?? code) : code]];
}

function pathOf(label: string): NonEmpty<string> | null {
  const path = label
    .split(BETWEEN.trim())
    .map((part) => (/^\s*\d{1,3}\s*$/.test(part) ? String(Number(part) - 1) : (KEYS.get(fold(part)) ?? "")));
  if (!isNonEmpty(path) || path.some((key) => key === "" || key === "-1")) return null;
  return path[0] in recordContentSchema.shape ? path : null;
}

function valueOf(path: readonly string[], written: string, procedures: Procedures): unknown {
  const field = path[0] as keyof RecordContent;
  if (written === EMPTY) return path.length === 1 ? undefined : "";
  if (field === "minorsProcedureId") return procedures.get(written) ?? written;
  if (path.at(-1) === "sccModule") return Number(written);
  const code = CODED.has(field) ? (CODES.get(fold(written)) ?? written) : written;
  return field === "exemptionClaimed" ? code === "true" : code;
}

/** Lists are made as they are named, in any order; their holes are closed when they are read. */
function setPath(root: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let at = root;
  path.slice(0, -1).forEach((key, depth) => {
    const isList = /^\d+$/.test(itemAt(path, depth + 1));
    at[key] ??= isList ? [] : {};
    at = at[key] as Record<string, unknown>;
  });
  at[lastOf(path)] = value;
}
