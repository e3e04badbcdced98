import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { FactKind, FactValue } from "@/lib/domain/rights-request/facts";
import { stopLimits, type StatedExtent } from "@/lib/domain/rights-request/extent";
import { stopOf } from "@/lib/domain/rights-request/rights";
import { answeredTimes } from "@/lib/domain/rights-request/times-asked";
import { asksStopBeside } from "@/lib/domain/rights-request/stop-words";
import { newId } from "@/lib/platform/database/ids";
import { type Tx, withOrg } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";
import { allocateReference } from "@/lib/platform/versioned/numbering";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import {
  findCountriesOfClients,
  readCountriesOfPersons,
} from "@/lib/features/choice/read/controller-country";
import { placesOfAnyClient } from "@/lib/features/choice/read/phone-number";
import {
  identifiersNamed,
  keysOfRequest,
  type NamedIdentifiers,
} from "@/lib/features/rights-request/read/identifiers";
import { makePublicReference } from "@/lib/features/rights-request/read/public-reference";
import { sealPerson, sealWords } from "@/lib/features/rights-request/read/person";
import { findRequest, isController, type RequestRow } from "@/lib/features/rights-request/read/queries";
import type { RequestEvent, RequestReceive } from "@/lib/features/rights-request/schema";
import { confirmExecution } from "./confirm";
import { stopContact } from "./objection";
import { openRequest } from "./open";
import { appendFacts, type StatedFact } from "./rows";
import { isOfController, valuesOf } from "./values";

type Made = { id: string };

/** Receives a request: for a controller that is named, or for one that is found later. */
export async function receiveRequest(ctx: StaffCtx, input: RequestReceive): Promise<Outcome<Made>> {
  if (!isAuthorised(ctx, "rights-request.write")) return refuse({ kind: "forbidden" });
  if (input.at > ctx.now.getTime()) return invalid("on", "dateAhead");
  const times = input.controllerId === null ? done(null) : answeredTimes(input);
  if (!times.ok) return times;
  const extent: StatedExtent = times.value ? { stops: "everything", stopTimes: times.value } : {};
  const named = await readIdentifiers(ctx, input);
  // A person who records it for a client can be asked; while nobody knows whose it is, it holds in every country.
  if (input.controllerId !== null && named.doubtful.some(({ doubt }) => doubt === "country"))
    return invalid("contact", "rights-request.ambiguousNumber");
  const [unread] = named.unread;
  if (unread !== undefined && !input.isContactMeant)
    return invalid("contact", "rights-request.contactUnread", { written: unread });
  return write(ctx, async (tx, journal) => {
    if (input.controllerId !== null && !(await isController(tx, input.controllerId)))
      return invalid("controllerId", "required");
    const row = await insertRequest(tx, ctx, input, named);
    journal.note({
      event: "rights-request.received",
      subject: { noun: "rights-request", id: row.id, label: row.reference },
      after: {
        reference: row.reference,
        channel: row.channel,
        rights: row.rights,
        receivedAt: row.receivedAt.toISOString(),
      },
    });
    const unit = { tx, ctx, journal };
    await appendFacts(unit, row, firstFacts(input, extent), {
      state: "received",
      controllerId: null,
      tasks: [],
      answered: null,
    });
    if (input.controllerId !== null)
      await stopContact(unit, row, { ...stopLimits(extent), controllerId: input.controllerId });
    return done({ id: row.id });
  });
}

/** Reads what a request names, by the countries of its controller's persons, or of any client's. */
async function readIdentifiers(
  ctx: StaffCtx,
  { controllerId, contact, words, rights }: RequestReceive,
): Promise<NamedIdentifiers> {
  const countries =
    controllerId === null
      ? await withOrg(ctx.scope, findCountriesOfClients)
      : ((await readCountriesOfPersons(ctx, controllerId)) ?? []);
  const places = controllerId === null ? placesOfAnyClient(countries) : { countries };
  const isRead = stopOf(rights) !== null || asksStopBeside({ rights, words });
  return identifiersNamed({ fields: [contact], words: isRead ? words : "" }, places);
}

