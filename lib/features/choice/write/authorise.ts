import type { Power } from "@/lib/domain/minor/authorisation";
import {
  AUTHORISATION_DOUBTS,
  type AuthorisationDoubt,
  refusedAuthorisation,
} from "@/lib/domain/minor/authorisation";
import type { AgreementChoice } from "@/lib/domain/minor/parental-state";
import { refusalOfAddress } from "@/lib/domain/access/own-address";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { todayIn } from "@/lib/domain/time/zones";
import { type Agreement, findAgreementRow } from "@/lib/features/choice/read/agreement";
import { findAuthorisationDoubts } from "@/lib/features/choice/read/authorisation-doubts";
import { addressIn } from "@/lib/features/choice/read/identifier";
import { digestPeople, parentalToken, sealPeople } from "@/lib/features/choice/read/parental-people";
import type { AuthorisationInput, AuthorisationRequest } from "@/lib/features/choice/schema";
import { readOwnPeople } from "@/lib/platform/access/own-people";
import { newId } from "@/lib/platform/database/ids";
import type { StaffCtx } from "@/lib/platform/request/context";
import { personKey } from "@/lib/platform/secrets/person-key";
import { hashToken } from "@/lib/platform/secrets/token";
import type { Unit } from "@/lib/platform/versioned/definition";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { awaitAuthorisation, findUnauthorised } from "./await-authorisation";
import { queueParentLetter } from "./parent-letter";

/** Field beside which each refusal is said. */
const FIELDS = { notNeeded: "born", outside: "country", means: "means" } as const;

/** Statement of both ways: who, by which power, of which child, by which means it was or will be verified. */
type Stated = Omit<AuthorisationInput, "choiceId" | "authorisedOn" | "proof" | AuthorisationDoubt> & {
  /** Null where it is asked through a link. */
  authorisedOn: string | null;
  proof: string;
};

/**
 * Adds an authorisation that was received; neither name nor birthdate is journalled. One that was awaited makes the child's
 * agreement hold from now on; what the child agreed to besides awaits one of its own. Where an address is given, the holder is sent the link by which it is withdrawn, art. 7(3).
 */
export async function recordAuthorisation(
  ctx: StaffCtx,
  { choiceId, isSecond, isEarlier, isBornOther, ...input }: AuthorisationInput,
): Promise<Outcome<{ person: string }>> {
  if (!isAuthorised(ctx, "choice.record")) return refuse({ kind: "forbidden" });
  const { authorisedOn: day, born } = input;
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  const ahead = day > today ? "authorisedOn" : born > today ? "born" : null;
  if (ahead) return invalid(ahead, "dateAhead");
  const refused = refusedOn(day, input);
  if (refused) return refused;
  return write(ctx, async (tx, journal) => {
    const agreement = await findAgreementRow(tx, choiceId);
    if (!agreement) return refuse({ kind: "not-found" });
    const isNobody = await refusedAddress({ tx, ctx }, agreement, input.email);
    if (isNobody) return isNobody;
    const unit = { tx, ctx, journal };
    const found = await confirmedDoubts(unit, agreement, input, { isSecond, isEarlier, isBornOther });
    if (!found.ok) return found;
    const added = await addConsent(unit, agreement, input, found.value);
    await awaitAuthorisation(unit, await findUnauthorised(tx, [agreement.person]));
    if (agreement.last.outcome === "awaiting")
      await addChoiceOf(unit, agreement, { outcome: "allowed", ...added, proof: input.proof });
    if (input.email !== "")
      await queueParentLetter(unit, agreement, { ...added, ...input, template: "parental-consent-recorded" });
    return done({ person: agreement.person });
  });
}

/**
 * Asks a holder of parental responsibility through a personal link, sent by e-mail: a declaration with its confirmation,
 * which serves a low risk alone, art. 8(2). The child's agreement holds no more until it is authorised.
 */
export async function askAuthorisation(
  ctx: StaffCtx,
  { choiceId, isSecond, isBornOther, ...input }: AuthorisationRequest,
): Promise<Outcome<{ person: string }>> {
  if (!isAuthorised(ctx, "choice.record")) return refuse({ kind: "forbidden" });
  const today = todayIn("Europe/Paris", ctx.now.getTime());
  if (input.born > today) return invalid("born", "dateAhead");
  if (input.risk === "high") return invalid("risk", "choice.authorisation.askRisk");
  const stated = { ...input, means: "declaration-email" as const, authorisedOn: null, proof: "" };
  const refused = refusedOn(today, stated);
  if (refused) return refused;
  return write(ctx, async (tx, journal) => {
    const agreement = await findAgreementRow(tx, choiceId);
    if (!agreement) return refuse({ kind: "not-found" });
    const { outcome, validUntil } = agreement.last;
    const isOver =
      outcome === "refused" || outcome === "withdrawn" || (validUntil !== null && today > validUntil);
    if (isOver) return invalid("", "choice.authorisation.over");
    const isNobody = await refusedAddress({ tx, ctx }, agreement, input.email);
    if (isNobody) return isNobody;
    const unit = { tx, ctx, journal };
    const confirmed = { isSecond, isEarlier: false, isBornOther };
    const found = await confirmedDoubts(unit, agreement, stated, confirmed);
    if (!found.ok) return found;
    const added = await addConsent(unit, agreement, stated, found.value);
    // Leaves this one out: it awaits its own request.
    const others = await findUnauthorised(tx, [agreement.person]);
    await awaitAuthorisation(
      unit,
      others.filter((one) => !isAboutSame(one, agreement)),
    );
    await addChoiceOf(unit, agreement, { outcome: "awaiting", ...added, proof: "" });
    await queueParentLetter(unit, agreement, { ...added, ...input, template: "parental-consent-asked" });
    return done({ person: agreement.person });
  });
}

