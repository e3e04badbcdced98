import { createHash } from "node:crypto";
import type { OrgScope } from "@/lib/domain/access/scope";
import type { DossierFile } from "@/lib/features/dossier/read/attachments";
import { DamagedFileError, sha256 } from "@/lib/platform/files/chunks";
import { withOrg } from "@/lib/platform/database/transaction";

/** Two megabytes at once. */
const CHUNKS_AT_ONCE = 8;

/** Bytes of a stored file, a few chunks at a time, each verified. Throws `DamagedFileError`. */
export async function* readStoredFile(scope: OrgScope, file: DossierFile): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let count = 0;
  while (count < file.chunks) {
    const from = count;
    const pieces = await withOrg(scope, (tx) =>
      tx.attachmentChunk.findMany({
        where: { attachmentId: file.id, seq: { gte: from, lt: from + CHUNKS_AT_ONCE } },
        orderBy: { seq: "asc" },
        select: { seq: true, bytes: true, sha256: true },
      }),
    );
    for (const piece of pieces) {
      if (piece.seq !== count || sha256(piece.bytes) !== piece.sha256) throw new DamagedFileError(file.id);
      hash.update(piece.bytes);
      count += 1;
      yield piece.bytes;
    }
    if (pieces.length === 0) break;
  }
  if (count !== file.chunks || hash.digest("hex") !== file.sha256) throw new DamagedFileError(file.id);
}
