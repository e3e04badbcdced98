import {
  APPOINTMENT,
  type ChoiceOutcome,
  type Correction,
  type ChoiceSource,
  type RecordedAct,
} from "@/lib/domain/choice/choices";
import type { StopTimes } from "@/lib/domain/choice/stop-times";
import { findKnownChildren } from "@/lib/features/choice/read/known-child";
import { newId } from "@/lib/platform/database/ids";
import { everyKeyOf } from "@/lib/platform/secrets/person-key";
import type { Unit } from "@/lib/platform/versioned/definition";
import { recordedBy } from "@/lib/platform/write/recorded-by";

type AddedChoice = {
  controllerId: string;
  /** Number in E.164 or address: made a key before anything is stored. */
  contact: string;
  act: RecordedAct;
  purpose: string;
  /** Country of a transfer; every country where it is left out. */
  country?: string;
  outcome: ChoiceOutcome;
  source: ChoiceSource;
  proof: string;
  validUntil: string | null;
  /** Times to which a refusal or a withdrawal is limited; absent of any other. */
  times?: StopTimes;
  /** Instant of an appointment; absent of every other act. */
  callAt?: Date;
  /** Zone by whose clock it was agreed. */
  callZone?: string;
  decidedAt: Date;
  /** Choice that this one takes back, and why; absent of every other. */
  correctsId?: string;
  correction?: Correction;
};

type Confirmed = {
  /** Stop of the same person after which an agreement is said to come. */
  afterStop?: string | null;
  /** True of an appointment whose day is confirmed, though it is far ahead. */
  isFarAhead?: boolean;
};

/**
 * Adds a choice within a transaction; null where there is no such controller. Returns the person's key, in hex. What
 * somebody confirmed of it is kept in the journal. The agreement of a child that is
 * known is followed by "awaiting", of the same instant: it does not agree alone, art. 8(1), and what a parent answered since holds. A
 * refusal or a withdrawal stands under every key under which the person chose before, for figures and dossiers know keys alone.
 */
export async function addChoice(
  unit: Unit,
  added: AddedChoice,
  confirmed: Confirmed = {},
): Promise<string | null> {
  const keys = everyKeyOf(unit.ctx.scope.org)(added.contact);
  const [person, ...others] = keys;
  if (!(await insertChoice(unit, { ...added, person }, confirmed))) return null;
  if (added.outcome === "refused" || added.outcome === "withdrawn")
    for (const other of await findStanding(unit, others, added.controllerId))
      await insertChoice(unit, { ...added, person: other }, confirmed);
  if (added.outcome !== "allowed" || added.act === APPOINTMENT) return person;
  const isChildAt = await findKnownChildren(unit.tx, keys);
  if (keys.some((key) => isChildAt(key, added.decidedAt.getTime())))
    await insertChoice(unit, { ...added, person, outcome: "awaiting", proof: "" }, {});
  return person;
}

/** Keys, in hex, under which anything was chosen towards the controller. */
async function findStanding({ tx }: Unit, keys: readonly string[], controllerId: string): Promise<string[]> {
  if (keys.length === 0) return [];
  const rows = await tx.choice.findMany({
    where: { controllerId, personKey: { in: keys.map((key) => Buffer.from(key, "hex")) } },
    distinct: ["personKey"],
    select: { personKey: true },
  });
  return rows.map(({ personKey }) => Buffer.from(personKey).toString("hex"));
}

async function insertChoice(
  { tx, ctx, journal }: Unit,
  { contact: _, person, decidedAt, callAt, ...chosen }: AddedChoice & { person: string },
  { afterStop = null, isFarAhead = false }: Confirmed,
): Promise<boolean> {
  const controller = await tx.controller.findFirst({
    where: { id: chosen.controllerId, archivedAt: null, mergedIntoId: null },
    select: { legalName: true },
  });
  if (!controller) return false;
  const id = newId(ctx.now);
  const key = Buffer.from(person, "hex");
  await tx.choice.create({
    data: { ...recordedBy(ctx), ...chosen, id, personKey: key, decidedAt, ...(callAt && { callAt }) },
  });
  journal.note({
    event: "choice.recorded",
    subject: { noun: "choice", id, label: controller.legalName },
    after: {
      ...chosen,
      ...(callAt && { callAt: callAt.toISOString() }),
      decidedAt: decidedAt.toISOString(),
      person,
      ...(afterStop !== null && { afterStop }),
      ...(isFarAhead && { isFarAhead }),
    },
  });
  return true;
}
