import { z } from "zod";
import { recordContentSchema } from "@/lib/domain/processing-record/content";
import { draftTransfer } from "@/lib/domain/processing-record/transfer-draft";
import type { Tx } from "@/lib/platform/database/transaction";

/** The entry and the destination whose words begin a new transfer, as its address names them. */
const entryPlaceSchema = z.object({
  record: z.uuid(),
  destination: z.coerce.number().int().min(0).max(99),
});

/** Null where the address names no destination that is still without a row. */
export async function findEntryDraft(tx: Tx, search: Record<string, unknown>) {
  const place = entryPlaceSchema.safeParse(search);
  if (!place.success) return null;
  const { record: id, destination } = place.data;
  const entry = await tx.processingRecord.findFirst({
    where: { id, capacity: "processor" },
    select: { reference: true, controllerId: true, content: true },
  });
  if (!entry) return null;
  const { country } = await tx.organisation.findFirstOrThrow({ select: { country: true } });
  const draft = draftTransfer(recordContentSchema.parse(entry.content), destination, country || null);
  return draft && { reference: entry.reference, controllerId: entry.controllerId, draft };
}
