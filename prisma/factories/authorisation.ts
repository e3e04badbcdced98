import { required } from "@/lib/domain/invariant/required";
import { moveRequest } from "@/lib/features/authorisation/write/mutations";
import { prepareRequests } from "@/lib/features/authorisation/write/requests";
import {
  requestMoveSchema,
  requestsPrepareSchema,
  requestsSendSchema,
} from "@/lib/features/authorisation/schema";
import { sendRequests } from "@/lib/features/authorisation/write/sending";
import type { Ctx } from "@/lib/platform/request/context";
import { storeFile } from "@/lib/platform/files/store";
import { withOrg } from "@/lib/platform/database/transaction";
import { withoutRight } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { done } from "@/lib/domain/outcome/outcome";
import { localParts, todayIn } from "@/lib/domain/time/zones";
import { makeContractInForce, fillSection } from "./contract";
import { makeController, valueOf } from "./register";
import { makeSubProcessor } from "./sub-processor";

/** A contract in force that says how others may be engaged; by default a yes for each, within thirty days. */
export async function makeAgreed(ctx: Ctx, terms: Record<string, unknown> = {}, controllerId?: string) {
  const contract = await makeContractInForce(ctx, {
    controllerId: controllerId ?? (await makeController(ctx)).id,
  });
  return fillSection(ctx, contract, "terms", { authorisation: "specific", objectionDays: "30", ...terms });
}

/** A draft to one controller about one sub-processor. */
export async function prepareRequest(
  ctx: Ctx,
  stated: { controllerId?: string; subProcessorId?: string; terms?: Record<string, unknown> } = {},
) {
  const controllerId = stated.controllerId ?? (await makeAgreed(ctx, stated.terms)).controllerId;
  const subProcessorId = stated.subProcessorId ?? (await makeSubProcessor(ctx)).id;
  const input = requestsPrepareSchema.parse({ subProcessorId, controllerIds: [controllerId] });
  const [row] = valueOf(await prepareRequests(ctx, input));
  return required(row, "request that was just written");
}

type Named = { id: string; version: number };

export async function sendDraft(ctx: Ctx, { id, version }: Named) {
  const input = requestsSendSchema.parse({ requests: [`${id} ${version}`] });
  const [row] = valueOf(await sendRequests(ctx, input));
  return required(row, "request that was just written");
}

type StatedRequest = NonNullable<Parameters<typeof prepareRequest>[1]> & {
  /** False for a notice whose address nothing proves, so that its silence counts for nothing. */
  isReached?: boolean;
};

/** Prepared and sent; its receipt is not shown yet. */
export async function makeRequest(ctx: Ctx, { isReached = true, ...stated }: StatedRequest = {}) {
  const sent = await sendDraft(ctx, await prepareRequest(ctx, stated));
  if (isReached && sent.silenceAddress !== null) await proveRecipient(ctx, sent);
  return sent;
}

/** Records that a notice reached its controller, as if a proven contact had opened it. */
export async function proveRecipient(ctx: Ctx, { id }: Pick<Named, "id">): Promise<void> {
  await withOrg(ctx.scope, (tx) =>
    tx.authorisation.updateMany({ where: { id }, data: { silenceProvenAt: ctx.now } }),
  );
}

/** A signed letter that stands beside a request. */
export async function attachLetter(ctx: Ctx, { id, controllerId }: { id: string; controllerId: string }) {
  return valueOf(
    await write(withoutRight(ctx), async (tx, journal) =>
      done(
        await storeFile(tx, ctx, journal, {
          purpose: "document",
          subjectNoun: "authorisation",
          subjectId: id,
          controllerId,
          fileName: "Réponse signée.pdf",
          contentType: "application/pdf",
          bytes: new TextEncoder().encode("%PDF-1.7"),
        }),
      ),
    ),
  );
}

/** Builds an event as staff record it, with evidence enough for any; "document" is set where one is given. */
export function moveInput(
  ctx: Ctx,
  { id, version }: Named,
  event: string,
  stated: Record<string, unknown> = {},
) {
  const { hour, minute } = localParts("Africa/Casablanca", ctx.now.getTime());
  return requestMoveSchema.parse({
    id,
    version,
    event,
    on: todayIn("Africa/Casablanca", ctx.now.getTime()),
    time: [hour, minute].map((part) => String(part).padStart(2, "0")).join(":"),
    channel: "letter",
    source: "Lettre du 12 novembre",
    signatory: "Claire Orvelle",
    capacity: "Directrice générale",
    power: "Représentante légale",
    reason: "Décision de la direction",
    ...stated,
  });
}

export async function stepRequest(
  ctx: Ctx,
  row: Named & { controllerId: string },
  event: string,
  stated: Record<string, unknown> = {},
) {
  const document = stated.document ?? (await attachLetter(ctx, row));
  return valueOf(await moveRequest(ctx, moveInput(ctx, row, event, { document, ...stated })));
}
