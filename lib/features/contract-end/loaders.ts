import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { can } from "@/lib/domain/access/policy";
import { answersFor } from "@/lib/domain/contract-end/answers";
import { runEventsFrom } from "@/lib/domain/contract-end/lifecycle";
import { concernOf, isProposed } from "@/lib/domain/contract-end/records-concerned";
import { contractOn, stateOn } from "@/lib/domain/contract/in-force";
import { findContract, type ContractRow } from "@/lib/features/contract/data";
import { today, type StaffCtx } from "@/lib/platform/context";
import { requireStaff } from "@/lib/platform/session";
import { withOrg, type Tx } from "@/lib/platform/transaction";
import {
  findBlockers,
  findCancelled,
  findEntries,
  findFacts,
  findLine,
  findMissing,
  findOtherReferences,
  findRun,
  findStanding,
  type RunRow,
} from "./data";

/** Before the end of a contract begins: which entries it may concern. After, only where its run stands. */
export async function loadBeginning(slug: string, contractId: string) {
  const ctx = await requireStaff(slug);
  const found = await findOrNothing(ctx, contractId, async (tx) => {
    const contract = await findContract(tx, contractId);
    if (!contract) return null;
    const others = await findOtherReferences(tx, contract);
    const entries = await findEntries(tx, contract.controllerId);
    const [standing, cancelled] = [await findStanding(tx, contractId), await findCancelled(tx, contractId)];
    return { contract, others, entries, standing, cancelled };
  });
  const { contract, others, entries, standing, cancelled } = found;
  const concerned = entries.map((entry) => ({
    ...{ id: entry.id, reference: entry.reference, activity: entry.activity },
    concern: concernOf(entry, contract.reference, others),
  }));
  return {
    contract: { id: contract.id, reference: contract.reference, controller: contract.controller.legalName },
    standing,
    cancelled: cancelled.map(({ id, updatedAt }) => ({ id, at: updatedAt.getTime() })),
    isDraft: stateOn(contract, today(ctx)) === "draft",
    entries: concerned.filter(({ concern }) => concern !== "ended"),
    proposed: concerned.filter(({ concern }) => isProposed(concern)).map(({ id }) => id),
    mayBegin: can(ctx.actor, "contract-end.move"),
  };
}

/** One run with its lines, what stands in its way, its certificates and its story. Read once a request. */
export const loadEnd = cache(async (slug: string, id: string) => {
  const ctx = await requireStaff(slug);
  const found = await findOrNothing(ctx, id, async (tx) => {
    const run = await findRun(tx, id);
    if (!run) return null;
    const contract = (await findContract(tx, run.contractId))!;
    const isOpen = run.state === "open";
    const missing = isOpen ? (await findMissing(tx, run, contract.reference)).lines : [];
    return {
      ...{ run, contract, missing },
      blockers: isOpen ? await findBlockers(tx, run, missing) : [],
      facts: await findFacts(tx, { contractEndId: id, lineId: null }),
    };
  });
  const { run, contract, blockers, missing, facts } = found;
  return {
    run: shownRun(run),
    contract: shownContract(contract),
    lines: run.lines,
    blockers,
    missing: [...new Set(missing.map(({ title, detail }) => title || detail.records.join(", ")))],
    certificates: run.certificates.map(({ issuedAt, endedRecords, ...certificate }) => ({
      ...certificate,
      issuedAt: issuedAt.getTime(),
      endedRecords: endedRecords.length,
    })),
    facts: facts.map(({ recordedAt, ...fact }) => ({ ...fact, at: recordedAt.getTime() })),
    today: today(ctx),
    events: can(ctx.actor, "contract-end.move") ? runEventsFrom(run.state) : [],
    mayAdd: run.state === "open" && can(ctx.actor, "contract-end.write"),
  };
});

/** One line with what it asks for, among the others of its run. */
export const loadEndLine = cache(async (slug: string, id: string) => {
  const ctx = await requireStaff(slug);
  const found = await findOrNothing(ctx, id, async (tx) => {
    const line = await findLine(tx, id);
    const run = line && (await findRun(tx, line.contractEndId));
    if (!line || !run) return null;
    const facts = await findFacts(tx, { contractEndId: run.id, lineId: id });
    return { line, run, facts, contract: (await findContract(tx, run.contractId))! };
  });
  const { line, run, contract, facts } = found;
  return {
    line,
    run: shownRun(run),
    contract: shownContract(contract),
    /** What the contract itself says of the data at its end, on its last day or today. */
    endFate: contractOn(contract, contract.endedOn ?? today(ctx)).deed.terms.endFate,
    lines: run.lines,
    next: run.lines.find(({ id: other, state }) => other !== id && state === "open") ?? null,
    facts: facts.map(({ recordedAt, ...fact }) => ({ ...fact, at: recordedAt.getTime() })),
    answers: answersFor(line),
    today: today(ctx),
    mayAnswer: can(ctx.actor, "contract-end.write"),
  };
});

function shownRun({ id, state, version, recordIds, createdAt }: RunRow) {
  return { id, state, version, records: recordIds.length, begunAt: createdAt.getTime() };
}

function shownContract({ id, reference, title, endedOn, controller }: ContractRow) {
  return {
    id,
    reference,
    title,
    endedOn,
    controller: { id: controller.id, legalName: controller.legalName },
  };
}

/** One unit of work in scope; what it does not find is "not found". */
async function findOrNothing<T>(
  { scope }: StaffCtx,
  id: string,
  find: (tx: Tx) => Promise<T | null>,
): Promise<T> {
  if (!z.uuid().safeParse(id).success) notFound();
  return (await withOrg(scope, find)) ?? notFound();
}
