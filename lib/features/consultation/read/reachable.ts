import { choiceAt, EVERY_COUNTRY, EVERY_PURPOSE, type Choice } from "@/lib/domain/choice/choices";
import type { Question } from "@/lib/domain/consultation/content";
import { linkStatus } from "@/lib/domain/consultation/link";
import { entryOf, required } from "@/lib/domain/invariant/required";
import { todayIn } from "@/lib/domain/time/zones";
import { holderOf } from "@/lib/features/controller/read/active";
import type { Tx } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";
import { findChoicesOfContacts } from "./contact-choices";
import { openContact, type Contact } from "./contact";
import { findInstructionFit, type ConsultationRow } from "./queries";
import type { InstructionFit } from "@/lib/features/instruction/read/nameable";

/** Way by which a link reaches its person, as the act that the person may object to. */
export type ReachingAct = "telephone" | "mail";

/** Person as stored, whose contact has not been erased. */
type Stored = { id: string; contactSealed: Uint8Array | null; language: string };
export type Reachable = Pick<Stored, "id" | "language"> & Contact;

/** Refusals of the form that sends links, each the end of a key; null while a link that reaches its person would be answered. */
export type SendingRefusal = "notSendable" | "notInstructed";

/** Finds why no link may be sent: it would not be answered, or its instruction orders nothing any more, 28(3)(a), 29. */
export async function findSendingRefusal(
  tx: Tx,
  row: ConsultationRow,
  now: Date,
): Promise<SendingRefusal | null> {
  const { state, content } = row;
  const on = { day: todayIn("Europe/Paris", now.getTime()), now: now.getTime() };
  const { refusals } = await findInstructionFit(tx, row, todayIn("Africa/Casablanca", now.getTime()));
  const status = linkStatus({ ...content, state, revokedAt: null, isInstructed: isInstructed(refusals) }, on);
  if (status === "valid") return null;
  return status === "suspended" ? "notInstructed" : "notSendable";
}

/** True where an instruction is named and nothing refuses it beside the written reason. */
export function isInstructed(refusals: InstructionFit["refusals"]): boolean {
  return refusals?.length === 0;
}

/**
 * Opens the contacts of those who may be reached by an act: asking is marketing too, so that whoever objects to the act
 * towards the controller is left out, by whatever came since they were added, 21(3).
 */
export async function selectReachable(
  tx: Tx,
  ctx: Ctx,
  row: ConsultationRow,
  { persons, act }: { persons: readonly Stored[]; act: ReachingAct },
): Promise<Reachable[]> {
  const opened = persons.map(({ id, language, contactSealed }) => ({
    ...openContact(required(contactSealed, "sealed contact")),
    id,
    language,
  }));
  const of = { org: ctx.scope.org, controllerId: holderOf(row), at: ctx.now.getTime() };
  const found = await findChoicesOfContacts(tx, new Map(opened.map((one) => [one.id, one])), of);
  const purposes = purposesOf(row.content.questions, act);
  return opened.filter(({ id }) => {
    const { choices, pending } = entryOf(found, id);
    return pending.length === 0 && !isRefused(choices, { act, purposes, now: ctx.now.getTime() });
  });
}

/** Purposes for which the act itself is asked about, beside every one. */
function purposesOf(questions: readonly Question[], act: ReachingAct): string[] {
  return [EVERY_PURPOSE, ...questions.filter((one) => one.act === act).map(({ purpose }) => purpose)];
}

type Asked = { act: ReachingAct; purposes: readonly string[]; now: number };

function isRefused(choices: readonly Choice[], { act, purposes, now }: Asked): boolean {
  // Asks about any time: who is handed a number calls it when they like.
  const asked = {
    act,
    country: EVERY_COUNTRY,
    at: now,
    day: todayIn("Europe/Paris", now),
    span: "any" as const,
  };
  return purposes.some((purpose) => choiceAt(choices, { ...asked, purpose }).status === "refused");
}
