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

/** Decides what happens next to an issued notice, for the job and for the page. */
export async function findNext(
  tx: Tx,
  { notice, reachable, own, now }: Asked,
): Promise<{ next: Next; digest: string }> {
  const facts = await findNoticeFacts(tx, { noticeId: notice.id });
  const proofs = await findProofs(tx, facts, own);
  const letters = facts.filter(({ kind }) => kind === "mail-queued");
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

function stepOf(
  { contactId, letterId, at, value }: Pick<NoticeFactRow, "contactId" | "letterId" | "at" | "value">,
  proofs: readonly ShownProof[],
): Step {
  const failed = proofs.find((proof) => proof.kind === "failed" && proof.letterId === letterId);
  // Letters of earlier versions went to the address on the sheet alone.
  const { route = "main" } = value as { route?: Route };
  return { contactId: contactId ?? route, queuedAt: at?.getTime() ?? 0, failedAt: failed?.at ?? null };
}
