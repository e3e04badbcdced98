import type { OrgScope } from "@/lib/domain/access/scope";
import type { DossierRow } from "@/lib/features/dossier/read/queries";
import { CHUNK_BYTES } from "@/lib/features/dossier/read/chunk-size";
import { withOrg } from "@/lib/platform/database/transaction";
import { StoppedError } from "@/lib/platform/jobs/lease";

/** Four megabytes in one statement. */
const CHUNKS_AT_ONCE = 4;

export type StoredZip = { size: number; chunks: number };

type Storing = { scope: OrgScope; dossier: Pick<DossierRow, "id" | "attempts">; isStopped: () => boolean };

/** Stores a zip in chunks of one size as it is made; throws `StoppedError` once it was cancelled. */
export async function storeZip(pieces: AsyncIterable<Uint8Array>, storing: Storing): Promise<StoredZip> {
  let pending: Uint8Array[] = [];
  let length = 0;
  const stored = { size: 0, chunks: 0 };
  const flush = async (bytes: Buffer) => {
    await insertChunks(bytes, stored.chunks, storing);
    stored.size += bytes.length;
    stored.chunks += Math.ceil(bytes.length / CHUNK_BYTES);
  };
  for await (const piece of pieces) {
    if (storing.isStopped()) throw new StoppedError();
    pending.push(piece);
    length += piece.length;
    if (length < CHUNK_BYTES * CHUNKS_AT_ONCE) continue;
    const all = Buffer.concat(pending);
    const whole = all.length - (all.length % CHUNK_BYTES);
    await flush(all.subarray(0, whole));
    pending = [all.subarray(whole)];
    length = all.length - whole;
  }
  if (length > 0) await flush(Buffer.concat(pending));
  return stored;
}

async function insertChunks(bytes: Buffer, first: number, { scope, dossier }: Storing): Promise<void> {
  const count = Math.ceil(bytes.length / CHUNK_BYTES);
  await withOrg(scope, (tx) =>
    tx.dossierChunk.createMany({
      data: Array.from({ length: count }, (_, at) => ({
        dossierId: dossier.id,
        attempt: dossier.attempts,
        seq: first + at,
        orgId: scope.org,
        bytes: new Uint8Array(bytes.subarray(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES)),
      })),
    }),
  );
}
