import { excerptOf } from "@/lib/domain/instruction/text";
import { findParty, type InstructionRow } from "@/lib/features/instruction/read/queries";
import { resolveLocale } from "@/lib/i18n/locale";
import type { ContactCtx } from "@/lib/platform/request/context";
import { env } from "@/lib/platform/environment/env";
import { queueMail } from "@/lib/platform/mail/queue";
import type { Steward } from "@/lib/platform/mail/stewards";
import type { Tx } from "@/lib/platform/database/transaction";
import type { InstructionAnswer } from "@/lib/features/portal-instruction/schema";

type NotifiedInstruction = { row: InstructionRow; event: "given" | InstructionAnswer["event"] };

/** Writes to the stewards within the change's transaction. */
export async function notifyStewards(
  tx: Tx,
  { actor, scope, now }: ContactCtx,
  stewards: readonly Steward[],
  { row, event }: NotifiedInstruction,
): Promise<void> {
  const party = await findParty(tx, row.controllerId);
  const { slug } = await tx.organisation.findFirstOrThrow({ select: { slug: true } });
  for (const { name, email, locale } of stewards) {
    const letter = {
      template: event === "given" ? "portal-instruction-given" : "portal-instruction-answered",
      locale: resolveLocale(locale, null),
      to: { name, address: email },
      params: {
        name,
        said: event,
        number: row.number,
        author: actor.name,
        controller: party?.legalName ?? "",
        text: excerptOf(row.text),
      },
      link: `${env().AMANA_URL}/${slug}/instructions/${row.id}`,
    };
    await queueMail(tx, scope.org, letter, now);
  }
}
