import { entryOf, itemAt } from "@/lib/domain/invariant/required";
import type { ControllerRow } from "@/lib/features/controller/read/queries";
import type { ExampleClient } from "@/lib/features/example/content/controllers";
import { EXAMPLE_INSTRUCTIONS, type ExampleInstruction } from "@/lib/features/example/content/instructions";
import { COUNTED, type ExampleNoun } from "@/lib/features/example/read/queries";
import type { Unit } from "@/lib/platform/versioned/definition";
import { fillLog } from "./fill-log";
import { fillConsultation, fillRequests } from "./fill-persons";
import { fillCampaign, fillConsents, fillScript } from "./fill-telephone";

const NOUNS = [
  ...(["call-script", "call-script-request", "campaign", "consent-collection", "consent-file"] as const),
  ...(["choice", "call-log", "consultation", "consultation-person", "rights-request"] as const),
] satisfies ExampleNoun[];
type PersonNoun = (typeof NOUNS)[number];

export type FilledAboutPersons = (typeof COUNTED)[PersonNoun];

type ExampleContext = {
  controllers: ReadonlyMap<ExampleClient, ControllerRow>;
  /** Ids of the example's, in its order. */
  instructions: readonly string[];
};

/** Calls to sell, a consultation and requests: what concerns persons, with numbers that nobody is given. */
export async function fillAboutPersons(unit: Unit, { controllers, instructions }: ExampleContext) {
  const { tx, ctx } = unit;
  const executed = (by: ExampleInstruction["executedBy"]) =>
    itemAt(
      instructions,
      EXAMPLE_INSTRUCTIONS.findIndex(({ executedBy }) => executedBy === by),
    );
  const controllerId = entryOf(controllers, "orvelle").id;
  const script = await fillScript(tx, ctx, controllerId);
  const campaignId = await fillCampaign(tx, ctx, {
    controllerId,
    instructionId: executed("campaign"),
    scriptId: script.id,
  });
  const consents = await fillConsents(tx, ctx, controllerId);
  const logId = await fillLog(tx, ctx, { campaignId, controllerId });
  const consultation = await fillConsultation(tx, ctx, {
    controllerId: entryOf(controllers, "rivieres").id,
    instructionId: executed("consultation"),
  });
  const made: Record<PersonNoun, string[]> = {
    "call-script": [script.id],
    "call-script-request": [script.requestId],
    campaign: [campaignId],
    "consent-collection": [consents.collectionId],
    "consent-file": [consents.fileId],
    choice: [...consents.choiceIds, ...consultation.choiceIds],
    "call-log": [logId],
    consultation: [consultation.id],
    "consultation-person": consultation.personIds,
    "rights-request": await fillRequests(unit, controllers),
  };
  const marked = NOUNS.flatMap((noun) => made[noun].map((id) => ({ noun, id })));
  const counts = Object.fromEntries(NOUNS.map((noun) => [COUNTED[noun], made[noun].length]));
  return { marked, counts: counts as Record<FilledAboutPersons, number> };
}
