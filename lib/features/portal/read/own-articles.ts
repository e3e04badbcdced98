import { lawColumns } from "@/lib/domain/controller/law-facts";
import { articleGround, type DutyProvision, type GroundFacts } from "@/lib/domain/obligation/duty-ground";
import { applicableLaws } from "@/lib/domain/statute/applicable-laws";
import { today, type ContactCtx } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";

/**
 * Texts that ask, under the laws of the contact's own controller, what articles of the GDPR ask; none where those laws are silent
 * or unknown here, so that no other country's law is cited to it.
 */
export async function findOwnArticles(
  tx: Tx,
  ctx: ContactCtx,
  articles: readonly string[],
): Promise<DutyProvision[]> {
  return [...(await findOwnArticlesOf(tx, ctx, articles)).values()].flat();
}

/** Gives the texts of each article apart. */
export async function findOwnArticlesOf(
  tx: Tx,
  ctx: ContactCtx,
  articles: readonly string[],
): Promise<Map<string, DutyProvision[]>> {
  const [controller, { gdprBinding }] = await Promise.all([
    tx.controller.findFirstOrThrow({ where: { id: ctx.actor.controllerId }, select: lawColumns }),
    tx.organisation.findFirstOrThrow({ select: { gdprBinding: true } }),
  ]);
  const facts: GroundFacts = {
    clients: [applicableLaws(controller, { on: today(ctx) })],
    isOfOneClient: true,
    hasContract: false,
    isProcessorBound: gdprBinding !== "contractual-only",
  };
  return new Map(
    articles.map((article) => [
      article,
      articleGround({ article, basis: "statutory" }, facts).provisions.filter((one) => one.article !== ""),
    ]),
  );
}
