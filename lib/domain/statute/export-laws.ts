import { adequacyOn, type AdequacyDecision } from "./adequacy";
import type { ApplicableLaws, DataLaw } from "./applicable-laws";
import { isInEea } from "./eea";
import { adequacyUnder, type ExportLaw } from "./other-adequacy";

/** Law 78-17 applies chapter V of the regulation in the territories that it reaches. */
const EXPORTS_UNDER: Partial<Record<DataLaw, ExportLaw>> = {
  gdpr: "gdpr",
  "french-1978": "gdpr",
  "uk-gdpr": "uk",
  "swiss-fadp": "swiss",
};

/**
 * Laws that govern what a controller sends abroad: each of them has to be met. None for a Moroccan one that nothing ties to
 * the Union, whom law 09-08 alone binds, and for one elsewhere that is known to target nobody there; the Union's, as the
 * stricter, while that is unanswered. `isProcessorBound`: the GDPR binds the processor itself for what it does for it, article 3.
 */
export function exportLaws(
  { applied, open }: ApplicableLaws,
  { isProcessorBound }: { isProcessorBound: boolean },
): ExportLaw[] {
  const known = [...new Set(applied.flatMap(({ law }) => EXPORTS_UNDER[law] ?? []))];
  if (known.length > 0) return known;
  if (isProcessorBound) return ["gdpr"];
  const isMoroccan = applied.some(({ law, reason }) => law === "law-09-08" && reason === "seat");
  return open === null || isMoroccan ? [] : ["gdpr"];
}

/**
 * True of a controller whose seat or establishment puts it under chapter V of the regulation, also as law 78-17 applies it: what its
 * processor abroad receives is taken for a transfer. One reached by 3(2) alone may have persons send their data themselves.
 */
export function presumesTransfer({ applied }: ApplicableLaws): boolean {
  return applied.some(({ law, reason }) => EXPORTS_UNDER[law] === "gdpr" && reason !== "targeting");
}

/** Home of each law: what stays there, and the law and courts of its clauses. */
const HOME_OF: Record<ExportLaw, string | null> = { gdpr: null, uk: "GB", swiss: "CH" };

type Reading = { laws: readonly ExportLaw[]; on: string };

/** The decision that covers a country under every one of some laws, the narrowest of them; null where one has none. */
export function adequacyUnderAll(country: string, { laws, on }: Reading): AdequacyDecision | null {
  const decisions = (laws.length === 0 ? (["gdpr"] as const) : laws).map((law) =>
    law === "gdpr" ? adequacyOn(country, on) : adequacyUnder(law, country, on),
  );
  if (decisions.includes(null)) return null;
  return decisions.find((decision) => decision?.reach !== "country") ?? decisions[0] ?? null;
}

/** True where data may go to a country without a tool, whoever receives them, under every one of some laws. */
export function isFreeUnder(country: string, { laws, on }: Reading): boolean {
  return laws.every((law) =>
    law === "gdpr"
      ? isInEea(country, on) || adequacyOn(country, on)?.reach === "country"
      : adequacyUnder(law, country, on)?.reach === "country",
  );
}

/** True for a place whose law and courts clauses 17 and 18 may name: of a Member State, or as one of the laws adapts them. */
export function mayGovernClauses(place: string, { laws, on }: Reading): boolean {
  return isInEea(place, on) || laws.some((law) => HOME_OF[law] === place);
}
