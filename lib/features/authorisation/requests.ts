import { createHash } from "node:crypto";
import { can } from "@/lib/domain/access/policy";
import { cellOf, type Cell } from "@/lib/domain/authorisation/cell";
import { changesSince, listFor, type AuthorisationList } from "@/lib/domain/authorisation/list";
import { nextAuthorisationReference } from "@/lib/domain/authorisation/reference";
import { standingAt } from "@/lib/domain/authorisation/standing";
import type { AuthorisationState } from "@/lib/domain/authorisation/types";
import { canonicalText } from "@/lib/domain/journal/canonical";
import { difference } from "@/lib/domain/journal/difference";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import { languageOf, proposeText } from "@/lib/i18n/request-text";
import type { Ctx } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";
import type { Tx } from "@/lib/platform/transaction";
import { write } from "@/lib/platform/write";
import { conflictOf, moveAuthorisation, sayAuthorisation, subjectOf } from "./change";
import {
  askedOf,
  cellKey,
  findAgreed,
  findAuthorisation,
  findAuthorisations,
  findHighestReference,
  findReaders,
  findRequests,
  findUsed,
  lockAuthorisation,
  lockAuthorisations,
  today,
  type AuthorisationRow,
  type UsedRow,
} from "./data";
import { fileLetter, prepareLetter } from "./letter";
import { addresseeOf, findParties, type Party } from "./parties";
import type { RequestEdit, RequestsPrepare, RequestsSend } from "./schema";

/**
 * One draft for each controller about one sub-processor: its own words in its own language, the regime and the days of
 * its contract in force today, its own list. What was asked before and differs is what the new one follows.
 */
export async function prepareRequests(
  ctx: Ctx,
  { subProcessorId, controllerIds }: RequestsPrepare,
): Promise<Outcome<AuthorisationRow[]>> {
  if (!can(ctx.actor, "authorisation.write")) return refuse({ kind: "forbidden" });
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
        after: sayAuthorisation(draft.value),
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
  // A silence that has become a refusal may be asked about anew: only what still waits for a word is open.
  const open = earlier.find(
    (row) =>
      row.state === "draft" ||
      (row.scopeDigest === asked.scopeDigest && standingAt(askedOf(row), ctx.now.getTime()).waits !== null),
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
      zone: calendarOf(seat, { from: today(ctx) }).zone,
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
  return done((await findAuthorisation(tx, id))!);
}

/** Everyone whom this controller has authorised by now, with the one that is asked for. */
async function annexList(
  tx: Tx,
  ctx: Ctx,
  { controllerId, asked, used }: Omit<Asking, "party"> & { controllerId: string },
): Promise<AuthorisationList> {
  const requests = await findRequests(tx, { controllerId });
  const cellFor = (row: UsedRow): Cell =>
    cellOf(
      {
        requests: requests.get(cellKey(controllerId, row.id)) ?? [],
        subProcessor: row.usedFor(controllerId),
        regime: "specific",
      },
      ctx.now.getTime(),
    );
  const sent = await tx.authorisation.count({ where: { controllerId, sentAt: { not: null } } });
  const authorised = used.filter((row) => row.isListed && !cellFor(row).missing.includes("authorisation"));
  return listFor(asked, { authorised, version: sent + 1 });
}

/** Says a draft otherwise: its words, or to whom it goes. */
export async function editRequest(ctx: Ctx, input: RequestEdit): Promise<Outcome<AuthorisationRow>> {
  if (!can(ctx.actor, "authorisation.write")) return refuse({ kind: "forbidden" });
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
    const after = (await findAuthorisation(tx, id))!;
    journal.note({
      event: "authorisation.edited",
      subject: subjectOf(after),
      ...difference(sayAuthorisation(before), sayAuthorisation(after)),
    });
    return done(after);
  });
}

/** Sends drafts one by one, each by itself: what one controller lacks keeps no other waiting. */
export async function sendRequests(
  ctx: Ctx,
  { requests }: RequestsSend,
): Promise<Outcome<AuthorisationRow[]>> {
  if (!can(ctx.actor, "authorisation.send")) return refuse({ kind: "forbidden" });
  const outcomes = [];
  for (const request of requests) outcomes.push(await sendRequest(ctx, request));
  const refused = outcomes.find((outcome) => !outcome.ok);
  return refused ?? done(outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])));
}

