import { authorisationSchema, choiceSchema, listCheckSchema } from "@/lib/features/choice/schema";
import { recordAuthorisation } from "@/lib/features/choice/write/authorise";
import { checkList } from "@/lib/features/choice/write/check-list";
import { recordChoice } from "@/lib/features/choice/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";
import { valueOf } from "./register";

/** A refusal on the telephone, unless something else is stated. */
export async function makeChoice(ctx: StaffCtx, stated: { controllerId: string } & Record<string, string>) {
  const input = choiceSchema.parse({
    ...{ contact: stated.number ?? "06 12 34 56 78", act: "telephone", outcome: "refused" },
    ...{ on: "2026-01-05", time: "10:30", source: "call", proof: "REC-2026-0105-17" },
    ...stated,
  });
  return valueOf(await recordChoice(ctx, input));
}

/** A check of a list of numbers, to call on 27 November 2026 unless something else is stated; returns its id. */
export async function makeListCheck(
  ctx: StaffCtx,
  {
    lines = ["06 12 34 56 78", "06 98 76 54 32", "zéro six"],
    ...stated
  }: {
    controllerId: string;
    lines?: readonly string[];
  } & Partial<Record<"act" | "purpose" | "country" | "day", string>>,
) {
  const question = listCheckSchema.parse({ act: "telephone", purpose: "", day: "2026-11-27", ...stated });
  return valueOf(await checkList(ctx, new Blob([["numéro", ...lines, ""].join("\n")]), question)).id;
}

/** An authorisation by a parent of a child of twelve in France, of an agreement that is made for it; returns the choice. */
export async function makeAuthorisation(
  ctx: StaffCtx,
  { controllerId, ...stated }: { controllerId: string } & Record<string, string>,
) {
  const { person } = await makeChoice(ctx, {
    ...{ controllerId, number: "06 44 55 66 77", act: "mail", outcome: "allowed", source: "form" },
  });
  const choice = await withOrg(ctx.scope, (tx) =>
    tx.choice.findFirstOrThrow({
      where: { personKey: Buffer.from(person, "hex"), outcome: "allowed", authorisations: { none: {} } },
    }),
  );
  const input = authorisationSchema.parse({
    ...{ choiceId: choice.id, parent: "Une mère", power: "parent", country: "FR", born: "2013-05-10" },
    ...{ risk: "low", means: "declaration-email", authorisedOn: "2026-01-05", proof: "COURRIEL-2026-17" },
    ...stated,
  });
  valueOf(await recordAuthorisation(ctx, input));
  return { id: choice.id, person };
}
