import { isFarAhead } from "@/lib/domain/choice/appointment";
import { APPOINTMENT, isOfNumbers } from "@/lib/domain/choice/choices";
import { holdsNumber } from "@/lib/domain/choice/consent-line";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { lastConsentDay } from "@/lib/domain/statute/telephone-consent";
import { zonesOfPlace } from "@/lib/domain/telephone-prospecting/place-zones";
import { instantAt, type Zone } from "@/lib/domain/time/zones";
import { withOrg } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";
import { everyKeyOf } from "@/lib/platform/secrets/person-key";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { isSkippedHour } from "@/lib/forms/typed-instant";
import { typedTimes } from "@/lib/forms/stop-times-fields";
import {
  findCountriesOfClients,
  readCountriesOfPersons,
} from "@/lib/features/choice/read/controller-country";
import { addressIn, identifierIn, type Identifier } from "@/lib/features/choice/read/identifier";
import {
  ambiguousNumber,
  countryOfNumber,
  numberReadings,
  phoneNumberReader,
  placesOfAnyClient,
} from "@/lib/features/choice/read/phone-number";
import { findStopBefore, type StopBefore } from "@/lib/features/choice/read/stop-before";
import { addChoice } from "./add-choice";
import { timesOf } from "./times-of";
import type { ChoiceInput, ChoiceLookup } from "@/lib/features/choice/schema";

/** Pseudonym under which a person's choices are found. */
type Person = { person: string };

/** Adds what a person chose; nothing that was chosen before is changed. */
export async function recordChoice(ctx: StaffCtx, input: ChoiceInput): Promise<Outcome<Found>> {
  if (!isAuthorised(ctx, "choice.record")) return refuse({ kind: "forbidden" });
  const countries = await readCountriesOfPersons(ctx, input.controllerId);
  if (countries === null) return refuse({ kind: "not-found" });
  if (ambiguousNumber({ countries })(input.contact)) return invalid("contact", "choice.ambiguousNumber");
  const identifier = identifierIn(input.contact, phoneNumberReader({ countries }));
  if (identifier === null) return invalid("contact", "choice.contact");
  if (identifier.kind === "mail" && isOfNumbers(input.act)) return invalid("contact", "choice.number");
  const decidedAt = new Date(instantAt("Africa/Casablanca", input.on, input.time));
  if (decidedAt > ctx.now) return invalid("on", "dateAhead");
  if (input.outcome === "allowed" && input.proof === "") return invalid("proof", "choice.proof");
  const clear = (["proof", "purpose"] as const).find((field) => holds(input[field], identifier));
  if (clear) return invalid(clear, "choice.clearNumber");
  if (input.country !== "" && input.act !== "transfer") return invalid("country", "choice.country");
  const callZone = callZoneOf(input, identifier.value);
  if (callZone === undefined) return invalid("callZone", "choice.callZone");
  if (callZone && isSkippedHour(callZone, { day: input.callOn, time: input.callTime }))
    return invalid("callTime", "noSuchHour");
  const callAt = callZone && new Date(instantAt(callZone, input.callOn, input.callTime));
  if (callAt !== null && callAt <= decidedAt) return invalid("callOn", "choice.callBefore");
  const isFar = callAt !== null && input.outcome === "allowed" && isFarAhead(input.callOn, input.on);
  if (isFar && !input.isFarAhead) return askAboutDay();
  const times = typedTimes(input);
  if (times && (input.outcome === "allowed" || (input.act !== "telephone" && input.act !== "mail")))
    return invalid("barredDays", "choice.timesOfRefusal");
  const unfit = unfitEnd(input);
  if (unfit) return invalid("validUntil", unfit);
  const { controllerId, act, purpose, outcome, source, proof } = input;
  const chosen = {
    controllerId,
    act,
    purpose,
    country: input.country,
    outcome,
    source,
    proof,
    validUntil: act === APPOINTMENT ? null : input.validUntil || null,
    ...(callAt && { callAt, callZone }),
    ...(times && { times: timesOf(times, identifier.value, countries) }),
  };
  return write(ctx, async (tx, journal) => {
    const keys = everyKeyOf(ctx.scope.org)(identifier.value);
    const [at, call] = [decidedAt.getTime(), callAt?.getTime() ?? null];
    const agreed = { controllerId, act, purpose, country: input.country, decidedAt: at, callAt: call };
    const stop = outcome === "allowed" ? await findStopBefore(tx, keys, agreed) : null;
    if (stop && !input.isAfterStop) return askAboutStop(stop);
    const afterStop = stop && (stop.kind === "pending" ? stop.reference : stop.kind);
    const added = { ...chosen, contact: identifier.value, decidedAt };
    const unit = { tx, ctx, journal };
    const person = await addChoice(unit, added, { afterStop, isFarAhead: isFar });
    return person === null ? refuse({ kind: "not-found" }) : done(found(ctx, identifier));
  });
}

