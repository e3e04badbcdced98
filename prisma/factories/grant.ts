import { setTimeout } from "node:timers/promises";
import type { AuditorCtx, StaffCtx } from "@/lib/platform/request/context";
import { collectGrant } from "@/lib/features/grant/write/collect";
import { createGrant } from "@/lib/features/grant/write/mutations";
import { grantSchema } from "@/lib/features/grant/schema";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { newId } from "@/lib/platform/database/ids";
import { mintScope } from "@/lib/platform/database/scope";
import { withAuth, withOrg } from "@/lib/platform/database/transaction";
import { openSession } from "@/lib/platform/request/session-store";
import { hashInHex } from "@/lib/platform/secrets/token";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { today } from "@/lib/platform/request/context";
import { valueOf } from "./register";

const DEVICE = { userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Firefox/128.0", address: "127.0.0.1" };

export const EVERY_SECTION = [
  ...["register", "clauses", "measures", "chain", "authorisations", "transfers", "instructions", "breaches"],
  ...["trainings", "requests", "telephone", "consultations", "choices", "journal"],
];

let serial = 0;

type Stated = Record<string, unknown>;

/** Gives a grant whose contents have not been collected. */
export async function makeUncollectedGrant(ctx: StaffCtx, stated: Stated = {}) {
  serial += 1;
  const input = grantSchema.parse({
    name: "Inès Benali",
    email: `auditor-${process.pid}-${serial}@cabinet.example`,
    mandate: "Orvelle",
    reasons: "Audit annuel",
    coverage: Array.isArray(stated.controllerIds) && stated.controllerIds.length > 0 ? "named" : "all",
    sections: EVERY_SECTION,
    until: addDaysToDay(today(ctx), 7),
    ...stated,
  });
  const { id } = valueOf(await createGrant(ctx, input));
  return { id, email: input.email, name: input.name, sections: input.sections };
}

/** A server's own job may have claimed the grant first; its rows count as well as ours. */
async function untilCollected(ctx: StaffCtx, id: string): Promise<void> {
  if (valueOf(await collect(ctx, id)) !== "taken") return;
  const find = () => withOrg(ctx.scope, (tx) => tx.auditGrant.findUniqueOrThrow({ where: { id } }));
  while ((await find()).collectedAt === null) await setTimeout(50);
}

export function collect(ctx: StaffCtx, id: string) {
  return collectGrant(jobContext("audit-collecting", ctx.scope.org, ctx.now), id);
}

export type MadeGrant = AuditorCtx & { email: string; token: string };

/** An auditor who has come in, and may read what was collected. */
export async function makeGrant(ctx: StaffCtx, stated: Stated = {}): Promise<MadeGrant> {
  const { id, email, name, sections } = await makeUncollectedGrant(ctx, stated);
  await untilCollected(ctx, id);
  const personId = newId(ctx.now);
  await withAuth({ org: ctx.scope.org, scope: "staff" }, async (tx) => {
    await tx.person.create({ data: { id: personId, email, name, passwordHash: null, createdAt: ctx.now } });
    await tx.auditGrant.updateMany({ where: { id }, data: { personId, acceptedAt: ctx.now } });
  });
  const token = await openSession(personId, DEVICE, new Date(), "link");
  return {
    actor: { kind: "auditor", grantId: id, orgId: ctx.scope.org, name, covers: sections },
    scope: mintScope({
      org: ctx.scope.org,
      scope: "auditor",
      grantId: id,
      sessionHash: hashInHex(token),
    }),
    personId,
    device: DEVICE,
    now: ctx.now,
    email,
    token,
  };
}
