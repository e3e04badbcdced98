import { nameFinder, type NameFinding } from "@/lib/domain/controller/find-names";
import { indexNames, type NamedParty } from "@/lib/domain/controller/name-index";
import { unrecognisedNames } from "@/lib/domain/controller/unrecognised-names";
import { fold } from "@/lib/domain/text/fold";
import { findEveryone, readScopes } from "./exceptions";

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

/** The reference of a document of one client, as its people write it. */
export type ProposingReference = {
  kind: "contract" | "instruction" | "authorisation";
  reference: string;
  controllerId: string;
};

/** Recipient by a transfer of one client, by every name; of an onward transfer, one for each client whose data go on. */
export type ProposingRecipient = { reference: string; controllerId: string; companies: readonly string[] };

/** Joint controllers of a client, 26(1), or those for whom it acts that is itself a processor, as its sheet names them. */
export type ProposingCompanion = { controllerId: string; companies: readonly string[] };

/** Everything that words of a breach may name. */
export type Nameable = {
  records: readonly ProposingRecord[];
  references: readonly ProposingReference[];
  controllers: readonly NamedParty[];
  subProcessors: readonly NamedParty[];
  recipients: readonly ProposingRecipient[];
  companions: readonly ProposingCompanion[];
  /** The processor itself and its people. */
  own: readonly NamedParty[];
};

export type ProposalReason =
  | {
      kind: "name" | "maybe-name" | "everyone" | "excepted" | "named-companion" | "maybe-companion";
      words: string;
    }
  | { kind: "record" | ProposingReference["kind"]; reference: string }
  | { kind: "place" | "activity"; reference: string; words: string }
  | { kind: "sub-processor"; reference: string }
  | {
      kind: "named-sub-processor" | "maybe-sub-processor" | "named-recipient" | "maybe-recipient";
      reference: string;
      words: string;
    };

export type Proposal = { controllerId: string; reasons: ProposalReason[] };

/** Shorter words of a site or an activity say too little to be found in a text. */
const LEAST_LETTERS = 4;

type Stated = { texts: readonly string[]; subProcessorId: string | null };

/**
 * Controllers that what is known of a breach may touch: named in full or as people say them, by an entry, by a site, by a
 * company below us, by the reference of a document. It proposes; a person confirms.
 */
export function proposeControllers({ texts, subProcessorId }: Stated, known: Nameable): Proposal[] {
  const { records, references, controllers, recipients, companions } = known;
  const text = texts.join("\n");
  // A piece of a reference that is cited whole names nobody.
  const unquoted = withoutReferences(text, references);
  const stated = ` ${fold(text)} `;
  const names = (name: string) => isLong(name) && stated.includes(` ${fold(name)} `);
  const proposals = new Map<string, ProposalReason[]>();
  const add = (id: string, reason: ProposalReason) =>
    proposals.set(id, [...(proposals.get(id) ?? []), reason]);
  for (const [id, reasons] of namedControllers(unquoted, controllers))
    for (const reason of reasons) add(id, reason);
  const below = strongest(nameFinder(indexNames(companiesBelow(known)))(text));
  for (const record of records)
    for (const reason of reasonsOf(record, { names, below, subProcessorId }))
      add(record.controllerId, reason);
  for (const { companies, controllerId, reference } of recipients) {
    const found = strongestOf(companies, below);
    if (found) add(controllerId, recipientReason(reference, found));
  }
  for (const { companies, controllerId } of companions) {
    const found = strongestOf(companies, below);
    if (found)
      add(controllerId, { kind: found.isCertain ? "named-companion" : "maybe-companion", words: found.raw });
  }
  for (const { kind, reference, controllerId } of references)
    if (names(reference)) add(controllerId, { kind, reference });
  return [...proposals].map(([controllerId, reasons]) => ({ controllerId, reasons }));
}

/**
 * Controllers that a text names, or all where it speaks of every client. One that it excepts ("tous nos clients sauf Orvelle") is
 * proposed as excepted, and asked: it is neither passed over nor certain.
 */