/**
 * Refuses as a holder's address the child's own, under which it agreed, and any of the processor's: neither shows that a holder of
 * parental responsibility answers, art. 8(2). Null where it may be one, or none is given.
 */
async function refusedAddress(
  { tx, ctx }: Pick<Unit, "tx"> & { ctx: StaffCtx },
  { person }: Agreement,
  email: string,
): Promise<Outcome<never> | null> {
  const address = addressIn(email);
  if (!address) return null;
  if (personKey(ctx.scope.org, address.value).toString("hex") === person)
    return invalid("email", "choice.authorisation.childsOwn");
  const isOurs = refusalOfAddress(email, await readOwnPeople(tx, ctx.scope.org)) !== null;
  return isOurs ? invalid("email", "choice.authorisation.ours") : null;
}

/** Asks to confirm every doubt that is found and not ticked; returns those that were confirmed, for the journal. */
async function confirmedDoubts(
  { tx, ctx }: Unit,
  agreement: Agreement,
  stated: Pick<Stated, "born" | "authorisedOn">,
  confirmed: Record<AuthorisationDoubt, boolean>,
): Promise<Outcome<Partial<Record<AuthorisationDoubt, true>>>> {
  const found = await findAuthorisationDoubts(tx, agreement, stated, ctx.now.getTime());
  // Names again those that were ticked: the form shows the box of each.
  if (found.some(({ path }) => !confirmed[path])) return refuse({ kind: "invalid", issues: found });
  const paths = AUTHORISATION_DOUBTS.filter((doubt) => found.some(({ path }) => path === doubt));
  return done(Object.fromEntries(paths.map((path) => [path, true])));
}

function refusedOn(
  day: string,
  { country, born, risk, means }: Pick<Stated, "country" | "born" | "risk" | "means">,
) {
  const refused = refusedAuthorisation({ country: country || null, born }, { day, risk, means });
  return refused && invalid(FIELDS[refused], `choice.authorisation.${refused}`);
}

type About = Pick<Agreement, "controllerId" | "act" | "purpose" | "country">;

function isAboutSame(one: About, other: About): boolean {
  return (["controllerId", "act", "purpose", "country"] as const).every((name) => one[name] === other[name]);
}

type Added = { consentId: string; personId: string; power: Power };

async function addConsent(
  { tx, ctx, journal }: Unit,
  { id: choiceId, person, controllerName }: Agreement,
  { parent, born, email, language, ...stated }: Stated,
  confirmed: Partial<Record<AuthorisationDoubt, true>>,
): Promise<Added> {
  const [consentId, personId] = [newId(ctx.now), newId(ctx.now)];
  const people = { parent, born, email };
  await tx.parentalConsent.create({
    data: {
      ...recordedBy(ctx),
      ...stated,
      id: consentId,
      choiceId,
      peopleDigest: digestPeople(ctx.scope.org, people),
    },
  });
  await tx.parentalPerson.create({
    data: {
      id: personId,
      orgId: ctx.scope.org,
      consentId,
      personKey: Buffer.from(person, "hex"),
      language,
      peopleSealed: sealPeople(people),
      tokenHash: hashToken(parentalToken(personId)),
      addedAt: ctx.now,
    },
  });
  const { power, risk, means, country, authorisedOn, proof } = stated;
  journal.note({
    event: authorisedOn === null ? "choice.authorisation-asked" : "choice.authorised",
    subject: { noun: "choice", id: choiceId, label: controllerName },
    after:
      authorisedOn === null
        ? { choice: choiceId, power, risk, means, country, ...confirmed }
        : { choice: choiceId, power, risk, means, country, authorisedOn, proof, ...confirmed },
  });
  return { consentId, personId, power };
}

/** Adds a choice about the agreement, as the authorisation makes it: awaited, or holding as long as the child agreed. */
async function addChoiceOf(
  { tx, ctx, journal }: Unit,
  { controllerId, controllerName, person, act, purpose, country, validUntil }: Agreement,
  { outcome, consentId, proof }: { outcome: AgreementChoice["outcome"]; consentId: string; proof: string },
): Promise<void> {
  const id = newId(ctx.now);
  const chosen = { controllerId, act, purpose, country, outcome, validUntil, source: "parent", proof };
  await tx.choice.create({
    data: {
      ...recordedBy(ctx),
      ...chosen,
      id,
      personKey: Buffer.from(person, "hex"),
      decidedAt: ctx.now,
      parentalConsentId: consentId,
    },
  });
  journal.note({
    event: "choice.recorded",
    subject: { noun: "choice", id, label: controllerName },
    after: { ...chosen, decidedAt: ctx.now.toISOString(), person },
  });
}
