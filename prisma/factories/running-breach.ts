import { todayIn } from "@/lib/domain/time/zones";
import { timeIn } from "@/lib/domain/time/typed-instant";
import { onlyOf, required } from "@/lib/domain/invariant/required";
import { draftNotice } from "@/lib/features/breach-notice/write/drafts";
import { breachBeginSchema, controllerPlaceSchema } from "@/lib/features/breach/schema";
import { beginBreach, placeController } from "@/lib/features/breach/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";
import { valueOf } from "./register";

const HOUR_MS = 3_600_000;

/** Begins a breach of an hour ago that touches one controller, whose first notice is drafted, by the console's verbs. */
export async function makeRunningBreach(
  ctx: StaffCtx,
  { controllerId }: { controllerId: string },
): Promise<{ breachId: string; partId: string; noticeId: string }> {
  const aware = ctx.now.getTime() - HOUR_MS;
  const begun = valueOf(
    await beginBreach(
      ctx,
      breachBeginSchema.parse({
        what: "Export envoyé au mauvais destinataire",
        reporter: "Plateau 3",
        awareness: "aware",
        touched: "",
        on: todayIn("Africa/Casablanca", aware),
        time: timeIn(aware),
      }),
    ),
  );
  const place = { id: begun.id, version: begun.version, controllerId, place: "controller-confirmed" };
  valueOf(await placeController(ctx, controllerPlaceSchema.parse(place)));
  const parts = await withOrg(ctx.scope, (tx) =>
    tx.breachController.findMany({ where: { breachId: begun.id }, select: { id: true } }),
  );
  const { id: partId } = required(onlyOf(parts), "part of the sole controller");
  const { id: noticeId } = valueOf(await draftNotice(ctx, { partId }));
  return { breachId: begun.id, partId, noticeId };
}
