import { canonicalText } from "@/lib/domain/journal/canonical";
import { findMessagesAbout } from "@/lib/features/thread/read/queries";
import { openSpool, type Spool } from "@/lib/platform/transport/spool";
import type { Tx } from "@/lib/platform/database/transaction";
import { listHasher } from "@/lib/features/export/print/content-hash";
import type { OpenedRegister } from "./queries";

/** What was said about the entries of a register, a thread a line in its canonical text, and the SHA-256 of them all. */
export type CollectedThreads = { lines: Spool; count: number; hash: string };

type ExportedMessage = Awaited<ReturnType<typeof findMessagesAbout>>;
type ExportedThread = ExportedMessage extends Map<string, (infer Thread)[]> ? Thread : never;
/** What a line says. */
export type CollectedThread = ExportedThread & { reference: string };

/**
 * Puts by what a register's controllers and the processor wrote to each other about its entries: a thread is part of the
 * file, and no part of what the register says. Of one controller's register, its own threads alone.
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
