import { itemAt } from "@/lib/domain/invariant/required";
import { instructionStatusOn } from "@/lib/domain/instruction/in-force";
import { excerptOf } from "@/lib/domain/instruction/text";
import { WAITING_NOUNS, type WaitingNoun } from "@/lib/domain/nouns/waiting";
import { findAuthorisations } from "@/lib/features/authorisation/read/queries";
import { findWithOpenings } from "@/lib/features/authorisation/read/receipts";
import { findPortalRequests } from "@/lib/features/call-script/read/portal";
import { datedInstruction, findInstructionsOf } from "@/lib/features/instruction/read/queries";
import { isOpenInPortal } from "@/lib/features/portal-decision/read/queries";
import { awaitsController } from "@/lib/domain/rights-request/file";
import {
  findOwnController,
  findRelayed,
  firstDueOf,
} from "@/lib/features/portal-rights-request/read/queries";
import { findHeldForController } from "@/lib/features/rights-request/read/instructed";
import { findThreads } from "@/lib/features/thread/read/queries";
import { findThreadSubjects } from "@/lib/features/thread/read/subject";
import type { Tx } from "@/lib/platform/database/transaction";
import { today } from "@/lib/platform/request/context";
import { findWaitingNotices } from "./waiting-notices";
import type { AskedWaiting, FoundWaiting, WaitingRow } from "./waiting-row";

const MOST_THREADS = 300;
/** Processor's questions about an instruction that only its controller answers. */
const ASKED_STATES: readonly string[] = ["contested", "unwritten"];

const FIND: Record<WaitingNoun, (tx: Tx, asked: AskedWaiting) => Promise<FoundWaiting[]>> = {
  "breach-notice": findWaitingNotices,
  "rights-request": async (tx, { ctx }) => {
    const seat = await findOwnController(tx, ctx.actor.controllerId);
    const found = await findRelayed(tx);
    const held = await findHeldForController(tx, found, today(ctx));
    return found
      .filter(({ id, file }) => awaitsController(file, held.has(id)))
      .map((relayed) => ({
        id: relayed.row.id,
        reference: relayed.row.reference,
        title: "",
        due: firstDueOf(relayed, seat)?.endsAt ?? null,
      }));
  },
  "call-script": async (tx) =>
    (await findPortalRequests(tx))
      .filter(({ isOpen }) => isOpen)
      .map(({ id, reference, title }) => ({ id, reference, title, due: null })),
  thread: async (tx) => {
    const rows = await findThreads(tx, { state: "with-controller" }, MOST_THREADS);
    const subjects = await findThreadSubjects(tx, rows);
    return rows.flatMap(({ id, subjectId }) => {
      const subject = subjects.get(subjectId);
      return subject ? [{ id, reference: subject.reference, title: subject.title, due: null }] : [];
    });
  },
  authorisation: async (tx, { ctx, own }) => {
    const rows = await findWithOpenings(tx, await findAuthorisations(tx, { sentAt: { not: null } }), own);
    return rows
      .filter((row) => isOpenInPortal(row, ctx).isAwaited)
      .map(({ id, reference, subProcessor }) => ({ id, reference, title: subProcessor.name, due: null }));
  },
  instruction: async (tx, { ctx }) => {
    const ledger = await findInstructionsOf(tx, ctx.actor.controllerId);
    const dated = ledger.map(datedInstruction);
    return ledger.flatMap(({ id, number, text }, index) =>
      ASKED_STATES.includes(instructionStatusOn(itemAt(dated, index), today(ctx), dated))
        ? [{ id, reference: number, title: excerptOf(text), due: null }]
        : [],
    );
  },
};

/** Everything that waits for a contact, what ends first above. */
export async function findWaiting(tx: Tx, asked: AskedWaiting): Promise<WaitingRow[]> {
  const rows: WaitingRow[] = [];
  for (const noun of WAITING_NOUNS)
    for (const found of await FIND[noun](tx, asked)) rows.push({ ...found, noun });
  return rows.toSorted((one, other) => (one.due ?? Infinity) - (other.due ?? Infinity));
}
