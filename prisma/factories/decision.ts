import { readInPortal } from "@/lib/features/authorisation/mutations";
import { decideRequest } from "@/lib/features/portal-decision/mutations";
import { decisionSchema } from "@/lib/features/portal-decision/schema";
import type { ContactCtx } from "@/lib/platform/context";
import { valueOf } from "./register";

type Sent = { id: string; version: number; textDigest: string | null; listDigest: string | null };

/** Opened in the portal, decided there and certified. */
export async function makeDecision(by: ContactCtx, row: Sent, said: Record<string, unknown> = {}) {
  valueOf(await readInPortal(by, row.id));
  const { id, version, textDigest, listDigest } = row;
  const input = decisionSchema.parse({
    ...{ id, version: version + 1, textDigest, listDigest, choice: "authorise", step: "sign" },
    ...{ signatory: "Claire Orvelle", capacity: "Directrice générale", power: "Mandat social" },
    ...said,
  });
  return valueOf(await decideRequest(by, input));
}
