import { decideRequest } from "@/lib/features/portal-decision/write/mutations";
import { decisionSchema } from "@/lib/features/portal-decision/schema";
import { recordAccess } from "@/lib/platform/access/access-log";
import { withOrg } from "@/lib/platform/database/transaction";
import type { ContactCtx } from "@/lib/platform/request/context";
import { askSignature } from "@/lib/features/portal-decision/write/signature";
import { addDevice } from "./passkey";
import { valueOf } from "./register";

type Sent = { id: string; version: number; textDigest: string | null; listDigest: string | null };

/** Opened in the portal, decided there and certified. */
export async function makeDecision(by: ContactCtx, row: Sent, stated: Record<string, unknown> = {}) {
  await openRequest(by, row);
  return valueOf(await decide(by, row, stated));
}

/** Its page shown to a contact: the access log has it, and no fact of the request yet. */
export function openRequest(by: ContactCtx, { id }: { id: string }): Promise<void> {
  return withOrg(by.scope, (tx) => recordAccess(tx, by, { noun: "authorisation", id, label: "A-001" }));
}

/** Read again and signed, on what was sent, as the portal's form sends it; refused where it is. */
export async function decide(by: ContactCtx, row: Sent, stated: Record<string, unknown> = {}) {
  const { id, version, textDigest, listDigest } = row;
  const typed = {
    id,
    version,
    textDigest,
    listDigest,
    choice: "authorise",
    signatory: "Claire Orvelle",
    capacity: "Directrice générale",
    power: "Mandat social",
    ...stated,
  };
  const reading = await readAgain(by, typed);
  return decideRequest(by, decisionSchema.parse({ ...typed, step: "sign", reading }));
}

/** The step before the signature: the token of what was shown, or none where it was refused. */
export async function readAgain(by: ContactCtx, typed: Record<string, unknown>): Promise<string> {
  const shown = await decideRequest(by, decisionSchema.parse({ ...typed, step: "review" }));
  return shown.ok || shown.refusal.kind !== "unconfirmed" ? "" : (shown.refusal.reading ?? "");
}

/** Signed by a passkey of the contact, as the portal's form sends it; `signed` changes what the passkey is asked to sign. */
export async function signDecision(
  by: ContactCtx,
  row: Sent,
  { signed = {}, device = by }: { signed?: object; device?: ContactCtx } = {},
) {
  const { sign } = await addDevice(device);
  const { id, version, textDigest, listDigest } = row;
  const typed = {
    id,
    version,
    textDigest,
    listDigest,
    choice: "authorise",
    signatory: "Claire Orvelle",
    capacity: "Directrice générale",
    power: "Mandat social",
  };
  const reading = await readAgain(by, typed);
  const shown = decisionSchema.parse({ ...typed, ...signed, step: "sign", reading });
  const { challenge } = valueOf(await askSignature(by, shown));
  const assertion = JSON.stringify(sign(challenge));
  return decideRequest(by, decisionSchema.parse({ ...typed, step: "sign", reading, assertion }));
}
