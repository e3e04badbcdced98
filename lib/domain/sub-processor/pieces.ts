import type { SubProcessorUse } from "@/lib/domain/authorisation/readiness";
import { adequacyOn } from "@/lib/domain/statute/adequacy";
import { isInEea } from "@/lib/domain/statute/eea";
import type { TransferContent } from "@/lib/domain/transfer/content";
import type { TransferState } from "@/lib/domain/transfer/lifecycle";
import type { SubProcessorContent } from "./content";
import { countriesOf } from "./scope";

/** A transfer to it, as it is kept: its tool and its assessment are never typed twice. */
export type LinkedTransfer = {
  state: TransferState;
  content: TransferContent;
  /** The only controller whose data it carries; null: those of any. */
  controllerId: string | null;
};

/** What stands of a sub-processor whoever it works for; the controller's own word comes beside it. */
export type Pieces = Omit<SubProcessorUse, "isAuthorised" | "isOfScope" | "conditions">;

/**
 * What readiness.ts asks, from the document of a sub-processor and its running transfers. Each country that needs a tool
 * needs its own: one that has none leaves the whole without.
 */
export function piecesOf(
  content: SubProcessorContent,
  transfers: readonly LinkedTransfer[],
  { today }: { today: string },
): Pieces {
  const running = transfers.filter(({ state }) => state === "running").map((transfer) => transfer.content);
  const countries = countriesOf(content);
  const coveredBy = countries.filter((country) => running.some((it) => isCovered(it, country)));
  const needy = countries.filter((country) => !isFree(country, today) && !coveredBy.includes(country));
  const of = (country: string) => running.filter(({ importer }) => importer.country === country);
  const assessed = needy.map((country) => assessedOn(of(country), today));
  return {
    hasContract: isInForce(content.contract, today),
    countries,
    coveredBy,
    tool: toolOf(needy.map(of), today),
    assessedOn: assessed.length > 0 && assessed.every((day) => day !== null) ? assessed.sort().at(-1)! : null,
  };
}

/**
 * The same for each controller. Clauses and their assessment are of the transfer that they describe, 2021/914 annex I.B and
 * clause 14: what carries one controller's data opens nothing for another's; what names none carries those of any.
 */
export function piecesFor(
  content: SubProcessorContent,
  transfers: readonly LinkedTransfer[],
  on: { today: string },
): (controllerId: string | null) => Pieces {
  const carrying = (id: string | null) =>
    transfers.filter(({ controllerId }) => controllerId === null || controllerId === id);
  const named = new Set(transfers.flatMap(({ controllerId }) => controllerId ?? []));
  const own = new Map([...named].map((id) => [id, piecesOf(content, carrying(id), on)]));
  const general = piecesOf(content, carrying(null), on);
  return (controllerId) => own.get(controllerId ?? "") ?? general;
}

/** Signed, and not ended: the contract or other legal act of art. 28(4). */
export function isInForce({ signedOn, endsOn }: SubProcessorContent["contract"], today: string): boolean {
  return signedOn !== null && signedOn <= today && (endsOn === null || endsOn >= today);
}

/** Of the EEA, or of a country that a decision covers whole, art. 45. */
export function isFree(country: string, today: string): boolean {
  return isInEea(country, today) || adequacyOn(country, today)?.reach === "country";
}

/** A decision for some importers only, and this one is shown to be among them. */
function isCovered({ importer, tool }: TransferContent, country: string): boolean {
  return importer.country === country && tool.tool === "adequacy" && importer.standing !== "";
}

function toolOf(byCountry: readonly TransferContent[][], today: string): SubProcessorUse["tool"] {
  const clauses = byCountry.map((those) => those.filter(({ tool }) => tool.tool === "scc-2021-914"));
  if (clauses.length === 0 || clauses.some((those) => those.length === 0)) return null;
  const isSigned = ({ tool }: TransferContent) => tool.signedOn !== null && tool.signedOn <= today;
  const best = clauses.map((those) => those.find((it) => it.tool.module === 3 && isSigned(it)) ?? those[0]!);
  const worst = best.find((it) => it.tool.module !== 3 || !isSigned(it)) ?? best[0]!;
  return { module: worst.tool.module, isSigned: isSigned(worst) };
}

/** The day of an assessment that lets the data go; one that says no lets nothing go, clause 14(f). */
function assessedOn(transfers: readonly TransferContent[], today: string): string | null {
  const days = transfers
    .map(({ assessment }) => assessment)
    .filter(({ conclusion }) => conclusion !== null && conclusion !== "not-equivalent")
    .map((assessment) => assessment.assessedOn)
    .filter((day) => day !== null && day <= today);
  return days.sort().at(-1) ?? null;
}
