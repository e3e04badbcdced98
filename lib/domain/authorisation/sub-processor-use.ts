import type { UsedSubProcessor } from "./authorisation-status";
import { transferContentSchema } from "@/lib/domain/transfer/content";
import type { TransferState } from "@/lib/domain/transfer/lifecycle";
import type { SubProcessorContent } from "@/lib/domain/sub-processor/content";
import {
  requirementsFor,
  type ExportLawsOf,
  type LinkedTransfer,
} from "@/lib/domain/sub-processor/use-requirements";

/** A sub-processor, its document read, and the transfers to it as they are kept. */
export type StoredSubProcessor = {
  state: string;
  content: SubProcessorContent;
  scopeDigest: string;
  transfers: readonly StoredTransfer[];
};
type StoredTransfer = { state: string; content: unknown; controllerId: string | null };

/** Shares one object among the controllers for which the requirements are equal. */
export function usedFor(
  { state, content, scopeDigest, transfers }: StoredSubProcessor,
  on: { today: string; lawsOf: ExportLawsOf },
): (controllerId: string | null) => UsedSubProcessor {
  const requirementsOf = requirementsFor(content, transfers.map(readLinkedTransfer), on);
  const known = new Map<object, UsedSubProcessor>();
  return (controllerId) => {
    const requirements = requirementsOf(controllerId);
    const used = known.get(requirements) ?? { ...requirements, scopeDigest, isListed: state === "listed" };
    known.set(requirements, used);
    return used;
  };
}

export function readLinkedTransfer({ state, content, controllerId }: StoredTransfer): LinkedTransfer {
  return { state: state as TransferState, content: transferContentSchema.parse(content), controllerId };
}
