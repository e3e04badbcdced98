import { can } from "@/lib/domain/access/policy";
import { done, refuse, type Outcome } from "@/lib/domain/outcome";
import type { Ctx } from "@/lib/platform/context";
import { findPending } from "@/lib/platform/files/pending";
import { storeFile } from "@/lib/platform/files/store";
import { write } from "@/lib/platform/write";
import { checkDocument } from "./mutations";
import type { DocumentInput } from "./schema";

// Twenty megabytes in chunks, on a busy machine.
const LIMITS = { timeoutMs: 60_000 };

type Waiting = NonNullable<Awaited<ReturnType<typeof findPending>>>;

/**
 * Keeps the e-mail of an instruction that is still being written down: its form may be refused, and the file is there
 * all the same. No controller's portal shows it before the instruction is entered.
 */
export async function keepPending(ctx: Ctx, file: DocumentInput["file"]): Promise<Outcome<Waiting>> {
  if (!can(ctx.actor, "instruction.write")) return refuse({ kind: "forbidden" });
  const checked = await checkDocument(file);
  if (!checked.ok) return checked;
  return write(
    ctx,
    async (tx, journal) => {
      const id = await storeFile(tx, ctx, journal, { purpose: "pending", ...checked.value });
      const waiting = await findPending(tx, id);
      return waiting ? done(waiting) : refuse({ kind: "not-found" });
    },
    LIMITS,
  );
}
