import type { Ctx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { withOrg } from "@/lib/platform/database/transaction";

type AuthorisationState = {
  controllerId: string;
  subProcessor: { id: string; version: number; scopeDigest: string };
  state: string;
  regime?: "specific" | "general";
  days?: number | null;
  /** The instant it was sent and received. */
  at?: string;
};

let serial = 0;

/** A request as it stands once its story is told, without the story: for what reads it, however it came to be. */
export async function insertAuthorisation(
  ctx: Ctx,
  {
    controllerId,
    subProcessor,
    state,
    regime = "specific",
    days = 30,
    at = "2026-01-10T09:00:00Z",
  }: AuthorisationState,
): Promise<{ id: string; reference: string }> {
  serial += 1;
  const id = newId(ctx.now);
  const reference = `A-9${String(serial).padStart(4, "0")}`;
  const sent = state === "draft" ? null : new Date(at);
  await withOrg(ctx.scope, async (tx) => {
    await tx.authorisation.create({
      data: {
        id,
        reference,
        controllerId,
        state,
        regime,
        days,
        orgId: ctx.scope.org,
        subProcessorId: subProcessor.id,
        subProcessorVersion: subProcessor.version,
        scopeDigest: subProcessor.scopeDigest,
        zone: "Europe/Paris",
        seatCountry: "FR",
        seatAddress: "69002 Lyon",
        language: "fr",
        recipient: "contact@orvelle.example",
        text: "Nous vous demandons votre accord.",
        textDigest: "0".repeat(64),
        list: { version: 1, entries: [] },
        listDigest: "0".repeat(64),
        sentAt: sent,
        receivedAt: sent,
        createdAt: new Date(at),
        updatedAt: new Date(at),
      },
    });
    await tx.authorisationFact.create({
      data: {
        id: newId(ctx.now),
        orgId: ctx.scope.org,
        authorisationId: id,
        controllerId,
        version: 1,
        event: "approve",
        state,
        at: new Date(at),
        recordedAt: new Date(at),
        authorKind: "system",
        authorName: "",
      },
    });
  });
  return { id, reference };
}
