import type { AuthorityDuty } from "./authority-duties";
import type { FactValue } from "./facts";
import type { BreachFile } from "./file";
import { statementFor } from "./file";
import {
  CIRCUMSTANCES,
  PRECEDENT_FEATURES,
  PRECEDENTS,
  type Precedent,
  type PrecedentFeatures,
} from "./precedent-cases";
import { DATA_KINDS, type DataKind } from "./severity";

export type PrecedentFeature = (typeof PRECEDENT_FEATURES)[number];

/** An example with what the breach has otherwise, and what nobody has stated of it. */
export type ComparedPrecedent = Pick<Precedent, "id" | "isAuthorityTold" | "arePersonsTold"> & {
  differs: readonly PrecedentFeature[];
  unknown: readonly PrecedentFeature[];
};

/** Features of a breach as far as they are stated; null is unknown. */
type StatedFeatures = { [F in PrecedentFeature]: PrecedentFeatures[F] | null };

/**
 * Examples of EDPB guidelines 01/2021 of the same circumstance, the nearest first: those that differ least, and the nearest
 * of another outcome beside them, since the breach may lie between. A help for the controller's decision, 33(1) and 34, and
 * never that decision; none where nobody has named the circumstance.
 */
export function comparePrecedents(file: BreachFile, controllerId: string | null): ComparedPrecedent[] {
  const of = (kind: Parameters<typeof statementFor>[2]): FactValue | undefined =>
    (controllerId === null ? file.statements[kind] : statementFor(file, controllerId, kind))?.fact.value;
  const circumstance = of("circumstance")?.circumstance;
  if (circumstance === undefined) return [];
  const stated = featuresOf(of("severity-input"), of("protection"));
  const compared = PRECEDENTS.filter((one) => one.circumstance === circumstance)
    .map((one) => ({ one, ...compare(one.features, stated) }))
    .toSorted((a, b) => a.differs.length - b.differs.length || a.unknown.length - b.unknown.length);
  const [nearest] = compared;
  if (nearest === undefined) return [];
  const other = compared.find(({ one }) => outcomeOf(one) !== outcomeOf(nearest.one));
  return compared
    .filter((it) => it === other || it.differs.length === nearest.differs.length)
    .map(({ one: { id, isAuthorityTold, arePersonsTold }, differs, unknown }) => ({
      id,
      isAuthorityTold,
      arePersonsTold,
      differs,
      unknown,
    }));
}

function outcomeOf({ isAuthorityTold, arePersonsTold }: Precedent): string {
  return `${isAuthorityTold} ${arePersonsTold}`;
}

function compare(features: PrecedentFeatures, stated: StatedFeatures) {
  return {
    differs: PRECEDENT_FEATURES.filter((name) => stated[name] !== null && stated[name] !== features[name]),
    unknown: PRECEDENT_FEATURES.filter((name) => stated[name] === null),
  };
}

function featuresOf(scored: FactValue | undefined, protection: FactValue | undefined): StatedFeatures {
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
export type PrecedentStanding = "guidance" | "not-binding" | "high-risk";

export function precedentStandings(duties: readonly AuthorityDuty[]): PrecedentStanding[] {
  const standings = duties.flatMap(({ law }): PrecedentStanding[] => {
    if (law === "gdpr" || law === "french-1978") return ["guidance"];
    if (law === "uk-gdpr") return ["not-binding"];
    return law === "swiss-fadp" ? ["high-risk"] : [];
  });
  return [...new Set(standings)];
}

/** True where the circumstance asks how whoever called was authenticated, example 17. */
export function asksForAuthentication(circumstance: (typeof CIRCUMSTANCES)[number] | undefined): boolean {
  return circumstance === "impersonation";
}
