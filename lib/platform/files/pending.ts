import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { Ctx } from "@/lib/platform/request/context";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import type { Tx } from "@/lib/platform/database/transaction";
import { readFile, storeFile } from "./store";

type Place = { subjectNoun: string; subjectId: string; controllerId: string | null };

/** A file that waits for the row it is evidence of, as its form shows it; null where none of that id waits. */
export function findPending(tx: Tx, id: string) {
  return tx.attachment.findFirst({
    where: { id, purpose: "pending" },
    select: { id: true, fileName: true, contentType: true, size: true, sha256: true },
  });
}

/**
 * Makes a file that waited a document of the row that was entered, in the same transaction. A stored file is never
 * changed: its bytes, verified, become a document with the same hash.
 */
export async function placePending(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  id: string,
  place: Place,
): Promise<Outcome<{ id: string }>> {
  const file = await readFile(tx, id);
  if (file?.purpose !== "pending") return refuse({ kind: "not-found" });
  const { fileName, contentType, bytes } = file;
  const document = { purpose: "document", ...place, fileName, contentType, bytes } as const;
  return done({ id: await storeFile(tx, ctx, journal, document) });
}
