import { entryOf } from "@/lib/domain/invariant/required";
import { done, type Outcome } from "@/lib/domain/outcome/outcome";
import { PLATFORM_CHAIN } from "@/lib/domain/journal/chain-id";
import { entryText, type JournalEvent } from "@/lib/domain/journal/event";
import type { Authorised } from "@/lib/platform/write/authorised";
import type { Ctx, SelfCtx } from "@/lib/platform/request/context";
import { appendToJournal } from "@/lib/platform/journal/append";
import { draftJournal, type JournalDraft } from "@/lib/platform/journal/draft";
import { findSubmitted, insertSubmission, nextPart } from "@/lib/platform/request/submission";
import {
  enterChain,
  enterPerson,
  PLATFORM,
  withAuth,
  withOrg,
  type Tx,
} from "@/lib/platform/database/transaction";

/**
 * Runs one change of one organisation, with its journal entries as the last statement, all or nothing. A
 * refusal rolls back the earlier writes; a journal that cannot be written aborts the change. A repeated
 * submission is not run again: its first outcome is returned.
 */
export async function write<T>(
  ctx: Authorised,
  work: (tx: Tx, journal: JournalDraft) => Promise<Outcome<T>>,
  limits?: { timeoutMs: number },
): Promise<Outcome<T>> {
  return refusable(() => withOrg(ctx.scope, (tx) => journalled(ctx, ctx.scope.org, tx, work), limits));
}

/** Runs a change by the authentication role: memberships, and the sessions that end with one. */
export async function writeAuth<T>(
  ctx: Authorised,
  work: (tx: Tx, journal: JournalDraft) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const { org } = ctx.scope;
  return refusable(() => withAuth({ org, scope: "staff" }, (tx) => journalled(ctx, org, tx, work)));
}

async function journalled<T>(
  ctx: Ctx,
  org: string,
  tx: Tx,
  work: (tx: Tx, journal: JournalDraft) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const part = ctx.submission && nextPart(ctx.submission);
  const before = part && (await findSubmitted(tx, org, part));
  // An earlier run of this verb for this submission stored its outcome.
  if (before) return done(before.value as T);
  const journal = draftJournal(ctx);
  const outcome = await work(tx, journal);
  if (!outcome.ok) throw new Refused(outcome);
  if (part) await insertSubmission(tx, ctx.scope, part, outcome.value);
  await appendToJournal(tx, org, journal.entries);
  return outcome;
}

/** A membership, or a contact's line, whose journal is told of what its person did. */
export type OwnMember = {
  id: string;
  orgId: string;
  name: string;
  kind?: "staff" | "controller-contact" | "auditor";
};

/** `note` goes to the platform's chain, `noteIn` to an organisation's, by the member that the person is there. */
export type SelfJournal = JournalDraft & { noteIn(member: OwnMember, event: JournalEvent): void };

/**
 * Runs a change of a person's own account by the authentication role, journalled on the platform's chain. It
 * sees the person's live memberships of every organisation. `person` is null while the account is unknown.
 */
export async function writeAsSelf<T>(
  { person, now }: Pick<SelfCtx, "now"> & { person: { id: string } | null },
  work: (tx: Tx, journal: SelfJournal) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return refusable(() =>
    withAuth(PLATFORM, async (tx) => {
      if (person) await enterPerson(tx, person.id);
      const entries: string[] = [];
      const abroad = new Map<string, string[]>();
      const author = { kind: "person" as const, id: person?.id ?? null };
      const outcome = await work(tx, {
        entries,
        note: (event) => void entries.push(entryText(event, author, now)),
        noteIn: ({ id, orgId, name, kind = "staff" }, event) => {
          const entry = entryText(event, { kind, id, name }, now);
          abroad.set(orgId, [...(abroad.get(orgId) ?? []), entry]);
        },
      });
      if (!outcome.ok) throw new Refused(outcome);
      await appendToOtherJournals(tx, abroad);
      await appendToJournal(tx, PLATFORM_CHAIN, entries);
      return outcome;
    }),
  );
}

/** Heads are locked in one order, or two people of the same organisations could wait for each other. */
async function appendToOtherJournals(tx: Tx, abroad: Map<string, string[]>): Promise<void> {
  for (const org of [...abroad.keys()].sort()) {
    await enterChain(tx, { org, scope: "staff" });
    await appendToJournal(tx, org, entryOf(abroad, org));
  }
  if (abroad.size > 0) await enterChain(tx, PLATFORM);
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
