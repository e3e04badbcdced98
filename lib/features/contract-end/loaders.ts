import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { required } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import { answersFor, lackingIn } from "@/lib/domain/contract-end/answers";
import { runEventsFrom } from "@/lib/domain/contract-end/lifecycle";
import { concernOf, isProposed } from "@/lib/domain/contract-end/records-concerned";
import { contractOn, stateOn } from "@/lib/domain/contract/in-force";
import { findEndable } from "@/lib/features/authorisation/read/queries";
import { findContract, type ContractRow } from "@/lib/features/contract/read/queries";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { today, type StaffCtx } from "@/lib/platform/request/context";
import { requireStaff } from "@/lib/platform/request/request-session";
import type { Tx } from "@/lib/platform/database/transaction";
import {
  findBlockers,
  findCancelled,
  findEntries,
  findFacts,
  findLine,
  findMissing,
  findOthers,
  findRun,
  findBindingContract,
  type RunRow,
} from "@/lib/features/contract-end/read/queries";
import { withInstants } from "@/lib/platform/versioned/history";

export async function loadBeginning(slug: string, contractId: string) {
  const ctx = await requireStaff(slug);
  const found = await findOrNothing(ctx, contractId, async (tx) => {
    const contract = await findContract(tx, contractId);
    if (!contract) return null;
    const others = await findOthers(tx, contract, today(ctx));
    const entries = await findEntries(tx, contract.controllerId);
    const [current, cancelled] = [
      await findBindingContract(tx, contractId),
      await findCancelled(tx, contractId),
    ];
    return { contract, others, entries, current, cancelled };
  });
  const { contract, others, entries, current, cancelled } = found;
  const concerned = entries.map((entry) => ({
    id: entry.id,
    reference: entry.reference,
    activity: entry.activity,
    concern: concernOf(entry, contract, others),
  }));
  return {
    contract: { id: contract.id, reference: contract.reference, controller: contract.controller.legalName },
    currentId: current,
    cancelled: cancelled.map(({ id, updatedAt }) => ({ id, at: updatedAt.getTime() })),
    isDraft: stateOn(contract, today(ctx)) === "draft",
    entries: concerned.filter(({ concern }) => concern !== "ended"),
    proposed: concerned.filter(({ concern }) => isProposed(concern, others)).map(({ id }) => id),
    mayBegin: can(ctx.actor, "contract-end.move"),
  };
}

/** Cached per request. */
export const loadEnd = cache(async (slug: string, id: string) => {
  const ctx = await requireStaff(slug);
  const found = await findOrNothing(ctx, id, async (tx) => {
    const run = await findRun(tx, id);
    if (!run) return null;
    const contract = required(await findContract(tx, run.contractId), "contract of the run");
    const isOpen = run.state === "open";
    const others = await findOthers(tx, contract, today(ctx));
    const missing = isOpen ? (await findMissing(tx, run, contract.reference, others)).lines : [];
    const goOn = others.flatMap(({ reference, goesOn }) => (goesOn ? [reference] : []));
    const isLast = isOpen && goOn.length === 0;
    return {
      run,
      contract,
      missing,
      goOn,
      uses: isLast ? await findEndable(tx, run.controllerId, ctx.now) : [],
      blockers: isOpen ? await findBlockers(tx, run, missing) : [],
      facts: await findFacts(tx, { contractEndId: id, lineId: null }),
    };
  });
  const { run, contract, blockers, missing, facts, goOn, uses } = found;
  return {
    run: shownRun(run),
    /** Other contracts of the controller that continue, else the authorisations that would end. */
    goOn,
    uses: uses.map(({ reference, subProcessor }) => ({ reference, name: subProcessor.name })),
    contract: shownContract(contract),
    lines: run.lines,
    blockers,
    missing: [...new Set(missing.map(({ title, detail }) => title || detail.records.join(", ")))],
    certificates: run.certificates.map(({ issuedAt, endedRecords, ...certificate }) => ({
      ...certificate,
      issuedAt: issuedAt.getTime(),
      endedRecords: endedRecords.length,
    })),
    facts: withInstants(facts),
    today: today(ctx),
    events: can(ctx.actor, "contract-end.move") ? runEventsFrom(run.state) : [],
    mayAdd: run.state === "open" && can(ctx.actor, "contract-end.write"),
  };
});

/** Cached per request. */
export const loadEndLine = cache(async (slug: string, id: string) => {
  const ctx = await requireStaff(slug);
  const found = await findOrNothing(ctx, id, async (tx) => {
    const line = await findLine(tx, id);
    const run = line && (await findRun(tx, line.contractEndId));
    if (!line || !run) return null;
    const facts = await findFacts(tx, { contractEndId: run.id, lineId: id });
    return {
      line,
      run,
      facts,
      contract: required(await findContract(tx, run.contractId), "contract of the run"),
    };
  });
  const { line, run, contract, facts } = found;
  return {
    line,
    run: shownRun(run),
    contract: shownContract(contract),
    /** Contract term on the fate of data, on its last day or today. */
    endFate: contractOn(contract, contract.endedOn ?? today(ctx)).contractTerms.terms.endFate,
    lines: run.lines,
    /** True once the controller chose: earlier answers are asked again, article 28(3)(g). */
    isChosen: run.lines.some(({ kind, state }) => kind === "choice" && state === "settled"),
    /** Recipient of the data, by the controller's choice. */
    chosenRecipient: run.lines.find(({ kind }) => kind === "choice")?.evidence.recipient ?? "",
    /** Evidence missing for the certificate. */
    lacking: line.answer && line.state === "settled" ? lackingIn(line.answer, line.evidence, line) : [],
    /** Earlier answer that the controller's choice reopened. */
    askedAgain: line.state === "open" && facts[0]?.event === "asked-again",
    next: run.lines.find(({ id: other, state }) => other !== id && state === "open") ?? null,
    facts: withInstants(facts),
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

/** Answers "not found" for null. */
async function findOrNothing<T>(
  { scope }: StaffCtx,
  id: string,
  find: (tx: Tx) => Promise<T | null>,
): Promise<T> {
  if (!z.uuid().safeParse(id).success) notFound();
  return (await readInScope(scope, find)) ?? notFound();
}