/** Says of the last day of an agreement that it precedes it, or that a consent to be called would outlast a year, R223-1. */
function unfitEnd({ act, outcome, on, validUntil }: ChoiceInput): string | null {
  if (validUntil === "" || act === APPOINTMENT || outcome !== "allowed") return null;
  if (validUntil < on) return "choice.untilBefore";
  return act === "telephone" && validUntil > lastConsentDay(on) ? "choice.untilTooLong" : null;
}

/** Names the day, and the box by which somebody says that it is the one. */
function askAboutDay(): Outcome<never> {
  const issues = ["callOn", "isFarAhead"].map((path) => ({ path, key: "choice.callFarAhead" }));
  return refuse({ kind: "invalid", issues });
}

function askAboutStop(stop: StopBefore): Outcome<never> {
  if (stop.kind === "choice") return invalid("isAfterStop", "choice.afterChoice");
  return invalid("isAfterStop", "choice.afterPending", { reference: stop.reference });
}

/**
 * Zone by whose clock an appointment is agreed: the one that was chosen, or that of the number's place. Undefined where the place has
 * several, or none that is known; null of every other act.
 */
function callZoneOf({ act, callZone }: ChoiceInput, number: string): Zone | null | undefined {
  if (act !== APPOINTMENT) return null;
  if (callZone !== "") return callZone;
  const zones = zonesOfPlace(countryOfNumber(number) ?? "");
  return zones.length === 1 ? zones[0] : undefined;
}

function holds(text: string, { kind, value }: Identifier): boolean {
  return kind === "telephone" ? holdsNumber(text, value) : text.toLowerCase().includes(value);
}

/** A person as a page asks for them: by key, by the others under which they may stand, and by the territory or country that a number is of; "none" is of neither. */
type Found = Person & { also: string[]; territory: string };

/** Everybody whose the number or address may be, one at least, and the country that was named; empty where none was. */
type Looked = { people: Found[]; country: string };

/**
 * Makes the keys of a number or address, so that no address of a page holds it. A number without a code is read by the country
 * that somebody named, or by those of every client and the usual ones: each that has it is another person.
 */
export async function findPerson(
  ctx: StaffCtx,
  { contact, country }: ChoiceLookup,
): Promise<Outcome<Looked>> {
  if (!isAuthorised(ctx, "choice.read")) return refuse({ kind: "forbidden" });
  const people = await peopleOf(ctx, contact, country || null);
  return people.length === 0 ? invalid("contact", "choice.lookup") : done({ people, country });
}

async function peopleOf(ctx: StaffCtx, contact: string, national: string | null): Promise<Found[]> {
  const address = addressIn(contact);
  if (address) return [found(ctx, address)];
  const countries = await withOrg(ctx.scope, findCountriesOfClients);
  const numbers = numberReadings(placesOfAnyClient(countries, national))(contact);
  return numbers.map((value) => found(ctx, { kind: "telephone", value }));
}

function found({ scope }: StaffCtx, { kind, value }: Identifier): Found {
  const territory = (kind === "telephone" && countryOfNumber(value)) || "none";
  const [person, ...also] = everyKeyOf(scope.org)(value);
  return { person, also, territory };
}
