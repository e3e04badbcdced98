import type { RecordState } from "@/lib/domain/processing-record/types";

/** An entry of the controller, as far as it says under which contract it is done. */
type Entry = { id: string; state: RecordState; contractReference: string; contractIds: readonly string[] };

/** Another contract of the same controller; `goesOn` while it binds or will. */
export type OtherContract = { id: string; reference: string; goesOn: boolean };

/** Entries that a contract's end concerns, and why others go on: under another contract, or under both. */
export type Concern = "names-it" | "names-both" | "names-none" | "names-another" | "ended";

/**
 * Decides whether an entry concerns this contract or another of the controller's: by the rows that it names,
 * else by its words.
 */
export function concernOf(
  entry: Entry,
  contract: { id: string; reference: string },
  others: readonly OtherContract[],
): Concern {
  if (entry.state === "ended") return "ended";
  const isNamed = ({ id, reference }: { id: string; reference: string }) =>
    entry.contractIds.length > 0 ? entry.contractIds.includes(id) : names(entry, reference);
  const named = others.filter(isNamed);
  if (isNamed(contract)) return named.some(({ goesOn }) => goesOn) ? "names-both" : "names-it";
  return named.length > 0 ? "names-another" : "names-none";
}

/** Returns whether an entry is ticked by default: not where it may belong to a contract that continues. */
export function isProposed(concern: Concern, others: readonly OtherContract[]): boolean {
  return concern === "names-it" || (concern === "names-none" && !others.some(({ goesOn }) => goesOn));
}

/** "CT-2024-03" within "Contrat CT-2024-03 du 3 mars", and not within "CT-2024-031". */
function names({ contractReference }: Pick<Entry, "contractReference">, reference: string): boolean {
  const fold = (text: string) => text.normalize("NFKC").toLowerCase();
  const escaped = fold(reference).replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, "u").test(
    fold(contractReference),
  );
}
