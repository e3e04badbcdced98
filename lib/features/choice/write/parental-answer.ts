import type { DataSubjectActor } from "@/lib/domain/access/actor";
import { itemAt } from "@/lib/domain/invariant/required";
import type { ParentalState } from "@/lib/domain/minor/parental-state";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { askedOfParent } from "@/lib/features/choice/read/parental-link";
import { parentalStatement } from "@/lib/features/choice/read/parental-statement";
import type { ParentalAnswer } from "@/lib/features/choice/schema";
import { newId } from "@/lib/platform/database/ids";
import { sha256 } from "@/lib/platform/files/chunks";
import type { Ctx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { queueGivenLetter } from "./parent-letter";

const OUTCOMES = { authorise: "allowed", decline: "refused", withdraw: "withdrawn" } as const;

/** A no to what another holder authorised meanwhile withdraws it. */
function outcomeOf(answer: ParentalAnswer["answer"], state: ParentalState): string {
  return answer === "decline" && state === "over" ? OUTCOMES.withdraw : OUTCOMES[answer];
}

type Added = {
  id: string;
  controller_id: string;
  act: string;
  purpose: string;
  country: string;
  outcome: string;
  proof: string;
  valid_until: string | null;
  person: string;
};

/**
 * Adds what a holder of parental responsibility answers through their link, as a choice about what the child agreed to, so
 * that whatever asks about the child answers by it at once. The proof is the hash of the words shown. Who authorised has a
 * receipt with the link to withdraw, 7(3), at the address that the link proves. What does not stand to be answered is refused
 * as not found.
 */
export async function answerForChild(
  ctx: Ctx<DataSubjectActor>,
  { answer, language }: Pick<ParentalAnswer, "answer" | "language">,
): Promise<Outcome<{ outcome: string }>> {
  if (!isAuthorised(ctx, "choice.authorise")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const asked = await askedOfParent(tx, ctx.now);
    if (!asked) return refuse({ kind: "not-found" });
    const may = { authorise: asked.mayAnswer, decline: asked.mayDecline, withdraw: asked.mayWithdraw };
    if (!may[answer]) return refuse({ kind: "not-found" });
    const shown = `${language} · SHA-256 ${sha256(new TextEncoder().encode(await parentalStatement(asked, language)))}`;
    const added = await tx.$queryRaw<Added[]>`
      SELECT * FROM parental_answer(${newId(ctx.now)}::uuid, ${outcomeOf(answer, asked.state)}, ${shown}, ${ctx.now})`;
    if (added.length === 0) return refuse({ kind: "not-found" });
    const { id, controller_id: controllerId, valid_until: validUntil, ...chosen } = itemAt(added, 0);
    journal.note({
      event: "choice.recorded",
      subject: { noun: "choice", id, label: asked.controller.name },
      after: { ...chosen, controllerId, validUntil, source: "parent", decidedAt: ctx.now.toISOString() },
    });
    if (answer === "authorise" && asked.email !== "") await queueGivenLetter(tx, ctx, asked, language);
    return done({ outcome: chosen.outcome });
  });
}
