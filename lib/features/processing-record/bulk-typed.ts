import { z } from "zod";
import type { BulkKind } from "@/lib/domain/processing-record/bulk";

/** What is typed on the page of one act on many: why entries end is part of the proof, the rest says it by itself. */
export function bulkTypedSchema(act: BulkKind) {
  const reason = z.string().trim().max(2000, "tooLong").default("");
  return z.object({ reason: act === "end" ? reason.refine((text) => text !== "", "reasonMissing") : reason });
}
