import { effectOf } from "@/lib/domain/access/portal-acts";
import type { Choice } from "@/lib/domain/choice/choices";
import { agreedQuestions } from "@/lib/domain/consultation/agreement";
import { consultationContentSchema } from "@/lib/domain/consultation/content";
import type { ConsultationState } from "@/lib/domain/consultation/lifecycle";
import { linkStatus } from "@/lib/domain/consultation/link";
import { executionRefusals, standingRefusals } from "@/lib/domain/instruction/naming";
import type { DatedInstruction, InstructionEventKind } from "@/lib/domain/instruction/types";
import { todayIn } from "@/lib/domain/time/zones";
import { channelOf, receivedOn } from "@/lib/features/instruction/read/queries";
import type { Reader } from "@/lib/platform/read/reader";

type AskedRow = {
  org: string;
  link: string;
  reference: string;
  processor: string;
  processor_contact: string;
  processor_address: string;
  controller: string;
  controller_contact: string;
  controller_address: string;
  state: string;
  first_day: string | null;
  last_day: string | null;
  content: unknown;
  asked: number[];
  language: string;
  revoked_at: Date | null;
  /** Each with the version of the page that was shown; null of the first. */
  choices: (Choice & { id: string; page: number | null })[];
};

/**
 * Reads what the link of a scope asks, what was answered through it, and the numbers of what is agreed and may be withdrawn;
 * null where nobody made it.
 */
export async function askedByLink(reader: Reader, now: Date) {
  const [row] = await reader.$queryRaw<AskedRow[]>`SELECT * FROM consultation_asked()`;
  if (!row) return null;
  const { state, first_day: firstDay, last_day: lastDay, revoked_at: revokedAt, content, ...rest } = row;
  const isInstructed = state === "open" ? await isInstructedByLink(reader, content, now) : true;
  const link = {
    // The database admits no others.
    state: state as ConsultationState,
    firstDay,
    lastDay,
    revokedAt: revokedAt?.getTime() ?? null,
    isInstructed,
  };
  const day = todayIn("Europe/Paris", now.getTime());
  const read = consultationContentSchema.parse(content);
  return {
    ...rest,
    firstDay,
    lastDay,
    content: read,
    status: linkStatus(link, { day, now: now.getTime() }),
    agreed: agreedQuestions({ ...read, asked: rest.asked }, rest.choices, { at: now.getTime(), day }),
  };
}

/** Author of an act of the portal, with the day from which the address is proven. */
type Proven = { contactId: string | null; addressUnproven: boolean | null; provenOn: string | null };

/** Day from which the word of an unproven address counts: null while nothing proves it, undefined of any other. */
function heldOn(
  { contactId, addressUnproven, provenOn }: Proven,
  isGiving: boolean,
): string | null | undefined {
  return isGiving && addressUnproven === true && contactId !== null ? provenOn : undefined;
}

/** Instruction as the database hands it to the page of a link: its dates and codes. */
type MandateRow = {
  instruction: string | null;
  ledger: (Omit<DatedInstruction, "channel" | "receivedOn" | "heldUntil" | "facts"> &
    Proven & {
      channel: string;
      receivedAt: number;
      facts: (Proven & { event: InstructionEventKind; factOn: string })[];
    })[];
};

/** Judges by the rules of the console whether the consultation of a link rests on an instruction today, 28(3)(a). */
async function isInstructedByLink(reader: Reader, content: unknown, now: Date): Promise<boolean> {
  const [row] = await reader.$queryRaw<MandateRow[]>`SELECT * FROM consultation_mandate()`;
  const all = (row?.ledger ?? []).map(({ channel, receivedAt, facts, ...it }) => ({
    ...it,
    channel: channelOf({ channel, contactId: it.contactId }),
    receivedOn: receivedOn({ receivedAt: new Date(receivedAt) }),
    heldUntil: heldOn(it, true),
    facts: facts.map((fact) => ({
      event: fact.event,
      on: fact.factOn,
      heldUntil: heldOn(fact, effectOf("instruction.answer", fact.event) === "gives"),
    })),
  }));
  const own = all.find(({ id }) => id === row?.instruction);
  if (!own) return false;
  const asked = { use: "consultation" as const, day: todayIn("Africa/Casablanca", now.getTime()), all };
  const { instructionReason } = consultationContentSchema.parse(content);
  return standingRefusals(executionRefusals(own, asked), instructionReason).length === 0;
}
