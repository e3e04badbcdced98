import { authorityClocks } from "@/lib/domain/breach/clocks";
import { authorityDuties, timedDuties } from "@/lib/domain/breach/authority-duties";
import { lawColumns } from "@/lib/domain/controller/law-facts";
import { itemAt } from "@/lib/domain/invariant/required";
import { instructionStatusOn } from "@/lib/domain/instruction/in-force";
import { excerptOf } from "@/lib/domain/instruction/text";
import { WAITING_NOUNS, type WaitingNoun } from "@/lib/domain/nouns/waiting";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import { endOfDay, todayIn, type Zone } from "@/lib/domain/time/zones";
import { findAuthorisations } from "@/lib/features/authorisation/read/queries";
import { findWithOpenings } from "@/lib/features/authorisation/read/receipts";
import {
  findPortalAwareness,
  findPortalFacts,
  findPortalNotices,
} from "@/lib/features/breach-notice/read/portal";
import { findPortalRequests } from "@/lib/features/call-script/read/portal";
import { datedInstruction, findInstructionsOf } from "@/lib/features/instruction/read/queries";
import { isOpenInPortal } from "@/lib/features/portal-decision/read/queries";
import { clocksOf, findOwnController, findRelayed } from "@/lib/features/portal-rights-request/read/queries";
import { findThreads } from "@/lib/features/thread/read/queries";
import { findThreadSubjects } from "@/lib/features/thread/read/subject";
import type { ProcessorPeople } from "@/lib/platform/access/own-people";
import type { Tx } from "@/lib/platform/database/transaction";
import { type ContactCtx, today } from "@/lib/platform/request/context";

/** A row that waits for the contact. */
export type WaitingRow = {
  noun: WaitingNoun;
  id: string;
  reference: string;
  /** "" where the reference suffices. */
  title: string;
  /** Instant at which its time ends, in milliseconds; null where no term is known. */
  due: number | null;
};
type Found = Omit<WaitingRow, "noun">;
type Asked = { ctx: ContactCtx; own: ProcessorPeople };

const MOST_THREADS = 300;
/** Processor's questions about an instruction that only its controller answers. */
const ASKED_STATES: readonly string[] = ["contested", "unwritten"];

const FIND: Record<WaitingNoun, (tx: Tx, asked: Asked) => Promise<Found[]>> = {
  // Waits until its receipt is acknowledged; the authority's time runs meanwhile, art. 33(1).
  "breach-notice": async (tx, { ctx, own }) => {
    const notices = await findPortalNotices(tx);
    const ids = notices.map(({ id }) => id);
    const facts = await findPortalFacts(tx, ids);
    const done = new Set(facts.flatMap(({ kind, noticeId }) => (kind === "acknowledged" ? [noticeId] : [])));
    const awareOf = await findPortalAwareness(tx, notices, own);
    const targetOf = await authorityTargets(tx, ctx);
    return notices
      .filter(({ id }) => !done.has(id))
      .map(({ id, number, phase, breachControllerId }) => ({
        id,
        reference: String(number),
        title: "",
        due: phase === "rectifying" ? null : targetOf(awareOf(breachControllerId)),
      }));
  },
  "rights-request": async (tx, { ctx }) => {
    const seat = await findOwnController(tx, ctx.actor.controllerId);
    const calendar = calendarOf(seat, { from: today(ctx), years: 1 });
    return (await findRelayed(tx))
      .filter(({ file }) => file.state === "relayed")
      .map((relayed) => ({
        id: relayed.row.id,
        reference: relayed.row.reference,
        title: "",
        due: endOfFirst(calendar.zone, clocksOf(relayed, seat)),
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
export async function findWaiting(tx: Tx, asked: Asked): Promise<WaitingRow[]> {
  const rows: WaitingRow[] = [];
  for (const noun of WAITING_NOUNS)
    for (const found of await FIND[noun](tx, asked)) rows.push({ ...found, noun });
  return rows.toSorted((one, other) => (one.due ?? Infinity) - (other.due ?? Infinity));
}

/** Last day of the first clock to end, of each law that sets one. */
function endOfFirst(zone: Zone, [first]: ReturnType<typeof clocksOf>): number | null {
  return first ? endOfDay(zone, first.due.lastDay) : null;
}

/** End of the controller's own hours for its authority, where a law sets any and it is aware. */
async function authorityTargets(
  tx: Tx,
  { actor }: ContactCtx,
): Promise<(at: number | null) => number | null> {
  const seat = await tx.controller.findFirstOrThrow({
    where: { id: actor.controllerId },
    select: lawColumns,
  });
  return (at) => {
    if (at === null) return null;
    const on = todayIn("Africa/Casablanca", at);
    if (timedDuties(authorityDuties(seat, on)).length === 0) return null;
    return authorityClocks(at, calendarOf(seat, { from: on, years: 1 })).target;
  };
}
