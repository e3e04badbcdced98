import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import { heldLinks, refusedLink } from "@/lib/domain/processing-record/name-links";
import type { Tx } from "@/lib/platform/database/transaction";
import type { RecordRow } from "./queries";
import { lockLinks } from "./links";

type Before = Pick<RecordRow, "controllerId" | "content">;

/** Refuses rows of other controllers, and newly named rows that have ended. */
export async function nameLinks(
  tx: Tx,
  now: Date,
  { controllerId, content }: Before,
  stated: Partial<Pick<RecordContent, "contractIds" | "destinations">>,
): Promise<Outcome<void>> {
  const linksOf = await lockLinks(tx, now, controllerId === null ? [] : [controllerId]);
  const refused = refusedLink(content, { ...content, ...stated }, linksOf({ controllerId }));
  if (!refused) return done(undefined);
  if (refused.key === "unknown") return refuse({ kind: "not-found" });
  return invalid(refused.path, "linkEnded", { name: refused.name });
}

/** Refuses a move to another controller while rows of the previous one are linked. */
export async function retainLinks(
  tx: Tx,
  now: Date,
  { controllerId, content }: Before,
  nextId: string,
): Promise<Outcome<void>> {
  const linksOf = await lockLinks(tx, now, [nextId, ...(controllerId === null ? [] : [controllerId])]);
  const held = heldLinks(content, linksOf({ controllerId }), linksOf({ controllerId: nextId }));
  return held.length === 0
    ? done(undefined)
    : invalid("controllerId", "linksOfFormer", { names: held.join(", ") });
}
