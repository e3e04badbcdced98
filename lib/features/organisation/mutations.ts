import { can } from "@/lib/domain/access/policy";
import { difference } from "@/lib/domain/journal/difference";
import { done, refuse, type Outcome } from "@/lib/domain/outcome";
import { announce } from "@/lib/platform/announce";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/transaction";
import { write } from "@/lib/platform/write";
import { findOrganisation, type OrganisationRow } from "./data";
import type { OrganisationInput } from "./schema";

// Every record of the organisation is assessed again in the same transaction.
const LIMITS = { timeoutMs: 60_000 };

/** Saves what the organisation says of itself; every record is assessed again, for its gaps may depend on it. */
export async function updateOrganisation(
  ctx: Ctx,
  input: OrganisationInput,
): Promise<Outcome<OrganisationRow>> {
  if (!can(ctx.actor, "organisation.update")) return refuse({ kind: "forbidden" });
  return write(
    ctx,
    async (tx, journal) => {
      const before = await findOrganisation(tx);
      const { version, ...said } = input;
      const { count } = await tx.organisation.updateMany({
        where: { id: ctx.scope.org, version },
        data: { ...said, version: version + 1, updatedAt: ctx.now },
      });
      if (count === 0) return refuse(await conflictOf(tx, before));
      const after = await findOrganisation(tx);
      await keepOrganisationVersion(tx, ctx, after);
      journal.note({
        event: "organisation.updated",
        subject: subjectOf(after),
        ...difference(before, after),
      });
      await announce(tx, ctx, { event: "organisation.changed" });
      return done(after);
    },
    LIMITS,
  );
}

/** Makes the version row of what now stands, and dates the end of the one before. */
export async function keepOrganisationVersion(
  tx: Tx,
  { actor, now }: Pick<Ctx, "actor" | "now">,
  row: OrganisationRow,
): Promise<void> {
  if (row.version > 1) {
    await tx.organisationVersion.updateMany({
      where: { orgId: row.id, supersededAt: null },
      data: { supersededAt: now },
    });
  }
  await tx.organisationVersion.create({
    data: {
      orgId: row.id,
      version: row.version,
      recordedAt: now,
      authorId: actor.kind === "staff" ? actor.memberId : null,
      authorName: actor.kind === "staff" ? actor.name : "",
      snapshot: row,
    },
  });
}

async function conflictOf(tx: Tx, current: OrganisationRow) {
  const last = await tx.organisationVersion.findFirstOrThrow({ orderBy: { version: "desc" } });
  return {
    kind: "conflict" as const,
    current,
    version: current.version,
    author: last.authorName,
    at: last.recordedAt.toISOString(),
  };
}

function subjectOf(row: OrganisationRow) {
  return { noun: "organisation" as const, id: row.id, label: row.legalName };
}
