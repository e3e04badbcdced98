import { itemAt } from "@/lib/domain/invariant/required";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { Identifier } from "@/lib/features/choice/read/identifier";
import {
  identifiersNamed,
  keysOfRequest,
  type NamedIdentifiers,
} from "@/lib/features/rights-request/read/identifiers";
import { answeredTimes } from "@/lib/domain/rights-request/times-asked";
import { asksStopBeside } from "@/lib/domain/rights-request/stop-words";
import type { StatedTimes, StopTimes } from "@/lib/domain/choice/stop-times";
import { timesOf } from "@/lib/features/choice/write/times-of";
import { stopOf } from "@/lib/domain/rights-request/rights";
import { objectedActs } from "@/lib/features/rights-request/write/objection";
import { findLodgedBefore } from "@/lib/features/portal-rights-request/read/lodged-before";
import { findOwnController } from "@/lib/features/portal-rights-request/read/queries";
import type { Lodging } from "@/lib/features/portal-rights-request/schema";
import { sealPerson, sealWords } from "@/lib/features/rights-request/read/person";
import { makePublicReference } from "@/lib/features/rights-request/read/public-reference";
import { appendFacts, type StatedFact } from "@/lib/features/rights-request/write/rows";
import { isProcessorsOwn } from "@/lib/platform/access/own-people";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import { findStewards } from "@/lib/platform/mail/stewards";
import type { ContactCtx } from "@/lib/platform/request/context";
import { personKey } from "@/lib/platform/secrets/person-key";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { notifyStewards } from "./letters";

/**
 * Lodges a request that the controller received: its month runs from its own receipt, art. 12(3), and nothing is left to
 * relay. An objection or a withdrawal in it stops calls at once.
 */
export async function lodgeRequest(ctx: ContactCtx, input: Lodging): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "rights-request.lodge")) return refuse({ kind: "forbidden" });
  if (await isProcessorsOwn(ctx)) return invalid("", "processorsOwn");
  if (input.at > ctx.now.getTime()) return invalid("receivedOn", "dateAhead");
  const times = answeredTimes(input);
  if (!times.ok) return times;
  const stewards = await findStewards(ctx.scope.org);
  const { controllerId } = ctx.actor;
  return write(ctx, async (tx, journal) => {
    const { legalName, country } = await findOwnController(tx, controllerId);
    const { words, rights } = input;
    const places = { countries: [country ?? [], await findPlacesCalled(tx)].flat() };
    const named = identifiersNamed(
      { fields: [input.contact], words: stopOf(rights) === null && !asksStopBeside(input) ? "" : words },
      places,
    );
    const [unread] = named.unread;
    if (unread !== undefined && !input.isContactMeant)
      return invalid("contact", "rights-request.contactUnread", { written: unread });
    const before = await findLodgedBefore(tx, { rights, certain: named.certain, now: ctx.now });
    const [earlier] = before;
    if (earlier && !input.isAnother)
      return invalid("contact", "rights-request.lodgedBefore", { reference: earlier.reference });
    const id = newId(ctx.now);
    const objections = objectionsIn(ctx, input, {
      identifiers: [...named.certain, ...named.doubtful],
      times: times.value,
      countries: places.countries,
    });
    const reference = await insertLodged(tx, ctx, { id, named, ...input }, objections);
    journal.note({
      event: "rights-request.received",
      subject: { noun: "rights-request", id, label: reference },
      after: { reference, channel: "portal", rights: input.rights, receivedAt: ctx.now.toISOString() },
    });
    for (const objection of objections)
      journal.note({
        event: "choice.recorded",
        subject: { noun: "choice", id: objection.id, label: legalName },
        after: {
          controllerId,
          act: objection.act,
          purpose: "",
          outcome: objection.outcome,
          source: "portal",
          proof: reference,
          decidedAt: objection.decided,
          ...(objection.times && { times: objection.times }),
          person: objection.person,
        },
      });
    const apartFrom = before.length > 0 ? { apartFrom: before.map((one) => one.id) } : {};
    const extent = times.value ? ({ stops: "everything", stopTimes: times.value } as const) : {};
    const facts: StatedFact[] = [
      { kind: "lodged", value: { controllerId, ...extent, ...apartFrom }, at: ctx.now.getTime() },
      { kind: "controller-received", value: {}, at: input.at },
    ];
    const row = { id, reference, version: 0, controllerId, state: "relayed" };
    const life = { state: "received", controllerId, tasks: [], answered: null } as const;
    await appendFacts({ tx, ctx, journal }, row, facts, life);
    await notifyStewards(tx, ctx, stewards, { id, reference, controller: legalName, act: "lodged" });
    return done({ id });
  });
}

/** `decided` is the instant of the controller's own receipt, from which it stands, 21(3). */
type Objection = {
  id: string;
  person: string;
  act: string;
  outcome: string;
  decided: string;
  times?: StopTimes;
};
type Objected = {
  identifiers: readonly Identifier[];
  times: StatedTimes | null;
  countries: readonly string[];
};

function objectionsIn(
  { scope, now }: ContactCtx,
  { rights, at }: Lodging,
  { identifiers, times, countries }: Objected,
): Objection[] {
  const outcome = stopOf(rights);
  if (outcome === null) return [];
  return objectedActs(identifiers).map(({ contact, act }) => ({
    id: newId(now),
    person: personKey(scope.org, contact).toString("hex"),
    act,
    outcome,
    decided: new Date(at).toISOString(),
    ...(times && { times: timesOf(times, contact, countries) }),
  }));
}

/** Countries that the controller's campaigns call which have not ended. */
async function findPlacesCalled(tx: Tx): Promise<string[]> {
  const campaigns = await tx.campaign.findMany({
    where: { state: { not: "ended" } },
    select: { places: true },
  });
  return campaigns.flatMap(({ places }) => places);
}

async function insertLodged(
  tx: Tx,
  { scope, now }: ContactCtx,
  { id, rights, name, contact, words, named }: Lodging & { id: string; named: NamedIdentifiers },
  objections: readonly Objection[],
): Promise<string> {
  const { personKey: key, otherKey, heldKeys } = keysOfRequest(scope.org, named);
  const asksStop = asksStopBeside({ rights, words });
  const sealed = sealPerson({ name, contact, identifiers: named.certain, doubtful: named.doubtful });
  const rows = await tx.$queryRaw<{ reference: string }[]>`
    SELECT portal_request_lodge(${id}::uuid, ${makePublicReference()}, ${rights}, ${sealed},
      ${sealWords(words)}, ${key}, ${asksStop ? [...(otherKey ? [otherKey] : []), ...heldKeys] : []}::bytea[], ${asksStop}, ${JSON.stringify(objections)}::jsonb, ${now}) AS reference`;
  return itemAt(rows, 0).reference;
}
