import { readInPortal } from "@/lib/features/authorisation/write/mutations";
import { decideRequest } from "@/lib/features/portal-decision/write/mutations";
import { decisionSchema } from "@/lib/features/portal-decision/schema";
import type { ContactCtx } from "@/lib/platform/request/context";
import { valueOf } from "./register";

type Sent = { id: string; version: number; textDigest: string | null; listDigest: string | null };

/** Opened in the portal, decided there and certified. */
export async function makeDecision(by: ContactCtx, row: Sent, stated: Record<string, unknown> = {}) {
  valueOf(await readInPortal(by, row.id));
  const { id, version, textDigest, listDigest } = row;
  const typed = {
    ...{ id, version: version + 1, textDigest, listDigest, choice: "authorise" },
    ...{ signatory: "Claire Orvelle", capacity: "Directrice générale", power: "Mandat social" },
    ...stated,
  };
  const reading = await readAgain(by, typed);
  return valueOf(await decideRequest(by, decisionSchema.parse({ ...typed, step: "sign", reading })));
}

/** The step before the signature: the token of what was shown, or none where it was refused. */
export async function readAgain(by: ContactCtx, typed: Record<string, unknown>): Promise<string> {
  const shown = await decideRequest(by, decisionSchema.parse({ ...typed, step: "review" }));
  return shown.ok || shown.refusal.kind !== "unconfirmed" ? "" : (shown.refusal.reading ?? "");
}
