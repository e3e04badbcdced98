import { APPOINTMENT, type RecordedAct } from "@/lib/domain/choice/choices";
import { decidePermission } from "@/lib/domain/contact-permission/permission";
import { todayIn } from "@/lib/domain/time/zones";
import type { Tx } from "@/lib/platform/database/transaction";
import { findChoicesOfPersons } from "./choices-of-persons";
import { findPendingObjections } from "./pending-objections";

type Agreed = {
  controllerId: string;
  act: RecordedAct;
  purpose: string;
  country: string;
  /** Instants in milliseconds: of the agreement, and of the call of an appointment. */
  decidedAt: number;
  callAt: number | null;
};

/** States what stops a person whose agreement is recorded: a request that waits, by its reference, or a choice that holds. */
export type StopBefore = { kind: "pending"; reference: string } | { kind: "choice" };

/**
 * Finds what an agreement does not lift by itself, 21(3): an objection that waits for its controller or may be one, and, of an
 * appointment, a refusal of calls that holds. Asks the permission that look-up, lists and campaigns ask, under every key of the person,
 * in hex. Null where nothing stops it.
 */
export async function findStopBefore(
  tx: Tx,
  keys: readonly string[],
  { controllerId, act, purpose, country, decidedAt, callAt }: Agreed,
): Promise<StopBefore | null> {
  const [asked, at] = [act === APPOINTMENT ? "telephone" : act, callAt ?? decidedAt] as const;
  const persons = new Set(keys);
  const pending = [...(await findPendingObjections(tx, persons, at)).values()].flat();
  const found = await findChoicesOfPersons(tx, persons, { controllerId, act: asked, at });
  const choices = [...found.values()].flat();
  const question = { act: asked, purpose, country, at, day: todayIn("Europe/Paris", at) };
  const { reasons } = decidePermission(question, { choices, pending }, null);
  for (const reason of reasons)
    if (reason.kind === "pending") return { kind: "pending", reference: reason.objection.reference };
  const isRefused = reasons.some(({ kind, verdict }) => kind === "choice" && verdict === "refused");
  // A later agreement of the same act is what the person chose last; an appointment is no consent to be called otherwise.
  return act === APPOINTMENT && isRefused ? { kind: "choice" } : null;
}
