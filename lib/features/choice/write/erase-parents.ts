import { arePeopleOver } from "@/lib/domain/minor/parental-state";
import { done, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { findWithPeople, type FoundAuthorisation } from "@/lib/features/choice/read/authorisations";
import { awaitAuthorisation, findUnauthorised } from "./await-authorisation";
import { withOrg } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";

/**
 * Empties the authorisations whose people have served by now, art. 5(1)(e); returns how many. Facts, choices and the keyed
 * digest of the people stay.
 */
export async function eraseDueParents(ctx: Ctx, signal: AbortSignal): Promise<number> {
  const now = ctx.now.getTime();
  const found = await withOrg(ctx.scope, (tx) => findWithPeople(tx, now));
  // While the birthdates of all are known: once one is erased, nobody can tell what its child agreed to alone.
  await awaitAuthorisations(
    ctx,
    found.map(({ person }) => person),
  );
  let erased = 0;
  for (const authorisation of found) {
    if (signal.aborted) break;
    if (!arePeopleOver(authorisation.facts, now)) continue;
    if ((await eraseParents(ctx, authorisation)).ok) erased += 1;
  }
  return erased;
}

/** Puts agreements of known children, recorded before their age was, back to what awaits an authorisation, art. 8(1). */
async function awaitAuthorisations(ctx: Ctx, persons: readonly string[]): Promise<void> {
  if (!isAuthorised(ctx, "choice.erase")) return;
  const owed = await withOrg(ctx.scope, (tx) => findUnauthorised(tx, [...new Set(persons)]));
  if (owed.length === 0) return;
  await write(ctx, async (tx, journal) => {
    // Read again: somebody may have chosen meanwhile.
    await awaitAuthorisation({ tx, ctx, journal }, await findUnauthorised(tx, [...new Set(persons)]));
    return done({});
  });
}

/** Empties one, and stops its letter where it has not left. */
async function eraseParents(
  ctx: Ctx,
  { id, choiceId, controller, letter, state }: FoundAuthorisation,
): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "choice.erase")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const { count } = await tx.parentalPerson.updateMany({
      where: { consentId: id, erasedAt: null },
      data: { peopleSealed: null, erasedAt: ctx.now },
    });
    if (count === 0) return refuse({ kind: "not-found" });
    if (letter)
      await tx.outboxMail.updateMany({
        where: { id: letter.id, state: "queued" },
        data: { state: "cancelled", closedAt: ctx.now, sealed: null },
      });
    journal.note({
      event: "choice.parents-erased",
      subject: { noun: "choice", id: choiceId, label: controller.legalName },
      after: { choice: choiceId, state },
    });
    return done({ id });
  });
}
