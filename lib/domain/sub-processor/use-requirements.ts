import type { SubProcessorUse } from "./readiness";
import { itemAt, lastOf } from "@/lib/domain/invariant/required";
import { isFreeUnder } from "@/lib/domain/statute/export-laws";
import type { ExportLaw } from "@/lib/domain/statute/other-adequacy";
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

/** Laws under which a controller exports; of null, those that are counted for nobody in particular. */
export type ExportLawsOf = (controllerId: string | null) => readonly ExportLaw[];

const UNIONS: readonly ExportLaw[] = ["gdpr"];

/** Requirements met for every controller alike; the controller's own word is added apart. */
export type UseRequirements = Omit<SubProcessorUse, "isAuthorised" | "isOfScope" | "conditions">;

/**
 * Derives the requirements from a sub-processor's document and its running transfers. Each country that needs
 * a tool needs its own: one without a tool leaves the requirement unmet.
 */
export function requirementsOf(
  content: SubProcessorContent,
  transfers: readonly LinkedTransfer[],
  { today, laws = UNIONS }: { today: string; laws?: readonly ExportLaw[] },
): UseRequirements {
  const on = { today, laws };
  const running = transfers.filter(({ state }) => state === "running").map((transfer) => transfer.content);
  const countries = countriesOf(content);
  const coveredBy = countries.filter((country) => running.some((it) => isCovered(it, country)));
  const needy = countries.filter(
    (country) => !isFreeUnder(country, { laws, on: today }) && !coveredBy.includes(country),
  );
  const of = (country: string) => running.filter(({ importer }) => importer.country === country);
  const assessed = needy.map((country) => assessedOn(openOrAll(of(country), on), today));
  return {
    hasContract: isInForce(content.contract, today),
    laws,
    countries,
    coveredBy,
    tool: toolOf(needy.map(of), on),
    assessedOn: assessed.length > 0 && assessed.every((day) => day !== null) ? lastOf(assessed.sort()) : null,
  };
}

/**
 * Commission decision 2021/914, annex I.B and clause 14: clauses and their assessment concern the transfer
 * that they describe, so a transfer of one controller's data serves no other; one that names no controller
 * serves all. What each controller's own laws ask of it differs: one object stands for those that are asked the same.
 */
export function requirementsFor(
  content: SubProcessorContent,
  transfers: readonly LinkedTransfer[],
  { today, lawsOf = () => UNIONS }: { today: string; lawsOf?: ExportLawsOf },
): (controllerId: string | null) => UseRequirements {
  const carrying = (id: string | null) =>
    transfers.filter(({ controllerId }) => controllerId === null || controllerId === id);
  const named = new Set(transfers.flatMap(({ controllerId }) => controllerId ?? []));
  const known = new Map<string, UseRequirements>();
  return (controllerId) => {
    const laws = lawsOf(controllerId);
    const carriedFor = controllerId !== null && named.has(controllerId) ? controllerId : null;
    const key = `${carriedFor ?? ""} ${laws.join(" ")}`;
    const found = known.get(key) ?? requirementsOf(content, carrying(carriedFor), { today, laws });
    known.set(key, found);
    return found;
  };
}

/** Signed, and not ended: the contract or other legal act of art. 28(4). */
export function isInForce({ signedOn, endsOn }: SubProcessorContent["contract"], today: string): boolean {
  return signedOn !== null && signedOn <= today && (endsOn === null || endsOn >= today);
}

/** Accepts the EEA, and countries that an adequacy decision of the Union covers whole, art. 45. */
export function isFree(country: string, today: string): boolean {
  return isFreeUnder(country, { laws: UNIONS, on: today });
}

/** A decision for some importers only, and this one is shown to be among them. */
function isCovered({ importer, tool }: TransferContent, country: string): boolean {
  return importer.country === country && tool.tool === "adequacy" && importer.standing !== "";
}

/** Tools of article 46(2) that a private company may sign or join. */
const TOOLS: readonly (string | null)[] = ["scc-2021-914", "bcr", "code-or-certification"];

type Reading = { today: string; laws: readonly ExportLaw[] };

/** The British Commissioner's agreement too, where no other law is to be met. */
function isTool({ tool }: TransferContent, { laws }: Reading): boolean {
  const isBritish = laws.length > 0 && laws.every((law) => law === "uk");
  return TOOLS.includes(tool.tool) || (isBritish && tool.tool === "uk-idta");
}

function toolOf(byCountry: readonly TransferContent[][], on: Reading): SubProcessorUse["tool"] {
  const tools = byCountry.map((those) => those.filter((it) => isTool(it, on)));
  if (tools.length === 0 || tools.some((those) => those.length === 0)) return null;
  const best = tools.map((those) => those.find((it) => isOpen(it, on)) ?? itemAt(those, 0));
  const worst = best.find((it) => !isOpen(it, on)) ?? itemAt(best, 0);
  return { module: worst.tool.module, isOpen: isOpen(worst, on) };
}

/** A tool that has itself a gap (no date, a day to come, unsigned, void, the module of another pair) opens nothing. */
function isOpen(content: TransferContent, on: Reading): boolean {
  const gaps = assessTransfer({ content, binding: "contractual-only", laws: on.laws, on: on.today });
  return (
    isTool(content, on) && gaps.every(({ level, section }) => level !== "required" || section !== "tool")
  );
}

/**
 * Returns the transfers with a valid tool, or all where none has one: an assessment concerns the transfer
 * that it describes.
 */
function openOrAll(transfers: TransferContent[], on: Reading): TransferContent[] {
  const open = transfers.filter((it) => isOpen(it, on));
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
