import { itemAt } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { identifierIn } from "@/lib/features/choice/read/identifier";
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
import { write } from "@/lib/platform/write/write";
import { notifyStewards } from "./letters";

/**
 * Lodges a request that the controller received: its month runs from its own receipt, art. 12(3), and nothing is left to
 * relay. An objection to marketing in it is a refusal at once, 21(3).
 */
export async function lodgeRequest(ctx: ContactCtx, input: Lodging): Promise<Outcome<{ id: string }>> {
  if (!can(ctx.actor, "rights-request.lodge") || (await isProcessorsOwn(ctx)))
    return refuse({ kind: "forbidden" });
  if (input.at > ctx.now.getTime()) return invalid("receivedOn", "dateAhead");
  const stewards = await findStewards(ctx.scope.org);
  const { controllerId } = ctx.actor;
  return write(ctx, async (tx, journal) => {
    const { legalName } = await findOwnController(tx, controllerId);
    const id = newId(ctx.now);
    const objections = objectionsIn(ctx, input);
    const reference = await insertLodged(tx, ctx, { id, ...input }, objections);
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
          outcome: "refused",
          source: "portal",
          proof: reference,
          decidedAt: ctx.now.toISOString(),
          person: objection.person,
        },
      });
    const facts: StatedFact[] = [
      { kind: "lodged", value: { controllerId }, at: ctx.now.getTime() },
      { kind: "controller-received", value: {}, at: input.at },
    ];
    const row = { id, reference, version: 0, controllerId, state: "relayed" };
    const life = { state: "received", controllerId, tasks: [], answered: null } as const;
    await appendFacts({ tx, ctx, journal }, row, facts, life);
    await notifyStewards(tx, ctx, stewards, { id, reference, controller: legalName, answer: "lodged" });
    return done({ id });
  });
}

type Objection = { id: string; person: string; act: string };

function objectionsIn(ctx: ContactCtx, { rights, contact }: Lodging): Objection[] {
  const identifier = rights.includes("marketing-objection") ? identifierIn(contact) : null;
  if (identifier === null) return [];
  const person = personKey(ctx.scope.org, identifier.value).toString("hex");
  return [{ id: newId(ctx.now), person, act: identifier.kind }];
}

async function insertLodged(
  tx: Tx,
  { scope, now }: ContactCtx,
  { id, rights, name, contact, words }: Lodging & { id: string },
  objections: readonly Objection[],
): Promise<string> {
  const identifier = identifierIn(contact);
  const key = identifier && personKey(scope.org, identifier.value);
  const rows = await tx.$queryRaw<{ reference: string }[]>`
    SELECT portal_request_lodge(${id}::uuid, ${makePublicReference()}, ${rights}, ${sealPerson({ name, contact })},
      ${sealWords(words)}, ${key}, ${JSON.stringify(objections)}::jsonb, ${now}) AS reference`;
  return itemAt(rows, 0).reference;
}
