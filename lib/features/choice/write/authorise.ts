import { refusedAuthorisation } from "@/lib/domain/minor/authorisation";
import { can } from "@/lib/domain/nouns/policy";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { todayIn } from "@/lib/domain/time/zones";
import { newId } from "@/lib/platform/database/ids";
import type { StaffCtx } from "@/lib/platform/request/context";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { write } from "@/lib/platform/write/write";
import { sealPeople } from "@/lib/features/choice/read/authorisations";
import type { AuthorisationInput } from "@/lib/features/choice/schema";

/** Field beside which each refusal is said. */
const FIELDS = { notNeeded: "born", outside: "country", means: "means" } as const;

/** Adds who authorised what a child agreed to; neither the name nor the birthdate is journalled. */
export async function recordAuthorisation(
  ctx: StaffCtx,
  { parent, born, ...input }: AuthorisationInput,
): Promise<Outcome<{ person: string }>> {
  if (!can(ctx.actor, "choice.record")) return refuse({ kind: "forbidden" });
  const { choiceId, country, risk, means, authorisedOn: day } = input;
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  const ahead = day > today ? "authorisedOn" : born > today ? "born" : null;
  if (ahead) return invalid(ahead, "dateAhead");
  const refused = refusedAuthorisation({ country: country || null, born }, { day, risk, means });
  if (refused) return invalid(FIELDS[refused], `choice.authorisation.${refused}`);
  return write(ctx, async (tx, journal) => {
    const choice = await tx.choice.findFirst({
      where: { id: choiceId, outcome: "allowed" },
      select: { personKey: true, controller: { select: { legalName: true } } },
    });
    if (!choice) return refuse({ kind: "not-found" });
    const id = newId(ctx.now);
    await tx.parentalAuthorisation.create({
      data: { ...recordedBy(ctx), ...input, id, peopleSealed: sealPeople({ parent, born }) },
    });
    const { power, proof } = input;
    journal.note({
      event: "choice.authorised",
      subject: { noun: "choice", id: choiceId, label: choice.controller.legalName },
      after: { choice: choiceId, power, risk, means, country, authorisedOn: day, proof },
    });
    return done({ person: Buffer.from(choice.personKey).toString("hex") });
  });
}