function namedControllers(text: string, controllers: readonly NamedParty[]): Map<string, ProposalReason[]> {
  const findings = nameFinder(indexNames(controllers), { withShortForms: true })(text);
  const scopeOf = readScopes(text);
  const read = findings.map((finding) => ({ finding, scope: scopeOf(finding, findings) }));
  const affirmed = read.filter(({ scope }) => scope !== "excepted");
  const excepted = strongest(read.filter(({ scope }) => scope === "excepted").map(({ finding }) => finding));
  const named = new Map<string, ProposalReason[]>();
  const add = (id: string, reason: ProposalReason) => named.set(id, [...(named.get(id) ?? []), reason]);
  const sure = affirmed.map(({ finding, scope }) => ({
    ...finding,
    isCertain: finding.isCertain && scope === "named",
  }));
  for (const [id, { isCertain, raw }] of strongest(sure))
    add(id, { kind: isCertain && !excepted.has(id) ? "name" : "maybe-name", words: raw });
  for (const [id, { raw }] of excepted) add(id, { kind: "excepted", words: raw });
  const everyone = findEveryone(text);
  if (everyone === null) return named;
  for (const { id } of controllers) if (!named.has(id)) add(id, { kind: "everyone", words: everyone });
  return named;
}

/** Names that texts of a breach seem to give and that nobody known here bears: said, so that nobody is passed over. */
export function findUnrecognised(texts: readonly string[], known: Nameable): string[] {
  const { records, references, controllers, own } = known;
  const named = records.flatMap(({ places, activity, reference }) => [...places, activity, reference]);
  const parties = [...controllers, ...companiesBelow(known), ...own];
  return unrecognisedNames(
    texts.map((text) => withoutReferences(text, references)),
    parties,
    named,
  );
}

/** Takes whole references out of a text, so that no name is read in their pieces; a small letter parts what stood around. */
function withoutReferences(text: string, references: readonly ProposingReference[]): string {
  return references.reduce((rest, { reference }) => {
    const pieces = reference.match(/[\p{L}\p{N}]+/gu);
    if (!pieces || !isLong(reference)) return rest;
    const whole = `(?<![\\p{L}\\p{N}])${pieces.join("[^\\p{L}\\p{N}]+")}(?![\\p{L}\\p{N}])`;
    return rest.replaceAll(new RegExp(whole, "giu"), "x");
  }, text);
}

/** A company that only the words of an entry, of a transfer or of a client's sheet name is known by that name. */
function companiesBelow({
  records,
  subProcessors,
  recipients,
  companions,
}: Pick<Nameable, "records" | "subProcessors" | "recipients" | "companions">): NamedParty[] {
  const stated = new Set([
    ...records.flatMap(({ subProcessorNames }) => subProcessorNames),
    ...[...recipients, ...companions].flatMap(({ companies }) => companies),
  ]);
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
  const company = surest(
    [...subProcessorIds, ...subProcessorNames.map(statedId)].flatMap((id) => below.get(id) ?? []),
  );
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

/** Reads what the text says of companies that are known by their names alone. */
function strongestOf(
  companies: readonly string[],
  below: ReadonlyMap<string, Strength>,
): Strength | undefined {
  return surest(companies.flatMap((name) => below.get(statedId(name)) ?? []));
}

function surest(found: readonly Strength[]): Strength | undefined {
  return found.find(({ isCertain }) => isCertain) ?? found[0];
}

function recipientReason(reference: string, { isCertain, raw }: Strength): ProposalReason {
  return { kind: isCertain ? "named-recipient" : "maybe-recipient", reference, words: raw };
}

function companyReason(reference: string, { isCertain, raw }: Strength): ProposalReason {
  return { kind: isCertain ? "named-sub-processor" : "maybe-sub-processor", reference, words: raw };
}

function isLong(name: string): boolean {
  return fold(name).replaceAll(" ", "").length >= LEAST_LETTERS;
}
