import type { Tx } from "@/lib/platform/database/transaction";

/** A document of a controller that may be its written act. */
export type WrittenAct = {
  id: string;
  fileName: string;
  storedAt: Date;
  /** Digest of its bytes, hex. */
  sha256: string;
  /** True where a head that left the house binds the entry of its storing, and with it the digest of its bytes. */
  isBound: boolean;
};

const MOST_SHOWN = 200;

/** Documents of a controller that nobody withdrew and the product did not print itself, the newest first. */
export function findWrittenActs(tx: Tx, controllerId: string): Promise<WrittenAct[]> {
  return readActs(tx, controllerId, null);
}

/** The document of that id among them, or null. */
export async function findWrittenAct(
  tx: Tx,
  { controllerId, documentId }: { controllerId: string; documentId: string },
): Promise<WrittenAct | null> {
  const [found] = await readActs(tx, controllerId, documentId);
  return found ?? null;
}

function readActs(tx: Tx, controllerId: string, id: string | null): Promise<WrittenAct[]> {
  return tx.$queryRaw`
    SELECT a.id, a.file_name AS "fileName", a.stored_at AS "storedAt", a.sha256, EXISTS (SELECT FROM journal_text t
        JOIN journal_publication p ON p.org_id = t.org_id AND p.seq >= t.seq
        WHERE t.org_id = a.org_id AND t.noun = 'attachment' AND t.subject_id = a.id::text
          AND t.event = 'attachment.stored') AS "isBound"
    FROM attachment a
    WHERE a.controller_id = ${controllerId}::uuid AND a.purpose = 'document' AND (${id}::uuid IS NULL OR a.id = ${id}::uuid)
      AND NOT EXISTS (SELECT FROM attachment_withdrawal w WHERE w.org_id = a.org_id AND w.attachment_id = a.id)
      AND attachment_status(a.org_id, a.id) <> 'sealed'
    ORDER BY a.stored_at DESC, a.id DESC LIMIT ${MOST_SHOWN}`;
}
