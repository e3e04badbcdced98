import { foldBreach } from "@/lib/domain/breach/file";
import { conflict, done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { findBreach, findFacts, type BreachRow } from "@/lib/features/breach/read/queries";
import type { ControllersConfirm } from "@/lib/features/breach/schema";
import type { Ctx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { appendFacts, lockBreach } from "./rows";

/** Confirms several proposed controllers in one act; each keeps a fact and an entry of the journal of its own. */
export async function confirmControllers(
  ctx: Ctx,
  { id, version, controllerIds }: ControllersConfirm,
): Promise<Outcome<BreachRow>> {
  if (!isAuthorised(ctx, "breach.decide")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    await lockBreach(tx, id);
    const row = await findBreach(tx, id);
    if (!row) return refuse({ kind: "not-found" });
    if (row.status === "closed") return invalid("", "breach.isClosed");
    const { places } = foldBreach(await findFacts(tx, id));
    const chosen = controllerIds.map((wanted) => places.find(({ controllerId }) => controllerId === wanted));
    if (chosen.some((place) => place === undefined))
      return invalid("controllerIds", "breach.unknownController");
    // Somebody decided of one of them since the page was shown.
    const meanwhile = chosen.find(
      (place) => place?.status !== "proposed" && (place?.fact.number ?? 0) > version,
    );
    if (meanwhile)
      return conflict({ place: meanwhile.status }, row.version, {
        authorName: meanwhile.fact.authorName,
        recordedAt: new Date(meanwhile.fact.recordedAt),
      });
    const stated = chosen.flatMap((place) =>
      place?.status === "proposed"
        ? [
            {
              kind: "controller-confirmed" as const,
              value: {},
              at: null,
              correctsId: null,
              reason: "",
              controllerId: place.controllerId,
            },
          ]
        : [],
    );
    const { row: saved } = await appendFacts(tx, ctx, row, stated);
    for (const { controllerId } of stated)
      journal.note({
        event: "breach.controller-confirmed",
        subject: { noun: "breach", id, label: row.reference },
        after: { controllerId },
      });
    return done(saved);
  });
}
