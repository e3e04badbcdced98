import { required } from "@/lib/domain/invariant/required";
import { difference } from "@/lib/domain/journal/difference";
import type { EventName } from "@/lib/domain/nouns/events";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { emptyTransfer, type TransferContent } from "@/lib/domain/transfer/content";
import { statedTool, toolFromContract } from "@/lib/domain/transfer/draft";
import { sectionIssue } from "@/lib/domain/transfer/issues";
import { decide } from "@/lib/domain/transfer/lifecycle";
import { type Ctx, today } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";
import {
  findContracts,
  findOwnImporter,
  findParty,
  type TransferParty,
  type TransferRow,
} from "@/lib/features/transfer/read/queries";
import { allocateTransferReference, transferDocument } from "./document";
import { findSubProcessorParty } from "./rows";
import type {
  TransferCreate,
  TransferLink,
  TransferMove,
  TransferSectionSave,
} from "@/lib/features/transfer/schema";

/** Prefills data of the organisation and the contract in force. */
export async function createTransfer(ctx: Ctx, input: TransferCreate): Promise<Outcome<TransferRow>> {
  return transferDocument.create(ctx, "transfer.write", async ({ tx }) => {
    const reference = await allocateTransferReference(tx, ctx);
    const { controllerId, subProcessorId } = input;
    if (controllerId !== null && !(await findParty(tx, controllerId)))
      return invalid("controllerId", "required");
    const subProcessor = subProcessorId === null ? null : await findSubProcessorParty(tx, subProcessorId);
    if (subProcessorId !== null && !subProcessor) return invalid("subProcessorId", "required");
    const content = await beginContent(tx, ctx, input, subProcessor);
    const issue = sectionIssue(content, "tool", today(ctx));
    if (issue) return refuse({ kind: "invalid", issues: [issue] });
    const fields = { reference, controllerId, subProcessorId, state: "running" as const, content };
    return done({ fields, kind: "created", event: "transfer.created" });
  });
}

async function beginContent(
  tx: Tx,
  ctx: Ctx,
  { flow, controllerId, importerName, country, placeKind, address, ...stated }: TransferCreate,
  subProcessor: TransferParty | null,
): Promise<TransferContent> {
  const blank = emptyTransfer(flow);
  if (flow === "to-sub-processor") {
    const importer = { ...blank.importer, ...subProcessor };
    const named = {
      name: importerName || importer.name,
      country: country ?? importer.country,
      placeKind,
      address: address || importer.address,
    };
    return {
      ...blank,
      importer: { ...importer, ...named },
      tool: statedTool(stated, blank.tool, blank.tool),
    };
  }
  const own = await findOwnImporter(tx);
  const importer = {
    ...blank.importer,
    ...own,
    name: importerName || own.name,
    country: country ?? own.country,
    placeKind,
    address: address || own.address,
  };
  const exporterId = required(controllerId, "controller whose data come to the organisation");
  const terms = (await findContracts(tx, today(ctx), exporterId)).get(exporterId);
  const { clientRole } = await tx.controller.findFirstOrThrow({
    where: { id: exporterId },
    select: { clientRole: true },
  });
  const drafted = terms ? toolFromContract(terms.instruments, blank.tool, clientRole) : blank.tool;
  return { ...blank, importer, tool: statedTool(stated, drafted, blank.tool) };
}

/** Refuses invalid values beside their field; missing ones are gaps. */
export async function saveTransferSection(
  ctx: Ctx,
  { id, version, section, ...fields }: TransferSectionSave,
): Promise<Outcome<TransferRow>> {
  return transferDocument.update(ctx, { act: "transfer.write", id, version }, (before) => {
    const content: TransferContent = { ...before.content, [section]: fields };
    const issue = sectionIssue(content, section, today(ctx));
    if (issue) return refuse({ kind: "invalid", issues: [issue] });
    return done({
      patch: { content },
      kind: "saved",
      event: "transfer.updated",
      shown: (current) => current.content[section],
    });
  });
}

/** Retains the importer as written. */
export async function linkTransfer(
  ctx: Ctx,
  { id, version, subProcessorId }: TransferLink,
): Promise<Outcome<TransferRow>> {
  return transferDocument.update(ctx, { act: "transfer.write", id, version }, async (before, { tx }) => {
    if (before.content.flow === "to-organisation") return invalid("subProcessorId", "transfer.ownTransfer");
    if (subProcessorId !== null && !(await findSubProcessorParty(tx, subProcessorId)))
      return invalid("subProcessorId", "required");
    return done({ patch: { subProcessorId }, kind: "saved", event: "transfer.updated" });
  });
}

const EVENTS = {
  suspend: "transfer.suspended",
  resume: "transfer.resumed",
  end: "transfer.ended",
  reopen: "transfer.reopened",
} as const satisfies Record<TransferMove["event"], EventName>;

/** Transitions follow the table; each is a dated fact with its reason. */
export async function moveTransfer(
  ctx: Ctx,
  { id, version, event, on, reason }: TransferMove,
): Promise<Outcome<TransferRow>> {
  return transferDocument.update(ctx, { act: "transfer.move", id, version }, (before) => {
    const decision = decide(before.state, { kind: event, on, reason }, today(ctx));
    if (!decision.ok) return invalid(decision.field, `transfer.${decision.key}`);
    const { state } = decision;
    return done({
      patch: { state },
      kind: "moved",
      event: EVENTS[event],
      fact: { event, on, reason },
      reason,
      difference: difference({ state: before.state }, { state }),
    });
  });
}
