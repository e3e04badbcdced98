import { can } from "@/lib/domain/nouns/policy";
import { emptyContent } from "@/lib/domain/contract/content";
import { instrumentsIssue, termIssue } from "@/lib/domain/contract/issues";
import { decide } from "@/lib/domain/contract/lifecycle";
import { asTyped, applySection, sectionOf } from "@/lib/domain/contract/sections";
import { difference } from "@/lib/domain/journal/difference";
import type { EventName } from "@/lib/domain/nouns/events";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { type Ctx, today } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import type { Tx } from "@/lib/platform/database/transaction";
import { write } from "@/lib/platform/write/write";
import { changeContract } from "./change";
import {
  type ContractRow,
  findContract,
  findParty,
  isReferenceTaken,
  flattenContract,
  subjectOf,
} from "@/lib/features/contract/read/queries";
import { insertContract, lockContracts } from "./rows";
import type {
  ContractCreate,
  ContractMove,
  ContractRename,
  ContractSectionSave,
} from "@/lib/features/contract/schema";

/** Requires a name and a controller; everything else is a gap. */
export async function createContract(ctx: Ctx, input: ContractCreate): Promise<Outcome<ContractRow>> {
  if (!can(ctx.actor, "contract.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    await lockContracts(tx, ctx.scope.org);
    if (!(await findParty(tx, input.controllerId))) return invalid("controllerId", "required");
    if (await isReferenceTaken(tx, input.reference)) return invalid("reference", "contract.referenceTaken");
    const row = await insertContract(tx, ctx, { ...input, ...BLANK, content: emptyContent() }, "created");
    journal.note({ event: "contract.created", subject: subjectOf(row), after: flattenContract(row) });
    return done(row);
  });
}

const BLANK = { signedOn: null, effectiveOn: null, noticeGivenOn: null, endedOn: null, instructors: [] };

export async function renameContract(ctx: Ctx, input: ContractRename): Promise<Outcome<ContractRow>> {
  if (!can(ctx.actor, "contract.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    await lockContracts(tx, ctx.scope.org);
    const before = await findContract(tx, input.id);
    if (!before) return refuse({ kind: "not-found" });
    const { id, version, ...said } = input;
    if (await isReferenceTaken(tx, said.reference, id))
      return invalid("reference", "contract.referenceTaken");
    const changed = await changeContract(tx, ctx, { before, version, said, kind: "renamed" });
    if (!changed.ok) return changed;
    journal.note({
      event: "contract.updated",
      subject: subjectOf(changed.value),
      ...difference(flattenContract(before), flattenContract(changed.value)),
    });
    return changed;
  });
}

export async function saveContractSection(
  ctx: Ctx,
  input: ContractSectionSave,
): Promise<Outcome<ContractRow>> {
  if (!can(ctx.actor, "contract.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const before = await findContract(tx, input.id);
    if (!before) return refuse({ kind: "not-found" });
    const { id: _id, version, amendment, section, ...said } = input;
    const issue =
      input.section === "term"
        ? termIssue(input, before.effectiveOn)
        : input.section === "instruments"
          ? instrumentsIssue(input, today(ctx))
          : null;
    if (issue) return refuse({ kind: "invalid", issues: [issue] });
    const content = applySection(before, { section, amendment, said });
    if (!content) return refuse({ kind: "not-found" });
    const changed = await changeContract(tx, ctx, {
      before,
      version,
      said: { content },
      kind: amendment ? "amended" : "saved",
      shown: (current) => asTyped(sectionOf(current, section, amendment) ?? {}),
    });
    if (!changed.ok) return changed;
    journal.note({
      event: amendment ? "contract.amended" : "contract.updated",
      subject: subjectOf(changed.value),
      ...difference(flattenContract(before), flattenContract(changed.value)),
    });
    return changed;
  });
}

const EVENTS = {
  sign: "contract.signed",
  begin: "contract.begun",
  "give-notice": "contract.notice-given",
  "withdraw-notice": "contract.notice-withdrawn",
  end: "contract.ended",
  reopen: "contract.reopened",
} as const satisfies Record<ContractMove["event"], EventName>;

/** Transitions follow the table; each is a dated fact with its reason. */
export async function moveContract(ctx: Ctx, input: ContractMove): Promise<Outcome<ContractRow>> {
  if (!can(ctx.actor, "contract.move")) return refuse({ kind: "forbidden" });
  return write(ctx, (tx, journal) => stepContract(tx, ctx, journal, input));
}

/** Runs within the caller's transaction, without a check of rights. */
export async function stepContract(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  input: ContractMove,
): Promise<Outcome<ContractRow>> {
  const before = await findContract(tx, input.id);
  if (!before) return refuse({ kind: "not-found" });
  const { signedOn, effectiveOn, noticeGivenOn, endedOn } = before;
  const decision = decide(before, { kind: input.event, on: input.on, reason: input.reason }, today(ctx));
  if (!decision.ok) return invalid(decision.field, `contract.${decision.key}`);
  const { version } = input;
  const changed = await changeContract(tx, ctx, { before, version, said: decision.dates, kind: "moved" });
  if (!changed.ok) return changed;
  await insertFact(tx, ctx, input);
  journal.note({
    event: EVENTS[input.event],
    subject: subjectOf(before),
    ...difference({ signedOn, effectiveOn, noticeGivenOn, endedOn }, decision.dates),
    reason: input.reason,
  });
  return changed;
}

async function insertFact(tx: Tx, ctx: Ctx, { id, event, on, reason }: ContractMove) {
  await tx.contractFact.create({
    data: { ...recordedBy(ctx), id: newId(ctx.now), contractId: id, event, factOn: on, reason },
  });
}
