import { statedReadings } from "@/lib/domain/contract/clause-families";
import { emptyContent } from "@/lib/domain/contract/content";
import { instrumentsIssue, termIssue } from "@/lib/domain/contract/issues";
import { decide } from "@/lib/domain/contract/lifecycle";
import { asTyped, applySection, sectionOf } from "@/lib/domain/contract/sections";
import { difference } from "@/lib/domain/journal/difference";
import type { EventName } from "@/lib/domain/nouns/events";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { today, type Ctx } from "@/lib/platform/request/context";
import type { Unit } from "@/lib/platform/versioned/definition";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { write } from "@/lib/platform/write/write";
import { type ContractRow, findParty, isReferenceUsed } from "@/lib/features/contract/read/queries";
import { contractDocument } from "./document";
import { lockContracts } from "./rows";
import type {
  ContractCreate,
  ContractMove,
  ContractRename,
  ContractSectionSave,
} from "@/lib/features/contract/schema";

/** Requires a name and a controller; everything else is a gap. */
export async function createContract(ctx: Ctx, input: ContractCreate): Promise<Outcome<ContractRow>> {
  return contractDocument.create(ctx, "contract.write", async ({ tx }) => {
    await lockContracts(tx, ctx);
    if (!(await findParty(tx, input.controllerId))) return invalid("controllerId", "required");
    if (await isReferenceUsed(tx, input.reference)) return invalid("reference", "contract.referenceTaken");
    const fields = { ...input, ...NO_DATES, content: emptyContent() };
    return done({ fields, kind: "created", event: "contract.created" });
  });
}

const NO_DATES = { signedOn: null, effectiveOn: null, noticeGivenOn: null, endedOn: null };

export async function renameContract(
  ctx: Ctx,
  { id, version, ...patch }: ContractRename,
): Promise<Outcome<ContractRow>> {
  return contractDocument.update(ctx, { act: "contract.write", id, version }, async (_before, { tx }) => {
    await lockContracts(tx, ctx);
    if (await isReferenceUsed(tx, patch.reference, id))
      return invalid("reference", "contract.referenceTaken");
    return done({ patch, kind: "renamed", event: "contract.updated" });
  });
}

export async function saveContractSection(
  ctx: Ctx,
  input: ContractSectionSave,
): Promise<Outcome<ContractRow>> {
  const { id, version, amendment, section, allPresent: _allPresent, ...stated } = input;
  return contractDocument.update(ctx, { act: "contract.write", id, version }, (before) => {
    const issue = issueOf(before, input, today(ctx));
    if (issue) return refuse({ kind: "invalid", issues: [issue] });
    const fields = input.section === "clauses" ? clausesStated(ctx, before, input) : stated;
    const content = applySection(before, { section, amendment, fields });
    if (!content) return refuse({ kind: "not-found" });
    return done({
      patch: { content },
      kind: amendment ? "amended" : "saved",
      event: amendment ? "contract.amended" : "contract.updated",
      shown: (current) => asTyped(sectionOf(current, section, amendment) ?? {}),
    });
  });
}

type ClausesSave = Extract<ContractSectionSave, { section: "clauses" }>;

function clausesStated(
  ctx: Ctx,
  before: ContractRow,
  { id: _id, version: _version, section, amendment, allPresent, ...stated }: ClausesSave,
) {
  const mark = { by: recordedBy(ctx).authorName, on: today(ctx) };
  return statedReadings({ before: sectionOf(before, section, amendment) ?? {}, stated, allPresent, mark });
}

function issueOf({ effectiveOn }: ContractRow, input: ContractSectionSave, on: string) {
  if (input.section === "term") return termIssue(input, effectiveOn);
  return input.section === "instruments" ? instrumentsIssue(input, on) : null;
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
  if (!isAuthorised(ctx, "contract.move")) return refuse({ kind: "forbidden" });
  return write(ctx, (tx, journal) => stepContract({ tx, ctx, journal }, input));
}

/** Runs within the caller's transaction, without a check of rights. */
export async function stepContract(
  unit: Unit,
  { id, version, event, on, reason }: ContractMove,
): Promise<Outcome<ContractRow>> {
  return contractDocument.updateWithin(unit, { id, version }, (before) => {
    const decision = decide(before, { kind: event, on, reason }, today(unit.ctx));
    if (!decision.ok) return invalid(decision.field, `contract.${decision.key}`);
    const { signedOn, effectiveOn, noticeGivenOn, endedOn } = before;
    return done({
      patch: decision.dates,
      kind: "moved",
      event: EVENTS[event],
      fact: { event, on, reason },
      reason,
      difference: difference({ signedOn, effectiveOn, noticeGivenOn, endedOn }, decision.dates),
    });
  });
}
