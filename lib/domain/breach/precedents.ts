import { z } from "zod";
import type { AuthorityDuty } from "./authority-duties";
import type { FactValue } from "./facts";
import { isSoleController, statementFor, type BreachFile, type Statement } from "./file";
import {
  CIRCUMSTANCES,
  MANY_PERSONS,
  PRECEDENT_FEATURES,
  PRECEDENTS,
  type Precedent,
  type PrecedentFeatures,
} from "./precedent-cases";
import { DATA_KINDS, type DataKind } from "./severity";

export type PrecedentFeature = (typeof PRECEDENT_FEATURES)[number];

/** An example with what the breach has otherwise, and what nobody has stated of it. */
export const comparedPrecedentSchema = z.object({
  id: z.int().min(1).max(18),
  isAuthorityTold: z.boolean(),
  arePersonsTold: z.boolean(),
  differs: z.array(z.enum(PRECEDENT_FEATURES)),
  unknown: z.array(z.enum(PRECEDENT_FEATURES)),
  /** Compared, and as in the example; absent in notices of before the number of persons was compared. */
  agreed: z.array(z.enum(PRECEDENT_FEATURES)).optional(),
});
export type ComparedPrecedent = z.infer<typeof comparedPrecedentSchema>;

/** Features of a breach as far as they are stated; null is unknown. */
type StatedFeatures = { [F in PrecedentFeature]: PrecedentFeatures[F] | null };

/**
 * Examples of EDPB guidelines 01/2021 of the same circumstance, the nearest first: those that differ least, and the nearest
 * of another outcome beside them, since the breach may lie between. A help for the controller's decision, 33(1) and 34, and
 * never that decision; none where nobody has named the circumstance. Of one controller among several, the kind of data is its
 * own share's alone: that of the whole would tell it of the others.
 */
export function comparePrecedents(file: BreachFile, controllerId: string | null): ComparedPrecedent[] {
  const of = (kind: Parameters<typeof statementFor>[2]): Statement | undefined =>
    controllerId === null ? file.statements[kind] : statementFor(file, controllerId, kind);
  const circumstance = of("circumstance")?.fact.value.circumstance;
  if (circumstance === undefined) return [];
  const scored = of("severity-input");
  const isOwn =
    controllerId === null ||
    scored?.fact.controllerId === controllerId ||
    isSoleController(file, controllerId);
  const features: StatedFeatures = {
    ...featuresOf(scored?.fact.value, of("protection")?.fact.value),
    persons: personsOf(of("persons")?.fact.value),
  };
  const stated = isOwn ? features : { ...features, data: null };
  const compared = PRECEDENTS.filter((one) => one.circumstance === circumstance)
    .map((one) => ({ one, ...compare(one.features, stated) }))
    .toSorted((a, b) => a.differs.length - b.differs.length || a.unknown.length - b.unknown.length);
  const [nearest] = compared;
  if (nearest === undefined) return [];
  const other = compared.find(({ one }) => outcomeOf(one) !== outcomeOf(nearest.one));
  return compared
    .filter((it) => it === other || it.differs.length === nearest.differs.length)
    .map(({ one: { id, isAuthorityTold, arePersonsTold }, differs, unknown, agreed }) => ({
      id,
      isAuthorityTold,
      arePersonsTold,
      differs,
      unknown,
      agreed,
    }));
}

function outcomeOf({ isAuthorityTold, arePersonsTold }: Precedent): string {
  return `${isAuthorityTold} ${arePersonsTold}`;
}

/** Compares what the example says; a feature of which it says nothing is left out. */
function compare(features: PrecedentFeatures, stated: StatedFeatures) {
  const told = PRECEDENT_FEATURES.filter((name) => features[name] !== null);
  return {
    differs: told.filter((name) => stated[name] !== null && stated[name] !== features[name]),
    unknown: told.filter((name) => stated[name] === null),
    agreed: told.filter((name) => stated[name] === features[name]),
  };
}

/** Features that were compared and are as in the example: "no difference" is said of these alone. */
export function agreeingFeatures({
  differs,
  unknown,
  agreed,
}: Pick<ComparedPrecedent, "differs" | "unknown" | "agreed">): readonly PrecedentFeature[] {
  const compared = (name: PrecedentFeature) =>
    name !== "persons" && !differs.includes(name) && !unknown.includes(name);
  return agreed ?? PRECEDENT_FEATURES.filter(compared);
}

function personsOf(value: FactValue | undefined): StatedFeatures["persons"] {
  if (typeof value?.count !== "number") return null;
  return value.count > MANY_PERSONS ? "many" : "few";
}

function featuresOf(
  scored: FactValue | undefined,
  protection: FactValue | undefined,
): Omit<StatedFeatures, "persons"> {
  const severity = scored?.severity;
  const stated = protection?.protection;
  return {
    data: severity ? highestOf(severity.dataKinds) : null,
    confidentiality: severity?.confidentiality ?? null,
    availability: severity?.availability ?? null,
    isUnintelligible: stated === undefined || stated === "unknown" ? null : stated === "encrypted-key-safe",
  };
}

function highestOf(kinds: readonly DataKind[]): DataKind | null {
  return kinds.toSorted((a, b) => DATA_KINDS[b] - DATA_KINDS[a])[0] ?? null;
}

/** Standing of the examples under the laws of a client: the British regulator is not bound by them, the FADP asks for high risk. */
export const PRECEDENT_STANDINGS = ["guidance", "not-binding", "high-risk"] as const;
export type PrecedentStanding = (typeof PRECEDENT_STANDINGS)[number];

export function precedentStandings(duties: readonly AuthorityDuty[]): PrecedentStanding[] {
  const standings = duties.flatMap(({ law }): PrecedentStanding[] => {
    if (law === "gdpr" || law === "french-1978") return ["guidance"];
    if (law === "uk-gdpr") return ["not-binding"];
    return law === "swiss-fadp" ? ["high-risk"] : [];
  });
  return [...new Set(standings)];
}

/**
 * Examples as they are told to one client: with what they are under each of its laws, and none to a client of laws that neither
 * know them nor set a threshold to compare them with, law 09-08.
 */
export function examplesUnder(
  duties: readonly AuthorityDuty[],
  compared: readonly ComparedPrecedent[] = [],
): { compared: readonly ComparedPrecedent[]; standings: readonly PrecedentStanding[] } {
  const standings = precedentStandings(duties);
  return standings.length === 0 ? { compared: [], standings } : { compared, standings };
}

/** True where the circumstance asks how whoever called was authenticated, example 17. */
export function asksForAuthentication(circumstance: (typeof CIRCUMSTANCES)[number] | undefined): boolean {
  return circumstance === "impersonation";
}