// A letter is composed before, and filed within, the transaction.
const LIMITS = { timeoutMs: 30_000 };

/**
 * Sends one: its text and its list are sealed by their hashes and change no more, the request is filed as PDF and goes
 * with its letter. An open question about the same sub-processor gives way to it.
 */
async function sendRequest(
  ctx: Ctx,
  { id, version }: RequestsSend["requests"][number],
): Promise<Outcome<AuthorisationRow>> {
  const prepared = await prepareLetter(ctx, id, "request", (tx, row) => relist(tx, ctx, row));
  if (!prepared) return refuse({ kind: "not-found" });
  const { asked, list, textDigest, listDigest } = prepared.sealed;
  return write(
    ctx,
    async (tx, journal) => {
      await lockAuthorisation(tx, id);
      const before = await findAuthorisation(tx, id);
      if (!before) return refuse({ kind: "not-found" });
      if (before.version !== version) return refuse(conflictOf(before));
      if (before.recipient === "")
        return invalid("requests", "authorisation.addressMissing", { reference: before.reference });
      if ((await findReaders(tx, [before]))(before) !== before.recipient)
        return invalid("requests", "authorisation.addressLeft", { reference: before.reference });
      const said = await checkSaid(tx, ctx, before, asked);
      if (!said.ok) return said;
      const filed = await fileLetter(tx, ctx, journal, { row: before, letter: prepared });
      const sent = await moveAuthorisation(tx, ctx, journal, {
        before,
        version,
        said: {
          kind: before.regime === "specific" ? "submit" : "notify",
          at: ctx.now,
          text: before.text,
          recipient: before.recipient,
          document: filed.documentId,
        },
        columns: {
          ...{ list, listDigest, textDigest, sentAt: ctx.now, ...filed },
          subProcessorVersion: asked.version,
          scopeDigest: asked.scopeDigest,
        },
        kept: { textDigest, listDigest, letterId: filed.letterId },
      });
      if (sent.ok) await giveWay(tx, ctx, journal, { to: sent.value, when: UNANSWERED });
      return sent;
    },
    LIMITS,
  );
}

/** Its words were proposed for one service at its places, under one contract: where those have changed, it says what is not. */
async function checkSaid(
  tx: Tx,
  ctx: Ctx,
  { controllerId, reference, regime, days, contractId, scopeDigest }: AuthorisationRow,
  asked: UsedRow,
): Promise<Outcome<null>> {
  if (!asked.isListed) return invalid("requests", "authorisation.listedNoMore");
  const agreed = (await findAgreed(tx, today(ctx), [controllerId]))(controllerId);
  const isAgreed = agreed.contractId === contractId && agreed.regime === regime && agreed.days === days;
  if (isAgreed && asked.scopeDigest === scopeDigest) return done(null);
  return invalid("requests", "authorisation.saidOtherwise", { reference, name: asked.name });
}

/** The list and what is asked for as they are on the day of sending. */
async function relist(tx: Tx, ctx: Ctx, row: AuthorisationRow) {
  const used = await findUsed(tx, today(ctx));
  const asked = used.find(({ id }) => id === row.subProcessorId)!;
  const list = await annexList(tx, ctx, { controllerId: row.controllerId, asked, used });
  return { asked, list, textDigest: digestOf(row.text), listDigest: digestOf(canonicalText(list)) };
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

type Successor = {
  to: AuthorisationRow;
  /** Where what came before stands when it gives way now. */
  when: readonly AuthorisationState[];
};

/** A question that nobody has answered, or only by silence where silence is a no. */
const UNANSWERED: readonly AuthorisationState[] = ["submitted", "notified", "expired"];

/**
 * What a request follows is replaced by it: a question without an answer at once, an authorisation, said or by silence,
 * when the new one holds.
 */
export async function giveWay(
  tx: Tx,
  ctx: Ctx,
  journal: Parameters<typeof moveAuthorisation>[2],
  { to, when }: Successor,
): Promise<void> {
  if (to.supersedesId === null) return;
  const before = await findAuthorisation(tx, to.supersedesId);
  if (!before || !when.includes(standingAt(askedOf(before), ctx.now.getTime()).state)) return;
  await moveAuthorisation(tx, ctx, journal, {
    before,
    version: before.version,
    said: { kind: "supersede", at: ctx.now, reason: to.reference },
  });
}
