import { isOralRefusal } from "@/lib/domain/authorisation/history";
import { TRANSITIONS } from "@/lib/domain/authorisation/lifecycle";
import { planAuthorisation } from "@/lib/domain/obligation/plan-authorisation";
import {
  type AuthorisationRow,
  AWAITING_ANSWER,
  findAuthorisations,
  storedRequestOf,
} from "@/lib/features/authorisation/read/queries";
import { type FindObligations, partyOf } from "./asked";

/** States after a no, which may have been spoken only. */
const NO = ["refused", "objected", "revoked"];

export const findAuthorisationObligations: FindObligations = async (tx, asked) => {
  const { controller, subProcessor } = AWAITING_ANSWER;
  const rows = await findAuthorisations(tx, {
    OR: [
      AWAITING_ANSWER,
      { state: { in: NO }, controller, subProcessor },
      { state: { not: "draft" }, updatedAt: { gte: asked.doneSince }, controller, subProcessor },
    ],
  });
  return rows
    .flatMap((row) => planAuthorisation(toPlan(row), asked.now))
    .filter(({ doneAt }) => doneAt === null || doneAt >= asked.doneSince.getTime());
};

function toPlan(row: AuthorisationRow) {
  const { id, reference, controller, version, updatedAt, subProcessor, sentAt, facts } = row;
  const decision = facts.findLast(({ event }) => TRANSITIONS[event].isDecision);
  return {
    row: {
      subject: { id, reference },
      controller: partyOf(controller),
      version,
      path: `/authorisations/${id}`,
      changedAt: updatedAt.getTime(),
    },
    asked: storedRequestOf(row),
    subProcessor: subProcessor.name,
    isSpokenNo: isOralRefusal(facts),
    sentAt: (sentAt ?? updatedAt).getTime(),
    decidedAt: decision?.at.getTime() ?? null,
  };
}
