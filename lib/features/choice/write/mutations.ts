import { isOfNumbers } from "@/lib/domain/choice/choices";
import { holdsNumber } from "@/lib/domain/choice/consent-line";
import { can } from "@/lib/domain/nouns/policy";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { instantAt } from "@/lib/domain/time/zones";
import type { StaffCtx } from "@/lib/platform/request/context";
import { personKey } from "@/lib/platform/secrets/person-key";
import { write } from "@/lib/platform/write/write";
import { findControllerCountry } from "@/lib/features/choice/read/controller-country";
import { identifierIn, type Identifier } from "@/lib/features/choice/read/identifier";
import { phoneNumberReader, territoriesOfNumber } from "@/lib/features/choice/read/phone-number";
import { addChoice } from "./add-choice";
import type { ChoiceInput, ChoiceLookup } from "@/lib/features/choice/schema";

/** Pseudonym under which a person's choices are found. */
type Person = { person: string };

/** Adds what a person chose; nothing that was chosen before is changed. */
export async function recordChoice(ctx: StaffCtx, input: ChoiceInput): Promise<Outcome<Person>> {
  if (!can(ctx.actor, "choice.record")) return refuse({ kind: "forbidden" });
  const country = await findControllerCountry(ctx, input.controllerId);
  if (country === undefined) return refuse({ kind: "not-found" });
  const identifier = identifierIn(input.contact, phoneNumberReader(country));
  if (identifier === null) return invalid("contact", "choice.contact");
  if (identifier.kind === "mail" && isOfNumbers(input.act)) return invalid("contact", "choice.number");
  const decidedAt = new Date(instantAt("Africa/Casablanca", input.on, input.time));
  if (decidedAt > ctx.now) return invalid("on", "dateAhead");
  if (input.outcome === "allowed" && input.proof === "") return invalid("proof", "choice.proof");
  const clear = (["proof", "purpose"] as const).find((field) => holds(input[field], identifier));
  if (clear) return invalid(clear, "choice.clearNumber");
  if (input.country !== "" && input.act !== "transfer") return invalid("country", "choice.country");
  const { controllerId, act, purpose, outcome, source, proof } = input;
  const chosen = {
    controllerId,
    act,
    purpose,
    country: input.country,
    outcome,
    source,
    proof,
    validUntil: input.validUntil || null,
  };
  return write(ctx, async (tx, journal) => {
    const person = await addChoice({ tx, ctx, journal }, { ...chosen, contact: identifier.value, decidedAt });
    return person === null ? refuse({ kind: "not-found" }) : done({ person });
  });
}

function holds(text: string, { kind, value }: Identifier): boolean {
  return kind === "telephone" ? holdsNumber(text, value) : text.toLowerCase().includes(value);
}

/** A person as a page asks for them: by key, and by the territory that a number is of, "none" outside France. */
type Found = Person & { territory: string; country: string };

/** Makes the key of a number or address, so that no address of a page holds it. */
export function findPerson(ctx: StaffCtx, { contact, country }: ChoiceLookup): Promise<Outcome<Found>> {
  if (!can(ctx.actor, "choice.read")) return Promise.resolve(refuse({ kind: "forbidden" }));
  const identifier = identifierIn(contact, phoneNumberReader(country));
  if (identifier === null) return Promise.resolve(invalid("contact", "choice.contact"));
  const { kind, value } = identifier;
  const [territory = "none"] = kind === "telephone" ? territoriesOfNumber(value) : [];
  return Promise.resolve(
    done({ person: personKey(ctx.scope.org, value).toString("hex"), territory, country }),
  );
}
