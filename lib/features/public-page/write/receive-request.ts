import type { OrgScope } from "@/lib/domain/access/scope";
import { itemAt } from "@/lib/domain/invariant/required";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { asksStopBeside } from "@/lib/domain/rights-request/stop-words";
import { timesNamed, timesTakeMore } from "@/lib/domain/rights-request/times-asked";
import { stopOf } from "@/lib/domain/rights-request/rights";
import { controllerClock } from "@/lib/domain/rights-request/clocks";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import { todayIn } from "@/lib/domain/time/zones";
import type { PublicRequest } from "@/lib/features/public-page/schema";
import type { Identifier } from "@/lib/features/choice/read/identifier";
import { placesOfAnyClient } from "@/lib/features/choice/read/phone-number";
import {
  identifiersNamed,
  keysOfRequest,
  type NamedIdentifiers,
} from "@/lib/features/rights-request/read/identifiers";
import { sealPerson, sealWords } from "@/lib/features/rights-request/read/person";
import { makePublicReference } from "@/lib/features/rights-request/read/public-reference";
import { newId } from "@/lib/platform/database/ids";
import { type Tx, withOrg } from "@/lib/platform/database/transaction";
import type { Device } from "@/lib/platform/request/context";
import { admitReceipt, admitRequest } from "@/lib/platform/request/stranger-limit";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { queueReceipt, type PublicReceipt } from "./request-receipt";

type Stranger = { scope: OrgScope; device: Device; now: Date };

/**
 * Receives a request by the public form: its controller is unknown, and its month runs from now. One that comes in a burst
 * is received and held as doubtful, and has no receipt by letter: the address may be anybody's.
 */
export async function receivePublicRequest(
  { scope, device, now }: Stranger,
  input: PublicRequest,
): Promise<Outcome<PublicReceipt>> {
  const actor = { kind: "data-subject", linkId: null, orgId: scope.org } as const;
  const ctx = { actor, scope, now };
  if (!isAuthorised(ctx, "rights-request.submit")) return refuse({ kind: "forbidden" });
  const asksStop = asksStopBeside(input);
  const countries = await withOrg(scope, findNumberCountries);
  const places = placesOfAnyClient(countries, input.numberCountry || null);
  const contact = identifiersNamed({ fields: [input.contact] }, places);
  const contacts = allNamed(contact);
  if (!contacts.some(({ kind }) => kind === input.answerBy))
    return invalid("contact", input.answerBy === "mail" ? "email" : "telephone");
  const calledNumber = identifiersNamed({ fields: [input.calledNumber] }, places);
  const called = allNamed(calledNumber);
  if (input.calledNumber !== "" && !called.some(({ kind }) => kind === "telephone"))
    return invalid("calledNumber", "telephone");
  for (const [field, [unread]] of [
    ["contact", contact.unread],
    ["calledNumber", calledNumber.unread],
  ] as const)
    if (unread !== undefined) return invalid(field, "published.contactUnread", { written: unread });
  // The number that is called is the first of its kind.
  const fields = [input.calledNumber, input.contact];
  const words = stopOf(input.rights) === null && !asksStop ? "" : input.words;
  const named = identifiersNamed({ fields, words }, places);
  const address = contacts.find(({ kind }) => kind === "mail")?.value ?? null;
  const admission = await admitRequest(scope.org, device, now);
  const isHeld = admission === "held";
  const isLettered =
    !isHeld && input.answerBy === "mail" && address !== null && (await admitReceipt(address, now));
  return write(ctx, async (tx, journal) => {
    const organisation = await findTaker(tx);
    if (organisation === null) return refuse({ kind: "not-found" });
    const told = makePublicReference();
    const { id, reference } = await insertRequest(tx, now, input, {
      told,
      isHeld,
      asksStop,
      org: scope.org,
      named,
    });
    const receipt = {
      reference: told,
      receivedAt: now.getTime(),
      dueOn: dueOn(now.getTime()),
      asksStop,
      times: timesNamed({ rights: input.rights, words: input.words, at: now.getTime() }),
      timesTakeMore: timesTakeMore({ rights: input.rights, words: input.words, at: now.getTime() }),
      numbers: named.certain.flatMap(({ kind, value }) => (kind === "telephone" ? value : [])),
      isCountryAsked: named.doubtful.some(({ doubt }) => doubt === "country"),
    };
    journal.note({
      event: "rights-request.received",
      subject: { noun: "rights-request", id, label: reference },
      after: { reference, channel: "public-form", rights: input.rights, receivedAt: now.toISOString() },
    });
    if (isLettered && address !== null) {
      const { rights, language } = input;
      await queueReceipt(tx, { scope, now }, { ...receipt, organisation, rights, language }, address);
    }
    return done(receipt);
  });
}

/** Countries by which a number without one is read: a stranger's scope has them by a function alone, and is told none. */
async function findNumberCountries(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ country: string }[]>`SELECT country FROM public_number_countries()`;
  return rows.map(({ country }) => country);
}

function allNamed({ certain, doubtful }: NamedIdentifiers): Identifier[] {
  return [...certain, ...doubtful];
}

/** Name of the organisation whose open page shows the form; null where it does not, or no more. */
async function findTaker(tx: Tx): Promise<string | null> {
  const [found] = await tx.$queryRaw<{ name: string; takes: boolean }[]>`
    SELECT legal_name AS name, 'requests' = ANY (parts) AS takes FROM public_identity()`;
  return found?.takes ? found.name : null;
}

type Received = { told: string; isHeld: boolean; asksStop: boolean; org: string; named: NamedIdentifiers };

async function insertRequest(
  tx: Tx,
  now: Date,
  { rights, words, ...person }: PublicRequest,
  { told, isHeld, asksStop, org, named }: Received,
): Promise<{ id: string; reference: string }> {
  const id = newId(now);
  const { personKey: key, otherKey: other, heldKeys } = keysOfRequest(org, named);
  const sealed = sealPerson({ ...person, identifiers: named.certain, doubtful: named.doubtful });
  const rows = await tx.$queryRaw<{ reference: string }[]>`
    SELECT public_request_receive(${id}::uuid, ${told}, ${rights}, ${sealed},
      ${sealWords(words)}, ${key}::bytea, ${other}::bytea, ${heldKeys}::bytea[], ${isHeld}, ${asksStop}, ${now}) AS reference`;
  return { id, reference: itemAt(rows, 0).reference };
}

/** End of the month of a controller that nobody knows yet: its holidays may move it. */
function dueOn(receivedAt: number): string {
  const calendar = calendarOf(
    { country: null, address: "" },
    { from: todayIn("Africa/Casablanca", receivedAt), announced: [] },
  );
  const receipts = { processorAt: receivedAt, controllerAt: null };
  return controllerClock(receipts, { announcedAt: null, doubts: [] }, calendar).due.lastDay;
}
