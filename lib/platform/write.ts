import type { Outcome } from "@/lib/domain/outcome";
import { PLATFORM_CHAIN } from "@/lib/domain/journal/chain-id";
import { stampEvent, type JournalText } from "@/lib/domain/journal/event";
import type { Ctx, SelfCtx } from "@/lib/platform/context";
import { appendToJournal } from "@/lib/platform/journal/append";
import { draftJournal, type JournalDraft } from "@/lib/platform/journal/draft";
import { withAuth, withOrg, type Tx } from "@/lib/platform/transaction";

/**
 * One change of one organisation: the work, then its journal entries as the last statement, all or nothing.
 * A refusal rolls back what came before it; a journal that cannot be written takes the change with it.
 */
export async function write<T>(
  ctx: Ctx,
  work: (tx: Tx, journal: JournalDraft) => Promise<Outcome<T>>,
  limits?: { timeoutMs: number },
): Promise<Outcome<T>> {
  return refusable(() =>
    withOrg(
      ctx.scope,
      async (tx) => {
        const journal = draftJournal(ctx);
        const outcome = await work(tx, journal);
        if (!outcome.ok) throw new Refused(outcome);
        await appendToJournal(tx, ctx.scope.org, [...journal.entries]);
        return outcome;
      },
      limits,
    ),
  );
}

/** The same for a person's own account: by the authentication role, noted on the platform's chain. */
export async function writeAsSelf<T>(
  { person, now }: Pick<SelfCtx, "now"> & { person: { id: string } },
  work: (tx: Tx, journal: JournalDraft) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return refusable(() =>
    withAuth({ org: PLATFORM_CHAIN, scope: "platform" }, async (tx) => {
      const entries: JournalText[] = [];
      const author = { kind: "person" as const, id: person.id };
      const note: JournalDraft["note"] = (event) => void entries.push(stampEvent(event, author, now));
      const outcome = await work(tx, { entries, note });
      if (!outcome.ok) throw new Refused(outcome);
      await appendToJournal(tx, PLATFORM_CHAIN, entries);
      return outcome;
    }),
  );
}

async function refusable<T>(run: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await run();
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
