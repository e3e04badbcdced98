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
import type { ConsultationRow } from "./queries";

/** Way by which a link reaches its person, as the act that the person may object to. */
export type ReachingAct = "telephone" | "mail";

/** Person as stored, whose contact has not been erased. */
type Stored = { id: string; contactSealed: Uint8Array | null; language: string };
export type Reachable = Pick<Stored, "id" | "language"> & Contact;

/** True while a link that reaches its person would be answered. */
export function isSendable({ state, content }: ConsultationRow, now: Date): boolean {
  const on = { day: todayIn("Europe/Paris", now.getTime()), now: now.getTime() };
  return linkStatus({ ...content, state, revokedAt: null }, on) === "valid";
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
  const asked = { act, country: EVERY_COUNTRY, at: now, day: todayIn("Europe/Paris", now) };
  return purposes.some((purpose) => choiceAt(choices, { ...asked, purpose }).status === "refused");
}
