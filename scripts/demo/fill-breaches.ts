import { moveBreach } from "@/lib/features/breach/write/move";
import { addFact, beginBreach, placeController } from "@/lib/features/breach/write/mutations";
import {
  breachBeginSchema,
  breachMoveSchema,
  controllerPlaceSchema,
  factAddSchema,
} from "@/lib/features/breach/schema";
import { noticeInformedSchema } from "@/lib/features/breach-notice/schema";
import { recordInformed } from "@/lib/features/breach-notice/write/informed";
import { timeIn } from "@/lib/domain/time/typed-instant";
import { todayIn } from "@/lib/domain/time/zones";
import { withOrg } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";
import { DEMO_BREACHES, type DemoBreach } from "./breaches-of-demo";
import { valueOf } from "./value-of";

const HOUR_MS = 3_600_000;

type Row = { id: string; version: number };

/** A breach that runs, one that is closed, a drill: each begun and completed as the console does it. */
export async function fillBreaches(ctx: StaffCtx): Promise<void> {
  for (const breach of DEMO_BREACHES) await fillBreach(ctx, breach);
}

async function fillBreach(
  ctx: StaffCtx,
  { hoursAgo, begun, facts, controllers, shares, called, end }: DemoBreach,
) {
  const at = hoursBefore(ctx.now, hoursAgo);
  let row: Row = valueOf(
    await beginBreach(ctx, breachBeginSchema.parse({ ...begun, awareness: "aware", ...typed(at) })),
  );
  for (const { hoursAgo: ago, ...fact } of facts) {
    const dated = ago === undefined ? {} : typed(hoursBefore(ctx.now, ago));
    row = valueOf(
      await addFact(ctx, factAddSchema.parse({ id: row.id, version: row.version, ...dated, ...fact })),
    );
  }
  for (const legalName of controllers) {
    const controllerId = await findController(ctx, legalName);
    const place = { id: row.id, version: row.version, controllerId, place: "controller-confirmed" };
    row = valueOf(await placeController(ctx, controllerPlaceSchema.parse(place)));
    for (const [kind, count] of Object.entries(shares?.[legalName] ?? {})) {
      const fact = { id: row.id, version: row.version, controllerId, kind, count };
      row = valueOf(await addFact(ctx, factAddSchema.parse(fact)));
    }
    if (called?.includes(legalName))
      await recordCall(ctx, row.id, controllerId, hoursBefore(ctx.now, hoursAgo - 2));
  }
  if (!end) return;
  for (const event of ["contained", "closed"]) {
    const move = { id: row.id, version: row.version, event, reason: end, ...typed(hoursBefore(ctx.now, 1)) };
    row = valueOf(await moveBreach(ctx, breachMoveSchema.parse(move)));
  }
}

async function findController(ctx: StaffCtx, legalName: string): Promise<string> {
  const found = await withOrg(ctx.scope, (tx) =>
    tx.controller.findFirstOrThrow({ where: { legalName }, select: { id: true } }),
  );
  return found.id;
}

/** The controller was called: that is when it became aware. */
async function recordCall(ctx: StaffCtx, breachId: string, controllerId: string, at: Date): Promise<void> {
  const part = await withOrg(ctx.scope, (tx) =>
    tx.breachController.findFirstOrThrow({
      where: { breachId, controllerId },
      select: { id: true, controller: { select: { contactName: true, legalName: true } } },
    }),
  );
  const { on: day, time } = typed(at);
  const who = part.controller.contactName || part.controller.legalName;
  const call = { partId: part.id, kind: "call-made", day, time, who };
  valueOf(await recordInformed(ctx, noticeInformedSchema.parse(call)));
}

function hoursBefore(now: Date, hours: number): Date {
  return new Date(now.getTime() - hours * HOUR_MS);
}

function typed(at: Date): { on: string; time: string } {
  return { on: todayIn("Africa/Casablanca", at.getTime()), time: timeIn(at.getTime()) };
}
