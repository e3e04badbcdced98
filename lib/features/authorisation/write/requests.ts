import { required } from "@/lib/domain/invariant/required";
import { changesSince } from "@/lib/domain/authorisation/list";
import { nextAuthorisationReference } from "@/lib/domain/authorisation/reference";
import { authorisationStatusAt } from "@/lib/domain/authorisation/request-status";
import { difference } from "@/lib/domain/journal/difference";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import { languageOf, proposeText } from "@/lib/i18n/request-text";
import { type Ctx, today } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { annexList } from "@/lib/features/authorisation/print/annex";
import { conflictOf, flattenAuthorisation, subjectOf } from "./change";
import {
  storedRequestOf,
  type AuthorisationRow,
  findAgreed,
  findAuthorisation,
  findAuthorisations,
  findHighestReference,
  findUsed,
  type UsedRow,
} from "@/lib/features/authorisation/read/queries";
import { lockAuthorisation, lockAuthorisations } from "./rows";
import { addresseeOf, findParties, type Party } from "@/lib/features/authorisation/read/parties";
import type { RequestEdit, RequestsPrepare } from "@/lib/features/authorisation/schema";

/**
 * Drafts one request per controller, in its language, with the regime and period of its contract in force. Replaces an
 * earlier request of another scope.
 */
export async function prepareRequests(
  ctx: Ctx,
  { subProcessorId, controllerIds }: RequestsPrepare,
): Promise<Outcome<AuthorisationRow[]>> {
  if (!isAuthorised(ctx, "authorisation.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    await lockAuthorisations(tx, ctx.scope.org);
    const used = await findUsed(tx, today(ctx));
    const asked = used.find(({ id }) => id === subProcessorId);
    if (!asked) return invalid("subProcessorId", "required");
    if (!asked.isListed) return invalid("subProcessorId", "authorisation.listedNoMore");
    const parties = await findParties(tx, { id: { in: controllerIds } });
    if (parties.length !== new Set(controllerIds).size)
      return invalid("controllerIds", "authorisation.noSuchController");
    const made: AuthorisationRow[] = [];
    for (const party of parties) {
      const draft = await prepareOne(tx, ctx, { party, asked, used });
      if (!draft.ok) return draft;
      journal.note({
        event: "authorisation.prepared",
        subject: subjectOf(draft.value),
        after: flattenAuthorisation(draft.value),
      });
      made.push(draft.value);
    }
    return done(made);
  });
}

type Asking = { party: Party; asked: UsedRow; used: readonly UsedRow[] };

async function prepareOne(
  tx: Tx,
  ctx: Ctx,
  { party, asked, used }: Asking,
): Promise<Outcome<AuthorisationRow>> {
  const earlier = await findAuthorisations(tx, { controllerId: party.id, subProcessorId: asked.id });
  // A silence that counts as refusal permits another request.
  const open = earlier.find(
    (row) =>
      row.state === "draft" ||
      (row.scopeDigest === asked.scopeDigest &&
        authorisationStatusAt(storedRequestOf(row), ctx.now.getTime()).waits !== null),
  );
  if (open) {
    const params = { controller: party.legalName, reference: open.reference };
    return invalid("controllerIds", "authorisation.askedAlready", params);
  }
  const agreed = (await findAgreed(tx, today(ctx), [party.id]))(party.id);
  const followed = earlier.findLast(({ state }) => !["withdrawn", "replaced", "ended"].includes(state));
  const contract = agreed.contractId && (await tx.contract.findFirst({ where: { id: agreed.contractId } }));
  const list = await annexList(tx, ctx, { controllerId: party.id, asked, used });
  const text = await proposeText({
    party,
    agreed,
    contract: contract ? contract.reference : null,
    asked,
    changes: followed ? changesSince(followed.list, list) : null,
    organisation: (await tx.organisation.findFirstOrThrow({ select: { legalName: true } })).legalName,
  });
  const id = newId(ctx.now);
  const seat = { country: party.country, address: party.address };
  await tx.authorisation.create({
    data: {
      ...agreed,
      id,
      orgId: ctx.scope.org,
      reference: nextAuthorisationReference(await findHighestReference(tx)),
      controllerId: party.id,
      subProcessorId: asked.id,
      subProcessorVersion: asked.version,
      scopeDigest: asked.scopeDigest,
      zone: calendarOf(seat, { from: today(ctx), announced: [] }).zone,
      seatCountry: party.country,
      seatAddress: party.address,
      language: languageOf(party),
      recipient: addresseeOf(party).email,
      text,
      list,
      supersedesId: followed?.id ?? null,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    },
  });
  return done(required(await findAuthorisation(tx, id), "request under the lock"));
}

export async function editRequest(ctx: Ctx, input: RequestEdit): Promise<Outcome<AuthorisationRow>> {
  if (!isAuthorised(ctx, "authorisation.write")) return refuse({ kind: "forbidden" });
  const { id, version, text, recipient } = input;
  return write(ctx, async (tx, journal) => {
    await lockAuthorisation(tx, id);
    const before = await findAuthorisation(tx, id);
    if (!before) return refuse({ kind: "not-found" });
    if (before.state !== "draft") return invalid("", "authorisation.sentAlready");
    const { count } = await tx.authorisation.updateMany({
      where: { id, version },
      data: { text, recipient, version: version + 1, updatedAt: ctx.now },
    });
    if (count === 0) return refuse(conflictOf(before));
    const after = required(await findAuthorisation(tx, id), "request under the lock");
    journal.note({
      event: "authorisation.edited",
      subject: subjectOf(after),
      ...difference(flattenAuthorisation(before), flattenAuthorisation(after)),
    });
    return done(after);
  });
}
