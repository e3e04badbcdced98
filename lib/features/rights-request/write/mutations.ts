import { can } from "@/lib/domain/nouns/policy";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { FactKind } from "@/lib/domain/rights-request/facts";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";
import { personKey } from "@/lib/platform/secrets/person-key";
import { allocateReference } from "@/lib/platform/versioned/numbering";
import { write } from "@/lib/platform/write/write";
import { identifierIn } from "@/lib/features/choice/read/identifier";
import { makePublicReference } from "@/lib/features/rights-request/read/public-reference";
import { sealPerson, sealWords } from "@/lib/features/rights-request/read/person";
import { isController, type RequestRow } from "@/lib/features/rights-request/read/queries";
import type { RequestEvent, RequestReceive } from "@/lib/features/rights-request/schema";
import { confirmExecution } from "./confirm";
import { refuseMarketing } from "./objection";
import { openRequest } from "./open";
import { appendFacts, type StatedFact } from "./rows";
import { isOfController, valuesOf } from "./values";

type Made = { id: string };

/** Receives a request: for a controller that is named, or for one that is found later. */
export async function receiveRequest(ctx: StaffCtx, input: RequestReceive): Promise<Outcome<Made>> {
  if (!can(ctx.actor, "rights-request.write")) return refuse({ kind: "forbidden" });
  if (input.at > ctx.now.getTime()) return invalid("on", "dateAhead");
  return write(ctx, async (tx, journal) => {
    if (input.controllerId !== null && !(await isController(tx, input.controllerId)))
      return invalid("controllerId", "required");
    const row = await insertRequest(tx, ctx, input);
    journal.note({
      event: "rights-request.received",
      subject: { noun: "rights-request", id: row.id, label: row.reference },
      after: {
        ...{ reference: row.reference, channel: row.channel, rights: row.rights },
        receivedAt: row.receivedAt.toISOString(),
      },
    });
    const unit = { tx, ctx, journal };
    await appendFacts(unit, row, firstFacts(input), {
      state: "received",
      controllerId: null,
      tasks: [],
      answered: null,
    });
    if (input.controllerId !== null) await refuseMarketing(unit, row, input.controllerId);
    return done({ id: row.id });
  });
}

function firstFacts({ at, controllerId, isIdentityDoubted }: RequestReceive): StatedFact[] {
  return [
    ...(controllerId === null ? [] : [{ kind: "placed", value: { controllerId }, at } as const]),
    ...(isIdentityDoubted ? [{ kind: "identity-doubted", value: {}, at } as const] : []),
  ];
}

async function insertRequest(tx: Tx, ctx: StaffCtx, input: RequestReceive): Promise<RequestRow> {
  const reference = await allocateReference(tx, ctx, { table: "rights_request", letters: "DP" });
  const { channel, rights, clue, name, contact, words } = input;
  const identifier = identifierIn(contact);
  return tx.rightsRequest.create({
    data: {
      ...{ id: newId(ctx.now), orgId: ctx.scope.org, reference, channel, rights, clue },
      publicReference: makePublicReference(),
      receivedAt: new Date(input.at),
      contactSealed: sealPerson({ name, contact }),
      wordsSealed: sealWords(words),
      personKey: identifier && personKey(ctx.scope.org, identifier.value),
      ...{ createdAt: ctx.now, updatedAt: ctx.now },
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
  if (!can(ctx.actor, DECIDED.has(input.kind) ? "rights-request.decide" : "rights-request.write"))
    return refuse({ kind: "forbidden" });
  if (input.at > ctx.now.getTime()) return invalid("on", "dateAhead");
  return write(ctx, async (tx, journal) => {
    const opened = await openRequest(tx, input);
    if (!opened.ok) return opened;
    const { request, file } = opened.value;
    const values = await valuesOf({ tx, ctx }, opened.value, input);
    if (!values.ok) return values;
    const unit = { tx, ctx, journal };
    // A letter leaves now, whatever instant was typed.
    const isLetter = input.means === "letter" || input.answerMeans === "letter";
    const at = isLetter ? ctx.now.getTime() : notBefore(opened.value.receivedAt, input);
    const facts = values.value.map((value) => ({ kind: input.kind, value, at }));
    await appendFacts(unit, request, facts, file);
    if (input.kind === "placed" && input.controllerId)
      await refuseMarketing(unit, request, input.controllerId);
    return done({ id: request.id });
  });
}
