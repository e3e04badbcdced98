import { nameFinder, type NameFinding } from "@/lib/domain/controller/find-names";
import { indexNames, type NamedParty } from "@/lib/domain/controller/name-index";
import { unrecognisedNames } from "@/lib/domain/controller/unrecognised-names";
import { fold } from "@/lib/domain/text/fold";

/** An entry of the register, as far as a breach may touch it. */
export type ProposingRecord = {
  id: string;
  reference: string;
  activity: string;
  controllerId: string;
  /** Sites, places of access and measures in words: what names a system. */
  places: readonly string[];
  subProcessorIds: readonly string[];
  /** Names of companies below us as the entry states them, linked to a row or not. */
  subProcessorNames: readonly string[];
};

/** Everything that words of a breach may name. */
export type Nameable = {
  records: readonly ProposingRecord[];
  controllers: readonly NamedParty[];
  subProcessors: readonly NamedParty[];
  /** The processor itself and its people. */
  own: readonly NamedParty[];
};

export type ProposalReason =
  | { kind: "name" | "maybe-name"; words: string }
  | { kind: "record"; reference: string }
  | { kind: "place" | "activity"; reference: string; words: string }
  | { kind: "sub-processor"; reference: string }
  | { kind: "named-sub-processor" | "maybe-sub-processor"; reference: string; words: string };

export type Proposal = { controllerId: string; reasons: ProposalReason[] };

/** Shorter words of a site or an activity say too little to be found in a text. */
const LEAST_LETTERS = 4;

type Stated = { texts: readonly string[]; subProcessorId: string | null };

/**
 * Controllers that what is known of a breach may touch: named in full or as people say them, by an entry, by a site, by a
 * company below us. It proposes; a person confirms.
 */
export function proposeControllers({ texts, subProcessorId }: Stated, known: Nameable): Proposal[] {
  const { records, controllers, subProcessors } = known;
  const text = texts.join("\n");
  const stated = ` ${fold(text)} `;
  const names = (name: string) => isLong(name) && stated.includes(` ${fold(name)} `);
  const proposals = new Map<string, ProposalReason[]>();
  const add = (id: string, reason: ProposalReason) =>
    proposals.set(id, [...(proposals.get(id) ?? []), reason]);
  for (const [id, { isCertain, raw }] of strongest(nameFinder(indexNames(controllers))(text)))
    add(id, { kind: isCertain ? "name" : "maybe-name", words: raw });
  const below = strongest(nameFinder(indexNames(companiesBelow(records, subProcessors)))(text));
  for (const record of records)
    for (const reason of reasonsOf(record, { names, below, subProcessorId }))
      add(record.controllerId, reason);
  return [...proposals].map(([controllerId, reasons]) => ({ controllerId, reasons }));
}

/** Names that texts of a breach seem to give and that nobody known here bears: said, so that nobody is passed over. */
export function findUnrecognised(texts: readonly string[], known: Nameable): string[] {
  const { records, controllers, subProcessors, own } = known;
  const named = records.flatMap(({ places, activity, reference }) => [...places, activity, reference]);
  const parties = [...controllers, ...companiesBelow(records, subProcessors), ...own];
  return unrecognisedNames(texts, parties, named);
}

/** A company that only an entry's words name is known by that name. */
function companiesBelow(
  records: readonly ProposingRecord[],
  subProcessors: readonly NamedParty[],
): NamedParty[] {
  const stated = new Set(records.flatMap(({ subProcessorNames }) => subProcessorNames));
  return [...subProcessors, ...[...stated].map((name) => ({ id: statedId(name), companies: [name] }))];
}

const statedId = (name: string) => `stated ${name}`;

type Strength = Pick<NameFinding, "isCertain" | "raw">;

/** The finding that says most of each party. */
function strongest(findings: readonly NameFinding[]): Map<string, Strength> {
  const best = new Map<string, Strength>();
  for (const { raw, isCertain, entries } of findings)
    for (const { id, use } of entries) {
      const isSure = isCertain && use !== "word";
      if (!best.get(id)?.isCertain)
        best.set(id, { raw, isCertain: isSure || (best.get(id)?.isCertain ?? false) });
    }
  return best;
}

type Read = {
  names: (name: string) => boolean;
  below: ReadonlyMap<string, Strength>;
  subProcessorId: string | null;
};

function reasonsOf(record: ProposingRecord, { names, below, subProcessorId }: Read): ProposalReason[] {
  const { reference, activity, places, subProcessorIds, subProcessorNames } = record;
  const place = places.find(names);
  const found = [...subProcessorIds, ...subProcessorNames.map(statedId)].flatMap((id) => below.get(id) ?? []);
  const company = found.find(({ isCertain }) => isCertain) ?? found[0];
  return [
    ...(names(reference) ? [{ kind: "record", reference } as const] : []),
    ...(names(activity) ? [{ kind: "activity", reference, words: activity } as const] : []),
    ...(place ? [{ kind: "place", reference, words: place } as const] : []),
    ...(subProcessorId !== null && subProcessorIds.includes(subProcessorId)
      ? [{ kind: "sub-processor", reference } as const]
      : []),
    ...(company ? [companyReason(reference, company)] : []),
  ];
}

function companyReason(reference: string, { isCertain, raw }: Strength): ProposalReason {
  return { kind: isCertain ? "named-sub-processor" : "maybe-sub-processor", reference, words: raw };
}

function isLong(name: string): boolean {
  return fold(name).replaceAll(" ", "").length >= LEAST_LETTERS;
}
