import { can } from "@/lib/domain/nouns/policy";
import { difference } from "@/lib/domain/journal/difference";
import type { EventName } from "@/lib/domain/nouns/events";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { emptyTransfer, type TransferContent } from "@/lib/domain/transfer/content";
import { toolFromContract } from "@/lib/domain/transfer/draft";
import { sectionIssue } from "@/lib/domain/transfer/issues";
import { decide } from "@/lib/domain/transfer/lifecycle";
import { nextTransferReference } from "@/lib/domain/transfer/reference";
import { type Ctx, today } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import type { Tx } from "@/lib/platform/database/transaction";
import { write } from "@/lib/platform/write/write";
import { announceTransfer, changeTransfer, subjectOf } from "./change";
import {
  findContracts,
  findHighestReference,
  findOwnImporter,
  findParty,
  findTransfer,
  flattenTransfer,
  type TransferParty,
  type TransferRow,
} from "@/lib/features/transfer/read/queries";
import { findSubProcessorParty, insertTransfer, lockTransfers } from "./rows";
import type {
  TransferCreate,
  TransferLink,
  TransferMove,
  TransferSectionSave,
} from "@/lib/features/transfer/schema";

/** Prefills data of the organisation and the contract in force. */
export async function createTransfer(ctx: Ctx, input: TransferCreate): Promise<Outcome<TransferRow>> {
  if (!can(ctx.actor, "transfer.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    await lockTransfers(tx, ctx.scope.org);
    const { controllerId } = input;
    if (controllerId !== null && !(await findParty(tx, controllerId)))
      return invalid("controllerId", "required");
    const { subProcessorId } = input;
    const subProcessor = subProcessorId === null ? null : await findSubProcessorParty(tx, subProcessorId);
    if (subProcessorId !== null && !subProcessor) return invalid("subProcessorId", "required");
    const reference = nextTransferReference(await findHighestReference(tx));
    const content = await beginContent(tx, ctx, input, subProcessor);
    const stated = { reference, controllerId, subProcessorId, content };
    const row = await insertTransfer(tx, ctx, stated, today(ctx));
    await announceTransfer(tx, ctx, [row]);
    journal.note({ event: "transfer.created", subject: subjectOf(row), after: flattenTransfer(row) });
    return done(row);
  });
}

async function beginContent(
  tx: Tx,
  ctx: Ctx,
  { flow, controllerId, importerName, country }: TransferCreate,
  subProcessor: TransferParty | null,
): Promise<TransferContent> {
  const blank = emptyTransfer(flow);
  if (flow === "to-sub-processor") {
    const importer = { ...blank.importer, ...subProcessor };
    const named = { name: importerName || importer.name, country: country ?? importer.country };
    return { ...blank, importer: { ...importer, ...named } };
  }
  const own = await findOwnImporter(tx);
  const importer = {
    ...blank.importer,
    ...own,
    name: importerName || own.name,
    country: country ?? own.country,
  };
  const terms = (await findContracts(tx, today(ctx), controllerId!)).get(controllerId!);
  return { ...blank, importer, tool: terms ? toolFromContract(terms.instruments, blank.tool) : blank.tool };
}

/** Refuses invalid values beside their field; missing ones are gaps. */
export async function saveTransferSection(
  ctx: Ctx,
  input: TransferSectionSave,
): Promise<Outcome<TransferRow>> {
  if (!can(ctx.actor, "transfer.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const before = await findTransfer(tx, input.id);
    if (!before) return refuse({ kind: "not-found" });
    const { id: _id, version, section, ...said } = input;
    const content: TransferContent = { ...before.content, [section]: said };
    const issue = sectionIssue(content, section, today(ctx));
    if (issue) return refuse({ kind: "invalid", issues: [issue] });
    const changed = await changeTransfer(tx, ctx, {
      before,
      version,
      said: { content },
      kind: "saved",
      shown: (current) => current.content[section],
    });
    if (!changed.ok) return changed;
    journal.note({
      event: "transfer.updated",
      subject: subjectOf(changed.value),
      ...difference(flattenTransfer(before), flattenTransfer(changed.value)),
    });
    return changed;
  });
}

/** Retains the importer as written. */
export async function linkTransfer(ctx: Ctx, input: TransferLink): Promise<Outcome<TransferRow>> {
  if (!can(ctx.actor, "transfer.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const before = await findTransfer(tx, input.id);
    if (!before) return refuse({ kind: "not-found" });
    const { version, subProcessorId } = input;
    if (before.content.flow === "to-organisation") return invalid("subProcessorId", "transfer.ownTransfer");
    if (subProcessorId !== null && !(await findSubProcessorParty(tx, subProcessorId)))
      return invalid("subProcessorId", "required");
    const stated = { subProcessorId };
    const changed = await changeTransfer(tx, ctx, { before, version, said: stated, kind: "saved" });
    if (!changed.ok) return changed;
    journal.note({
      event: "transfer.updated",
      subject: subjectOf(before),
      ...difference({ subProcessorId: before.subProcessorId }, stated),
    });
    return changed;
  });
}

const EVENTS = {
  suspend: "transfer.suspended",
  resume: "transfer.resumed",
  end: "transfer.ended",
  reopen: "transfer.reopened",
} as const satisfies Record<TransferMove["event"], EventName>;

/** Transitions follow the table; each is a dated fact with its reason. */
export async function moveTransfer(ctx: Ctx, input: TransferMove): Promise<Outcome<TransferRow>> {
  if (!can(ctx.actor, "transfer.move")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const before = await findTransfer(tx, input.id);
    if (!before) return refuse({ kind: "not-found" });
    const { event, on, reason, version } = input;
    const decision = decide(before.state, { kind: event, on, reason }, today(ctx));
    if (!decision.ok) return invalid(decision.field, `transfer.${decision.key}`);
    const { state } = decision;
    const changed = await changeTransfer(tx, ctx, { before, version, said: { state }, kind: "moved" });
    if (!changed.ok) return changed;
    await insertFact(tx, ctx, input);
    journal.note({
      event: EVENTS[event],
      subject: subjectOf(before),
      ...difference({ state: before.state }, { state }),
      reason,
    });
    return changed;
  });
}

async function insertFact(tx: Tx, ctx: Ctx, { id, event, on, reason }: TransferMove) {
  await tx.transferFact.create({
    data: { ...recordedBy(ctx), id: newId(ctx.now), transferId: id, event, factOn: on, reason },
  });
}
