import { authClient } from "@/lib/platform/database/clients";
import { newId } from "@/lib/platform/database/ids";
import type { ContactCtx } from "@/lib/platform/request/context";
import { makeDevice } from "./device";

/** Adds a device to a contact's account; `sign` answers a challenge in base64url. */
export async function addDevice({ actor, now }: ContactCtx) {
  const device = makeDevice();
  const id = newId(now);
  const credentialId = Buffer.from(id).toString("base64url");
  await authClient().passkey.create({
    data: {
      id,
      credentialId,
      personId: actor.personId,
      publicKey: device.coseKey,
      counter: 0n,
      transports: [],
      name: "Téléphone",
      createdAt: now,
    },
  });
  return { sign: (challenge: string) => device.answer(credentialId, challenge) };
}
