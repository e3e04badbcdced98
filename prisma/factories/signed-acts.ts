import { createInstruction } from "@/lib/features/portal-instruction/write/mutations";
import { instructionGiveSchema } from "@/lib/features/portal-instruction/schema";
import { askGivenSignature } from "@/lib/features/portal-instruction/write/signature";
import type { ContactCtx } from "@/lib/platform/request/context";
import { addDevice } from "./passkey";
import { valueOf } from "./register";

const GIVEN = {
  kind: "erasure",
  text: "Effacez les enregistrements après trente jours.",
  effectiveOn: "2026-11-20",
  power: "annexe 3 du contrat",
};

/** An instruction signed by a passkey of the contact; `signed` changes what the passkey is asked to sign. */
export async function signInstruction(
  by: ContactCtx,
  { signed = {}, device = by }: { signed?: object; device?: ContactCtx } = {},
) {
  const { sign } = await addDevice(device);
  const shown = instructionGiveSchema.parse({ ...GIVEN, ...signed });
  const { challenge } = valueOf(await askGivenSignature(by, shown));
  const assertion = JSON.stringify(sign(challenge));
  return createInstruction(by, instructionGiveSchema.parse({ ...GIVEN, assertion }));
}
