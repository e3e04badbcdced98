import type { ClauseId } from "./clauses";
import type { ClauseReading } from "./content";

/** Clauses that are read together, in the order of article 28(3). Words: `contract-clauses.families.<name>`. */
export const CLAUSE_FAMILIES = {
  object: ["K01", "K02", "K03", "K04", "K05", "K06", "K07", "K08"],
  instructions: ["K09", "K10", "K11", "K12"],
  "sub-processors": ["K13", "K14", "K15"],
  assistance: ["K16", "K17", "K18", "K19"],
  end: ["K20", "K21", "K22", "K23"],
  form: ["K24", "K25", "K26"],
} as const satisfies Record<string, readonly ClauseId[]>;

export type ClauseFamily = keyof typeof CLAUSE_FAMILIES;

export const CLAUSE_FAMILY_NAMES = Object.keys(CLAUSE_FAMILIES) as [ClauseFamily, ...ClauseFamily[]];

export function isClauseFamily(name: string): name is ClauseFamily {
  return Object.hasOwn(CLAUSE_FAMILIES, name);
}

/** Returns the clauses of a family that are among `ids`. */
export function clausesOfFamily(family: ClauseFamily, ids: readonly ClauseId[]): ClauseId[] {
  return CLAUSE_FAMILIES[family].filter((id) => ids.includes(id));
}

/** Returns the family after this one that has clauses among `ids`; null after the last. */
export function nextFamily(family: ClauseFamily, ids: readonly ClauseId[]): ClauseFamily | null {
  const later = CLAUSE_FAMILY_NAMES.slice(CLAUSE_FAMILY_NAMES.indexOf(family) + 1);
  return later.find((name) => clausesOfFamily(name, ids).length > 0) ?? null;
}

/** Returns the clauses that nobody has read, among `ids`. */
export function unreadAmong(ids: readonly ClauseId[], readings: object): ClauseId[] {
  const read = readings as Readings;
  return ids.filter((id) => (read[id]?.answer ?? "unread") === "unread");
}

/** Reads the family of an address: without one, the first that has an unread clause, else the first. */
export function familyOf(asked: unknown, ids: readonly ClauseId[], readings: object): ClauseFamily {
  const unread = unreadAmong(ids, readings);
  const named = CLAUSE_FAMILY_NAMES.filter((name) => clausesOfFamily(name, ids).length > 0);
  const isUnread = (name: ClauseFamily) => clausesOfFamily(name, unread).length > 0;
  return named.find((name) => name === asked) ?? named.find(isUnread) ?? named[0] ?? "object";
}

type Readings = Partial<Record<ClauseId, ClauseReading>>;

type StatedReadings = {
  before: Readings;
  /** Clauses of the form; an absent one is unchanged. */
  stated: Readings;
  /** Family whose unread clauses are all stated as present by one act, or null. */
  allPresent: ClauseFamily | null;
  mark: NonNullable<ClauseReading["markedTogether"]>;
};

/**
 * Returns the readings to store. A clause that one act stated as present with its family carries who did so and when, until
 * somebody gives that clause another answer.
 */
export function statedReadings({ before, stated, allPresent, mark }: StatedReadings): Readings {
  const family: readonly ClauseId[] = allPresent ? CLAUSE_FAMILIES[allPresent] : [];
  const entries = (Object.entries(stated) as [ClauseId, ClauseReading | undefined][]).flatMap(
    ([id, reading]): [ClauseId, ClauseReading][] => {
      if (!reading) return [];
      if (family.includes(id) && reading.answer === "unread")
        return [[id, { ...reading, answer: "present", markedTogether: mark }]];
      return [[id, retainTogetherMark(before[id], reading)]];
    },
  );
  return Object.fromEntries(entries);
}

/** Retains the mark where the answer is the same, and drops it with another answer. */
export function retainTogetherMark(
  before: ClauseReading | undefined,
  { markedTogether: _mark, ...reading }: ClauseReading,
): ClauseReading {
  const mark = before?.answer === reading.answer ? before.markedTogether : undefined;
  return mark ? { ...reading, markedTogether: mark } : reading;
}
