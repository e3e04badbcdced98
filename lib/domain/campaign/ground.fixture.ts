import type { SpokenText } from "@/lib/domain/call-script/mentions";
import { contractWith } from "@/lib/domain/contract/contract.fixture";
import { instructionWith } from "@/lib/domain/instruction/instruction.fixture";
import type { CampaignGround } from "./ground";

/** Text of which no mention is in doubt since 11 August 2026. */
export function scriptWith(stated: Partial<SpokenText> = {}): SpokenText {
  const text =
    "Bonjour, je m’appelle Salma Idrissi et je vous appelle pour le compte de Filature du Gapeau. Il s’agit d’un appel " +
    "commercial. Vous pouvez vous opposer à nos appels. Vous recevrez une confirmation écrite.";
  return { text, language: "fr", isRecorded: false, ...stated };
}

/** Ground of which nothing is in doubt in January 2027. */
export function groundWith(stated: Partial<CampaignGround> = {}): CampaignGround {
  const instruction = instructionWith({ kind: "campaign" });
  return {
    instruction,
    instructions: [instruction],
    contracts: [contractWith()],
    consents: [
      { collectionId: "k-1", givenAt: Date.parse("2026-09-01T09:00:00Z"), until: "2027-08-31", count: 2 },
    ],
    collections: [
      {
        id: "k-1",
        isWhole: true,
        items: { identities: true, freeChoice: true, duration: true, withdrawal: true, proofAccess: true },
      },
    ],
    scrubs: [],
    isIdentified: true,
    script: { used: scriptWith() },
    ...stated,
  };
}
