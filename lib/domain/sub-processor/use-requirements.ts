import type { SubProcessorUse } from "./readiness";
import { itemAt, lastOf } from "@/lib/domain/invariant/required";
import { adequacyOn } from "@/lib/domain/statute/adequacy";
import { isInEea } from "@/lib/domain/statute/eea";
import { assessTransfer } from "@/lib/domain/transfer/completeness";
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

/** Requirements met for every controller alike; the controller's own word is added apart. */
export type UseRequirements = Omit<SubProcessorUse, "isAuthorised" | "isOfScope" | "conditions">;

/**
 * Derives the requirements from a sub-processor's document and its running transfers. Each country that needs
 * a tool needs its own: one without a tool leaves the requirement unmet.
 */
export function requirementsOf(
  content: SubProcessorContent,
  transfers: readonly LinkedTransfer[],
  { today }: { today: string },
): UseRequirements {
  const running = transfers.filter(({ state }) => state === "running").map((transfer) => transfer.content);
  const countries = countriesOf(content);
  const coveredBy = countries.filter((country) => running.some((it) => isCovered(it, country)));
  const needy = countries.filter((country) => !isFree(country, today) && !coveredBy.includes(country));
  const of = (country: string) => running.filter(({ importer }) => importer.country === country);
  const assessed = needy.map((country) => assessedOn(openOrAll(of(country), today), today));
  return {
    hasContract: isInForce(content.contract, today),
    countries,
    coveredBy,
    tool: toolOf(needy.map(of), today),
    assessedOn: assessed.length > 0 && assessed.every((day) => day !== null) ? lastOf(assessed.sort()) : null,
  };
}

/**
 * Commission decision 2021/914, annex I.B and clause 14: clauses and their assessment concern the transfer
 * that they describe, so a transfer of one controller's data serves no other; one that names no controller
 * serves all.
 */
export function requirementsFor(
  content: SubProcessorContent,
  transfers: readonly LinkedTransfer[],
  on: { today: string },
): (controllerId: string | null) => UseRequirements {
  const carrying = (id: string | null) =>
    transfers.filter(({ controllerId }) => controllerId === null || controllerId === id);
  const named = new Set(transfers.flatMap(({ controllerId }) => controllerId ?? []));
  const own = new Map([...named].map((id) => [id, requirementsOf(content, carrying(id), on)]));
  const general = requirementsOf(content, carrying(null), on);
  return (controllerId) => own.get(controllerId ?? "") ?? general;
}

/** Signed, and not ended: the contract or other legal act of art. 28(4). */
export function isInForce({ signedOn, endsOn }: SubProcessorContent["contract"], today: string): boolean {
  return signedOn !== null && signedOn <= today && (endsOn === null || endsOn >= today);
}

/** Accepts the EEA, and countries that an adequacy decision covers whole, art. 45. */
export function isFree(country: string, today: string): boolean {
  return isInEea(country, today) || adequacyOn(country, today)?.reach === "country";
}

/** A decision for some importers only, and this one is shown to be among them. */
function isCovered({ importer, tool }: TransferContent, country: string): boolean {
  return importer.country === country && tool.tool === "adequacy" && importer.standing !== "";
}

/** Tools of article 46(2) that a private company may sign or join. */
const TOOLS: readonly (string | null)[] = ["scc-2021-914", "bcr", "code-or-certification"];

function toolOf(byCountry: readonly TransferContent[][], today: string): SubProcessorUse["tool"] {
  const tools = byCountry.map((those) => those.filter(({ tool }) => TOOLS.includes(tool.tool)));
  if (tools.length === 0 || tools.some((those) => those.length === 0)) return null;
  const best = tools.map((those) => those.find((it) => isOpen(it, today)) ?? itemAt(those, 0));
  const worst = best.find((it) => !isOpen(it, today)) ?? itemAt(best, 0);
  return { module: worst.tool.module, isOpen: isOpen(worst, today) };
}

/** A tool that has itself a gap (no date, a day to come, unsigned, void, the module of another pair) opens nothing. */
function isOpen(content: TransferContent, today: string): boolean {
  const gaps = assessTransfer({ content, binding: "contractual-only", on: today });
  return (
    TOOLS.includes(content.tool.tool) &&
    gaps.every(({ level, section }) => level !== "required" || section !== "tool")
  );
}

/**
 * Returns the transfers with a valid tool, or all where none has one: an assessment concerns the transfer
 * that it describes.
 */
function openOrAll(transfers: TransferContent[], today: string): TransferContent[] {
  const open = transfers.filter((it) => isOpen(it, today));
  return open.length > 0 ? open : transfers;
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
