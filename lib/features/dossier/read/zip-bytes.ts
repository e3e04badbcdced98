import type { OrgScope } from "@/lib/domain/access/scope";
import { CHUNK_BYTES } from "@/lib/features/dossier/read/chunk-size";
import { findChunks, type DossierRow } from "@/lib/features/dossier/read/queries";
import { withOrg } from "@/lib/platform/database/transaction";

/** Two megabytes at once. */
const CHUNKS_AT_ONCE = 2;

/** Bytes of a stored zip from one place to another, read as they are taken. Throws where a chunk is gone meanwhile. */
export function readZipBytes(
  scope: OrgScope,
  dossier: Pick<DossierRow, "id" | "attempts">,
  { from, to }: { from: number; to: number },
): ReadableStream<Uint8Array> {
  let at = from;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (at > to) return controller.close();
      const first = Math.floor(at / CHUNK_BYTES);
      const chunks = await withOrg(scope, (tx) =>
        findChunks(tx, dossier, { from: first, take: CHUNKS_AT_ONCE }),
      );
      const bytes = Buffer.concat(chunks).subarray(at - first * CHUNK_BYTES, to + 1 - first * CHUNK_BYTES);
      if (bytes.length === 0) throw new Error("A dossier's file has fewer chunks than were stored.");
      at += bytes.length;
      controller.enqueue(new Uint8Array(bytes));
    },
  });
}