function firstFacts(
  { at, controllerId, isIdentityDoubted }: RequestReceive,
  extent: StatedExtent,
): StatedFact[] {
  return [
    ...(controllerId === null
      ? []
      : [{ kind: "placed", value: { controllerId, ...narrowed(extent) }, at } as const]),
    ...(isIdentityDoubted ? [{ kind: "identity-doubted", value: {}, at } as const] : []),
  ];
}

/** Extent as the words have it, where whoever recorded them said so. */
function narrowed(extent: StatedExtent): FactValue {
  return extent.stopTimes ? { ...extent, narrowedBy: "words" } : {};
}

async function insertRequest(
  tx: Tx,
  ctx: StaffCtx,
  input: RequestReceive,
  named: NamedIdentifiers,
): Promise<RequestRow> {
  const reference = await allocateReference(tx, ctx, { table: "rights_request", letters: "DP" });
  const { channel, rights, clue, name, contact, words } = input;
  return tx.rightsRequest.create({
    data: {
      id: newId(ctx.now),
      orgId: ctx.scope.org,
      reference,
      channel,
      rights,
      clue,
      publicReference: makePublicReference(),
      receivedAt: new Date(input.at),
      contactSealed: sealPerson({ name, contact, identifiers: named.certain, doubtful: named.doubtful }),
      wordsSealed: sealWords(words),
      ...keysOfRequest(ctx.scope.org, named),
      stopQuestion: asksStopBeside(input) ? "open" : null,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    },
  });
}

/** The instant typed in minutes, and of the minute of the receipt the receipt itself; the controller may have had it before. */
function notBefore(receivedAt: number, event: RequestEvent): number {
  return isOfController(event) ? event.at : Math.max(event.at, receivedAt);
}

/** Events that decide of a request, which the stewards alone record. */
const DECIDED: ReadonlySet<FactKind> = new Set(["not-ours", "reopened", "closed"]);

/** Records one event of a request, as the table of its life allows. */
export async function recordEvent(ctx: StaffCtx, input: RequestEvent): Promise<Outcome<Made>> {
  if (input.kind === "confirmed") return confirmExecution(ctx, input);
  if (!isAuthorised(ctx, DECIDED.has(input.kind) ? "rights-request.decide" : "rights-request.write"))
    return refuse({ kind: "forbidden" });
  if (input.at > ctx.now.getTime()) return invalid("on", "dateAhead");
  return write(ctx, async (tx, journal) => {
    const opened = await openRequest(tx, input);
    if (!opened.ok) return opened;
    const { request, file } = opened.value;
    if (input.kind === "closed" && request.stopQuestion === "open")
      return invalid("", "rights-request.stopQuestionOpen");
    const values = await valuesOf({ tx, ctx }, opened.value, input);
    if (!values.ok) return values;
    const unit = { tx, ctx, journal };
    // A letter leaves now, whatever instant was typed.
    const isLetter = input.means === "letter" || input.answerMeans === "letter";
    const at = isLetter ? ctx.now.getTime() : notBefore(opened.value.receivedAt, input);
    const facts = values.value.map((value) => ({ kind: input.kind, value, at }));
    await appendFacts(unit, request, facts, file);
    if (input.kind === "placed" && input.controllerId) {
      const stops = { ...stopLimits(values.value[0] ?? {}), controllerId: input.controllerId };
      await stopContact(unit, request, { ...stops, dropped: input.dropped });
      // Receipts that were joined before it was placed may name more.
      for (const { kind, value } of opened.value.facts) {
        const again = kind === "received-again" && value.sameAs ? await findRequest(tx, value.sameAs) : null;
        if (again) await stopContact(unit, again, stops);
      }
    }
    return done({ id: request.id });
  });
}
