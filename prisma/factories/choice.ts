import { itemAt, required } from "@/lib/domain/invariant/required";
import { parentalToken } from "@/lib/features/choice/read/parental-people";
import {
  authorisationRequestSchema,
  authorisationSchema,
  type ParentalAnswer,
  choiceSchema,
  listCheckSchema,
} from "@/lib/features/choice/schema";
import { askAuthorisation, recordAuthorisation } from "@/lib/features/choice/write/authorise";
import { checkList } from "@/lib/features/choice/write/check-list";
import { recordChoice } from "@/lib/features/choice/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { answerForChild } from "@/lib/features/choice/write/parental-answer";
import type { StaffCtx } from "@/lib/platform/request/context";
import { openParentalLink } from "@/lib/platform/request/link-scope";
import { valueOf } from "./register";

/** A refusal on the telephone, unless something else is stated. */
export async function makeChoice(ctx: StaffCtx, stated: { controllerId: string } & Record<string, unknown>) {
  const input = choiceSchema.parse({
    contact: stated.number ?? "06 12 34 56 78",
    act: "telephone",
    outcome: "refused",
    on: "2026-01-05",
    time: "10:30",
    source: "call",
    proof: "REC-2026-0105-17",
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

/** An agreement to mail of a person, by a form in January 2026; returns the choice. */
export async function makeAgreement(
  ctx: StaffCtx,
  {
    controllerId,
    number = "06 44 55 66 77",
    purpose = "",
  }: { controllerId: string; number?: string; purpose?: string },
) {
  const { person } = await makeChoice(ctx, {
    controllerId,
    number,
    act: "mail",
    purpose,
    outcome: "allowed",
    source: "form",
  });
  const choice = await withOrg(ctx.scope, (tx) =>
    tx.choice.findFirstOrThrow({
      where: {
        personKey: Buffer.from(person, "hex"),
        outcome: "allowed",
        source: "form",
        authorisations: { none: {} },
      },
      orderBy: { id: "desc" },
    }),
  );
  return { id: choice.id, person };
}

/** An authorisation by a parent of a child of twelve in France, of an agreement that is made for it; returns the choice. */
export async function makeAuthorisation(
  ctx: StaffCtx,
  { controllerId, ...stated }: { controllerId: string } & Record<string, string>,
) {
  const choice = await makeAgreement(ctx, { controllerId });
  const input = authorisationSchema.parse({
    choiceId: choice.id,
    parent: "Une mère",
    power: "parent",
    country: "FR",
    born: "2013-05-10",
    risk: "low",
    means: "declaration-email",
    authorisedOn: "2026-01-05",
    proof: "COURRIEL-2026-17",
    ...stated,
  });
  valueOf(await recordAuthorisation(ctx, input));
  return choice;
}

/** A parent who is asked through a link; returns the child's choice and the token of the link. */
export async function makeParentalRequest(
  ctx: StaffCtx,
  {
    controllerId,
    number,
    purpose,
    ...stated
  }: { controllerId: string; number?: string; purpose?: string } & Record<string, string>,
) {
  const choice = await makeAgreement(ctx, { controllerId, number, purpose });
  const input = authorisationRequestSchema.parse({
    choiceId: choice.id,
    parent: "Une mère",
    power: "parent",
    country: "FR",
    born: "2015-05-10",
    risk: "low",
    email: "mere@exemple.test",
    language: "fr",
    ...stated,
  });
  valueOf(await askAuthorisation(ctx, input));
  const people = await withOrg(ctx.scope, (tx) =>
    tx.parentalPerson.findMany({
      where: { consent: { choiceId: choice.id } },
      orderBy: { id: "desc" },
      select: { id: true },
    }),
  );
  return { ...choice, token: parentalToken(itemAt(people, 0).id) };
}

/** Answers through the link of a parent, in French, a second from now. */
export async function answerParental(token: string, answer: ParentalAnswer["answer"]) {
  const link = required(await openParentalLink(token), "link");
  return valueOf(
    await answerForChild({ ...link, now: new Date(Date.now() + 1000) }, { answer, language: "fr" }),
  );
}
