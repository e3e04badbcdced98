import { canonicalText } from "@/lib/domain/journal/canonical";
import { findMessagesAbout } from "@/lib/features/thread/read/queries";
import { openSpool, type Spool } from "@/lib/platform/transport/spool";
import type { Tx } from "@/lib/platform/database/transaction";
import { listHasher } from "@/lib/features/export/print/content-hash";
import type { OpenedRegister } from "./queries";

/** Threads in canonical text, a line each, with the SHA-256 of all. */
export type CollectedThreads = { lines: Spool; count: number; hash: string };

type ExportedMessage = Awaited<ReturnType<typeof findMessagesAbout>>;
type ExportedThread = ExportedMessage extends Map<string, (infer Thread)[]> ? Thread : never;
export type CollectedThread = ExportedThread & { reference: string };

/**
 * Spools the threads about a register's entries; limited to one controller's for its register. Threads are excluded
 * from the content hash.
 */
export async function beginThreads(tx: Tx, { controllerIds, at }: OpenedRegister, spools: Spool[]) {
  const lines = await openSpool();
  spools.push(lines);
  const hasher = listHasher("[");
  let count = 0;
  return {
    read: (ids: readonly string[]) => findMessagesAbout(tx, "processing-record", ids, { controllerIds, at }),
    async add(entries: readonly { id: string; reference: string }[], stated: ExportedMessage) {
      for (const { id, reference } of entries)
        for (const thread of stated.get(id) ?? []) {
          const line = canonicalText({ reference, ...thread });
          hasher.add(line);
          await lines.add(line);
          count += 1;
        }
    },
    end: (): CollectedThreads => ({ lines, count, hash: hasher.digest("]") }),
  };
}
