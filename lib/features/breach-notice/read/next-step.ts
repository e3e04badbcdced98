import type { OwnPeople } from "@/lib/domain/access/own-address";
import { nextEscalation, type Escalation, type Step } from "@/lib/domain/breach/escalation";
import type { Route } from "@/lib/domain/breach/notice-addresses";
import { seenAt } from "@/lib/domain/breach/notice-state";
import type { Tx } from "@/lib/platform/database/transaction";
import { findProofs, type ShownProof } from "./proofs";
import { findNoticeFacts, type NoticeFactRow, type NoticeRow } from "./queries";
import { reachableId, type Reachable } from "./recipients";

/** Minutes of silence where a letter was queued without any. */
const DEFAULT_SILENCE = 60;

type Asked = {
  notice: NoticeRow;
  reachable: readonly Reachable[];
  own: OwnPeople & { personIds: readonly string[] };
  now: Date;
};

const NO_STEP: Next = { kind: "none", silenceMinutes: DEFAULT_SILENCE };

/**
 * Decides what happens next to an issued notice, for the job and for the page. One whose controller was set aside is sent to
 * nobody else, nor what takes it back once the controller is confirmed again; a letter that was cancelled calls for no other.
 */
export async function findNext(
  tx: Tx,
  { notice, reachable, own, now }: Asked,
): Promise<{ next: Next; digest: string }> {
  if (await isOvertaken(tx, notice)) return { next: NO_STEP, digest: "" };
  const facts = await findNoticeFacts(tx, { noticeId: notice.id });
  const proofs = await findProofs(tx, facts, own);
  const isCancelled = (letterId: string | null) =>
    proofs.some((proof) => proof.kind === "cancelled" && proof.letterId === letterId);
  const letters = facts.filter(({ kind, letterId }) => kind === "mail-queued" && !isCancelled(letterId));
  const { silenceMinutes = DEFAULT_SILENCE, digest = "" } = (letters[0]?.value ?? {}) as {
    silenceMinutes?: number;
    digest?: string;
  };
  const next = nextEscalation({
    contacts: reachable.map((one) => ({ id: reachableId(one), hasAddress: one.address !== "" })),
    steps: letters.map((fact) => stepOf(fact, proofs)),
    seen: seenAt(proofs),
    silenceMinutes,
    now: now.getTime(),
  });
  return { next: { ...next, silenceMinutes }, digest };
}

type Next = Escalation & { silenceMinutes: number };

/** True where the place of its controller contradicts what the notice says, article 33(2). */
async function isOvertaken(tx: Tx, { breachControllerId, phase }: NoticeRow): Promise<boolean> {
  const where = { id: breachControllerId, status: "set-aside" };
  const isSetAside = (await tx.breachController.count({ where })) > 0;
  return isSetAside !== (phase === "rectifying");
}

function stepOf(
  { contactId, letterId, at, value }: Pick<NoticeFactRow, "contactId" | "letterId" | "at" | "value">,
  proofs: readonly ShownProof[],
): Step {
  const own = proofs.filter((proof) => proof.letterId === letterId);
  const failed = own.find(({ kind }) => kind === "failed");
  const left = own.find(({ kind }) => kind === "handed-over" || kind === "delivered");
  // Letters of earlier versions went to the address on the sheet alone.
  const { route = "main" } = value as { route?: Route };
  return {
    contactId: contactId ?? route,
    queuedAt: at?.getTime() ?? 0,
    handedOverAt: left?.at ?? null,
    failedAt: failed?.at ?? null,
  };
}
