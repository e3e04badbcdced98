import type { Outcome } from "@/lib/domain/outcome";
import type { Ctx } from "@/lib/platform/context";
import { appendToJournal } from "@/lib/platform/journal/append";
import { draftJournal, type JournalDraft } from "@/lib/platform/journal/draft";
import { withOrg, type Tx } from "@/lib/platform/transaction";

/**
 * One change of one organisation: the work, then its journal entries as the last statement, all or nothing.
 * A refusal rolls back what came before it; a journal that cannot be written takes the change with it.
 */
export async function write<T>(
  ctx: Ctx,
  work: (tx: Tx, journal: JournalDraft) => Promise<Outcome<T>>,
  limits?: { timeoutMs: number },
): Promise<Outcome<T>> {
  try {
    return await withOrg(
      ctx.scope,
      async (tx) => {
        const journal = draftJournal(ctx);
        const outcome = await work(tx, journal);
        if (!outcome.ok) throw new Refused(outcome);
        await appendToJournal(tx, ctx.scope.org, [...journal.entries]);
        return outcome;
      },
      limits,
    );
  } catch (error) {
    if (error instanceof Refused) return error.outcome as Outcome<T>;
    throw error;
  }
}

class Refused extends Error {
  constructor(readonly outcome: Outcome<unknown>) {
    super("refused");
  }
}
