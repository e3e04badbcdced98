import type { InstructionEventKind } from "@/lib/domain/instruction/types";
import { instructionMoveSchema, instructionCreateSchema } from "@/lib/features/instruction/schema";
import { moveInstruction, recordInstruction } from "@/lib/features/instruction/write/mutations";
import type { Ctx } from "@/lib/platform/request/context";
import { makeController, valueOf } from "./register";

let serial = 0;

/** An e-mail of a controller of its own, unless one is given, received on 3 March 2026 and not yet checked. */
export async function makeInstruction(ctx: Ctx, stated: Record<string, unknown> = {}) {
  serial += 1;
  const controllerId = stated.controllerId ?? (await makeController(ctx)).id;
  const input = {
    code: `C${serial}`,
    kind: "processing",
    text: "Ne rappelez plus les clients qui ont résilié.",
    authorName: "Hélène Marchetti",
    channel: "e-mail",
    receivedOn: "2026-03-03",
    receivedTime: "10:12",
    effectiveOn: "2026-03-05",
    ...stated,
    controllerId,
  };
  return valueOf(await recordInstruction(ctx, instructionCreateSchema.parse(input)));
}

/** Records one event, with evidence enough for any. */
export async function step(
  ctx: Ctx,
  { id, version }: { id: string; version: number },
  event: InstructionEventKind,
  stated: Record<string, unknown> = {},
) {
  const input = {
    id,
    version,
    event,
    on: "2026-03-06",
    note: "Pouvoir et licéité examinés.",
    source: "Courriel du 6 mars",
    infringes: "art. 9(1) du RGPD",
    recipient: "contact@orvelle.example",
    ...(event === "confirm-in-writing" && {
      writer: "Hélène Marchetti",
      medium: "e-mail",
      writing: "Je confirme ce que j’ai dit au téléphone.",
    }),
    ...stated,
  };
  return valueOf(await moveInstruction(ctx, instructionMoveSchema.parse(input)));
}

/** Checked and accepted. */
export async function makeAccepted(ctx: Ctx, stated: Record<string, unknown> = {}) {
  return step(ctx, await step(ctx, await makeInstruction(ctx, stated), "check"), "accept");
}
