import { newId } from "@/lib/platform/database/ids";
import { withOrg } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";

let serial = 0;
const CONFIRMED = { kind: "controller-confirmed", value: {}, at: null };

type StatedFile = {
  controllerIds: readonly string[];
  isDrill?: boolean;
  awareAt?: Date;
  /** Facts of the whole by kind. */
  facts?: Record<string, object>;
  /** Facts of one controller's part, by its id and kind. */
  shares?: Record<string, Record<string, object>>;
};

export type MadeFile = { breachId: string; parts: { partId: string; controllerId: string }[] };

/** Rows of a breach whose controllers are confirmed, with its facts, as the database holds them. */
export async function makeBreachFile(ctx: StaffCtx, stated: StatedFile): Promise<MadeFile> {
  serial += 1;
  const [breachId, orgId] = [newId(ctx.now), ctx.scope.org];
  const dates = { createdAt: ctx.now, updatedAt: ctx.now };
  const { controllerIds, isDrill = false, awareAt = ctx.now, facts = {}, shares = {} } = stated;
  const parts = controllerIds.map((controllerId) => ({ partId: newId(ctx.now), controllerId }));
  const all = [
    { kind: "aware", value: {}, controllerId: null, at: awareAt },
    ...controllerIds.map((controllerId) => ({ ...CONFIRMED, controllerId })),
    ...Object.entries(facts).map(([kind, value]) => ({ kind, value, controllerId: null, at: null })),
    ...Object.entries(shares).flatMap(([controllerId, own]) =>
      Object.entries(own).map(([kind, value]) => ({ kind, value, controllerId, at: null })),
    ),
  ];
  await withOrg(ctx.scope, async (tx) => {
    await tx.breach.create({
      data: {
        id: breachId,
        orgId,
        year: 2026,
        counter: 5000 + serial,
        isDrill,
        awareAt,
        reference: `V-2026-${5000 + serial}`,
        title: "Copie d’une sauvegarde",
        version: all.length,
        ...dates,
      },
    });
    await tx.breachController.createMany({
      data: parts.map(({ partId, controllerId }) => ({
        id: partId,
        orgId,
        breachId,
        controllerId,
        status: "confirmed",
        reasons: [],
        ...dates,
      })),
    });
    await tx.breachFact.createMany({
      data: all.map((fact, index) => ({
        ...fact,
        id: newId(ctx.now),
        orgId,
        breachId,
        number: index + 1,
        recordedAt: ctx.now,
        authorKind: "staff",
        authorId: ctx.actor.memberId,
        authorName: ctx.actor.name,
      })),
    });
  });
  return { breachId, parts };
}
