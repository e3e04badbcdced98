import { decide } from "@/lib/domain/consultation/lifecycle";
import { isWithoutPurpose, lacksOf } from "@/lib/domain/consultation/opening";
import { CHANNELS, warningsOf } from "@/lib/domain/consultation/warnings";
import { difference } from "@/lib/domain/journal/difference";
import type { EventName } from "@/lib/domain/nouns/events";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import type { Tx } from "@/lib/platform/database/transaction";
import { type Ctx, today } from "@/lib/platform/request/context";
import { allocateReference } from "@/lib/platform/versioned/numbering";
import { type ConsultationRow, findInstructionFit } from "@/lib/features/consultation/read/queries";
import { checkNamed } from "@/lib/features/instruction/read/nameable";
import { holderOf, lockActiveController } from "@/lib/features/controller/read/active";
import type {
  ConsultationCreate,
  ConsultationFields,
  ConsultationMove,
  ConsultationUpdate,
} from "@/lib/features/consultation/schema";
import { consultationDocument } from "./document";

export function createConsultation(
  ctx: Ctx,
  { controllerId, ...input }: ConsultationCreate,
): Promise<Outcome<ConsultationRow>> {
  return consultationDocument.create(ctx, "consultation.write", async ({ tx }) => {
    if (!(await lockActiveController(tx, controllerId))) return invalid("controllerId", "required");
    const read = await readFields(tx, { controllerId, day: today(ctx), named: null }, input);
    if (!read.ok) return read;
    const reference = await allocateReference(tx, ctx, { table: "consultation", letters: "CP" });
    const fields = { ...read.value, reference, controllerId, state: "draft" as const, endedOn: null };
    return done({ fields, kind: "created", event: "consultation.created" });
  });
}

/** Refuses with `conflict` where somebody saved since the version that was read; what was opened is asked as it is. */
export function updateConsultation(
  ctx: Ctx,
  { id, version, ...input }: ConsultationUpdate,
): Promise<Outcome<ConsultationRow>> {
  return consultationDocument.update(
    ctx,
    { act: "consultation.write", id, version },
    async (before, { tx }) => {
      if (before.state !== "draft") return invalid("", "consultation.opened");
      const named = { controllerId: holderOf(before), day: today(ctx), named: before.instructionId };
      const read = await readFields(tx, named, input);
      if (!read.ok) return read;
      const shown = ({ title, instructionId, content }: ConsultationRow) => ({
        title,
        instructionId,
        ...content,
      });
      return done({ patch: read.value, kind: "saved", event: "consultation.updated", shown });
    },
  );
}

const EVENTS = {
  open: "consultation.opened",
  close: "consultation.closed",
  revoke: "consultation.revoked",
} as const satisfies Record<ConsultationMove["event"], EventName>;

/**
 * Transitions follow the table. What lacks something is not opened, and what may be prospecting by itself needs a written
 * reason; each move is a dated fact with its author and reason.
 */
export function moveConsultation(
  ctx: Ctx,
  { id, version, event, on, reason }: ConsultationMove,
): Promise<Outcome<ConsultationRow>> {
  return consultationDocument.update(
    ctx,
    { act: "consultation.move", id, version },
    async (before, { tx }) => {
      const decision = decide(before.state, { kind: event, on, reason }, today(ctx));
      if (!decision.ok) return invalid(decision.field, `consultation.${decision.key}`);
      const { state } = decision;
      const refused = state === "open" ? await refuseOpening(tx, before, { day: today(ctx), reason }) : null;
      if (refused) return refused;
      return done({
        patch: { state, endedOn: state === "open" ? null : on },
        kind: "moved",
        event: EVENTS[event],
        fact: { event, on, reason },
        ...(reason !== "" && { reason }),
        difference: difference({ state: before.state }, { state }),
      });
    },
  );
}

/** Refuses what lacks something, by each lack, and what was warned of without a written reason. */
async function refuseOpening(
  tx: Tx,
  row: ConsultationRow,
  { day, reason }: { day: string; reason: string },
): Promise<Outcome<never> | null> {
  const { refusals } = await findInstructionFit(tx, row, day);
  const { firstDay, lastDay, months, questions } = row.content;
  const issues = lacksOf({ refusals, firstDay, lastDay, months, questions }, day).map((lack) => ({
    path: "event",
    key: `consultation.lacks_${lack}`,
  }));
  if (issues.length > 0) return refuse({ kind: "invalid", issues });
  const isWarned = warningsOf(row.content.questions, CHANNELS).length > 0;
  return isWarned && reason.trim() === "" ? invalid("reason", "consultation.warned") : null;
}

type Read = Pick<ConsultationRow, "title" | "instructionId" | "content">;

/** Refuses dates in disorder, a question for no purpose and an instruction that may not be named. */
async function readFields(
  tx: Tx,
  asked: { controllerId: string; day: string; named: string | null },
  { title, instructionId, instructionReason, ...content }: ConsultationFields,
): Promise<Outcome<Read>> {
  if (content.firstDay !== null && content.lastDay !== null && content.lastDay < content.firstDay)
    return invalid("lastDay", "consultation.lastDay");
  const unspecific = content.questions.flatMap((question, at) =>
    isWithoutPurpose(question)
      ? [{ path: `questions.${at}.purpose`, key: "consultation.purposeMissing" }]
      : [],
  );
  if (unspecific.length > 0) return refuse({ kind: "invalid", issues: unspecific });
  const named = await checkNamed(tx, {
    ...asked,
    use: "consultation",
    id: instructionId,
    field: "instructionId",
    writtenReason: instructionReason,
  });
  if (!named.ok) return named;
  return done({ title, instructionId, content: { ...content, instructionReason: named.value } });
}
