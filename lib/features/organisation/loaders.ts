import "server-only";
import { can } from "@/lib/domain/access/policy";
import { currentMemberships, currentPerson, requireStaff } from "@/lib/platform/session";
import { withOrg } from "@/lib/platform/transaction";
import { findOrganisation } from "./data";

/** The organisation as its own page shows it. */
export async function loadOrganisation(slug: string) {
  const ctx = await requireStaff(slug);
  const organisation = await withOrg(ctx.scope, findOrganisation);
  return { organisation, mayEdit: can(ctx.actor, "organisation.update") };
}

/** Where somebody begins: signed in or not, and in which organisations. */
export async function loadHome() {
  const signedIn = await currentPerson();
  const memberships = await currentMemberships();
  return {
    isSignedIn: signedIn !== null,
    organisations: memberships.map(({ org, role }) => ({ ...org, role })),
  };
}

/** What the shell of every console page shows: who, where, and the figures beside the rooms. */
export async function loadShell(slug: string) {
  const ctx = await requireStaff(slug);
  const [signedIn, memberships] = [await currentPerson(), await currentMemberships()];
  const counts = await withOrg(ctx.scope, async (tx) => ({
    records: await tx.processingRecord.count({ where: { capacity: "processor" }, take: 1001 }),
    ownRecords: await tx.processingRecord.count({ where: { capacity: "controller" }, take: 1001 }),
    controllers: await tx.controller.count({ where: { archivedAt: null }, take: 1001 }),
  }));
  const { org } = memberships.find((membership) => membership.org.slug === slug)!;
  return {
    org,
    orgs: memberships.map((membership) => membership.org),
    person: {
      memberId: ctx.actor.memberId,
      name: ctx.actor.name,
      email: signedIn!.person.email,
      role: ctx.actor.role,
    },
    counts,
    may: { journal: can(ctx.actor, "journal.read") },
    nowMs: ctx.now.getTime(),
  };
}
