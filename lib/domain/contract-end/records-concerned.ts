import type { RecordState } from "@/lib/domain/processing-record/types";

/** An entry of the controller, as far as it says under which contract it is done. */
type Entry = { id: string; state: RecordState; contractReference: string };

/** Entries that a contract's end concerns: those that name it, and those that name no contract of the same controller. */
export type Concern = "names-it" | "names-none" | "names-another" | "ended";

/** How an entry stands to a contract. `others` are the references of the controller's other contracts. */
export function concernOf(entry: Entry, reference: string, others: readonly string[]): Concern {
  if (entry.state === "ended") return "ended";
  if (names(entry, reference)) return "names-it";
  return others.some((other) => names(entry, other)) ? "names-another" : "names-none";
}

/** Whether an entry is ticked before anybody has chosen: one of another contract goes on. */
export function isProposed(concern: Concern): boolean {
  return concern === "names-it" || concern === "names-none";
}

/** "CT-2024-03" within "Contrat CT-2024-03 du 3 mars", and not within "CT-2024-031". */
function names({ contractReference }: Entry, reference: string): boolean {
  const [said, wanted] = [contractReference, reference].map((text) => text.normalize("NFKC").toLowerCase());
  const escaped = wanted!.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, "u").test(said!);
}
