import { isGiven } from "@/lib/domain/minor/parental-state";
import { decidesAloneFrom, ownChoiceAt } from "@/lib/domain/minor/own-choice";
import { planOwnChoice } from "@/lib/domain/obligation/plan-own-choice";
import { type FoundAuthorisation, findWithPeople } from "@/lib/features/choice/read/authorisations";
import type { FindObligations } from "./asked";

/** Young people who decide alone some day about what somebody authorised for them. */
export const findOwnChoices: FindObligations = async (tx, { now, doneSince }) => {
  const found = await findWithPeople(tx, now);
  return found
    .filter(({ state, authorisedOn, answeredAt }) =>
      state === "taken-over" ? authorisedOn !== null || answeredAt !== null : isGiven(state),
    )
    .flatMap((one) => planOwnChoice(toPlan(one)))
    .filter(({ doneAt }) => doneAt === null || doneAt >= doneSince.getTime());
};

function toPlan({ id, person, controller, facts }: FoundAuthorisation) {
  const aloneFrom = decidesAloneFrom(facts);
  return {
    row: {
      subject: { id, reference: "" },
      controller: { id: controller.mergedIntoId ?? controller.id, name: controller.legalName },
      path: `/telephone/choices?person=${person}`,
      version: 1,
      changedAt: facts.askedAt,
    },
    aloneFrom,
    chosenAt: ownChoiceAt(facts, aloneFrom),
  };
}
