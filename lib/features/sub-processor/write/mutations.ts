import { can } from "@/lib/domain/nouns/policy";
import { difference } from "@/lib/domain/journal/difference";
import type { EventName } from "@/lib/domain/nouns/events";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { placeRefusal, removalRefusal, withLink } from "@/lib/domain/sub-processor/chain";
import {
  type ChainLink,
  emptySubProcessor,
  type SubProcessorContent,
} from "@/lib/domain/sub-processor/content";
import { sectionIssue } from "@/lib/domain/sub-processor/issues";
import { decide } from "@/lib/domain/sub-processor/lifecycle";
import { nextSubProcessorReference } from "@/lib/domain/sub-processor/reference";
import { sectionOf, withSection } from "@/lib/domain/sub-processor/sections";
import { type Ctx, today } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import type { Tx } from "@/lib/platform/database/transaction";
import { write } from "@/lib/platform/write/write";
import { changeSubProcessor, subjectOf } from "./change";
import {
  findHighestReference,
  findSubProcessor,
  flattenSubProcessor,
  type SubProcessorRow,
} from "@/lib/features/sub-processor/read/queries";
import { insertSubProcessor, lockSubProcessors } from "./rows";
import type {
  ChainLinkRemove,
  ChainLinkSave,
  SubProcessorCreate,
  SubProcessorMove,
  SubProcessorSectionSave,
} from "@/lib/features/sub-processor/schema";

/** Requires name, country and service; other missing data are gaps. */
export async function createSubProcessor(
  ctx: Ctx,
  { name, country, service }: SubProcessorCreate,
): Promise<Outcome<SubProcessorRow>> {
  if (!can(ctx.actor, "sub-processor.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    await lockSubProcessors(tx, ctx.scope.org);
    const reference = nextSubProcessorReference(await findHighestReference(tx));
    const blank = emptySubProcessor(name);
    const content: SubProcessorContent = {
      ...blank,
      identity: { ...blank.identity, country },
      service: { ...blank.service, service },
    };
    const row = await insertSubProcessor(tx, ctx, { reference, content }, today(ctx));
    journal.note({
      event: "sub-processor.created",
      subject: subjectOf(row),
      after: flattenSubProcessor(row),
    });
    return done(row);
  });
}

/** Refuses invalid values beside their field; missing ones are gaps. */
export async function saveSubProcessorSection(
  ctx: Ctx,
  input: SubProcessorSectionSave,
): Promise<Outcome<SubProcessorRow>> {
  if (!can(ctx.actor, "sub-processor.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const before = await findSubProcessor(tx, input.id);
    if (!before) return refuse({ kind: "not-found" });
    const { id: _id, version, section, ...said } = input;
    const content = withSection(before.content, section, said as never);
    const issue = sectionIssue(content, section, today(ctx));
    if (issue) return refuse({ kind: "invalid", issues: [issue] });
    const changed = await changeSubProcessor(tx, ctx, {
      before,
      version,
      said: { content },
      kind: "saved",
      shown: (current) => sectionOf(current.content, section),
    });
    if (!changed.ok) return changed;
    journal.note({
      event: "sub-processor.updated",
      subject: subjectOf(changed.value),
      ...difference(flattenSubProcessor(before), flattenSubProcessor(changed.value)),
    });
    return changed;
  });
}

/** Adding a first link also answers that there is a chain. */
export async function saveChainLink(ctx: Ctx, input: ChainLinkSave): Promise<Outcome<SubProcessorRow>> {
  if (!can(ctx.actor, "sub-processor.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const before = await findSubProcessor(tx, input.id);
    if (!before) return refuse({ kind: "not-found" });
    const { id: _id, version, link: linkId, ...said } = input;
    const { links } = before.content.chain;
    const was = links.find(({ id }) => id === linkId);
    if (linkId !== null && !was) return refuse({ kind: "not-found" });
    const link = { ...said, id: linkId ?? newId(ctx.now) };
    const refusal = placeRefusal(links, link);
    if (refusal) return invalid(refusal.field, `sub-processor.${refusal.key}`);
    const changed = await changeChain(tx, ctx, { before, version, links: withLink(links, link), was });
    if (!changed.ok) return changed;
    journal.note({
      event: was ? "sub-processor.link-changed" : "sub-processor.link-named",
      subject: subjectOf(before),
      ...(was ? difference(was, link) : { after: link }),
    });
    return changed;
  });
}

/** Refuses while companies below it remain. */
export async function removeChainLink(ctx: Ctx, input: ChainLinkRemove): Promise<Outcome<SubProcessorRow>> {
  if (!can(ctx.actor, "sub-processor.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const before = await findSubProcessor(tx, input.id);
    if (!before) return refuse({ kind: "not-found" });
    const { links } = before.content.chain;
    const refusal = removalRefusal(links, input.link);
    if (refusal) return invalid(refusal.field, `sub-processor.${refusal.key}`);
    const { version, reason } = input;
    const was = links.find(({ id }) => id === input.link);
    const left = links.filter((link) => link !== was);
    const changed = await changeChain(tx, ctx, { before, version, links: left, was });
    if (!changed.ok) return changed;
    journal.note({
      event: "sub-processor.link-removed",
      subject: subjectOf(before),
      before: was,
      reason,
    });
    return changed;
  });
}

type ChainChange = {
  before: SubProcessorRow;
  version: number;
  links: ChainLink[];
  /** Link as first shown, to detect a concurrent change. */
  was: ChainLink | undefined;
};

function changeChain(tx: Tx, ctx: Ctx, { before, version, links, was }: ChainChange) {
  const content: SubProcessorContent = { ...before.content, chain: { answer: "yes", links } };
  return changeSubProcessor(tx, ctx, {
    before,
    version,
    said: { content },
    kind: "linked",
    shown: () => was ?? {},
  });
}

const EVENTS = {
  end: "sub-processor.ended",
  reopen: "sub-processor.reopened",
} as const satisfies Record<SubProcessorMove["event"], EventName>;

/** Ends or restores by a dated fact with its reason. */
export async function moveSubProcessor(ctx: Ctx, input: SubProcessorMove): Promise<Outcome<SubProcessorRow>> {
  if (!can(ctx.actor, "sub-processor.move")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const before = await findSubProcessor(tx, input.id);
    if (!before) return refuse({ kind: "not-found" });
    const { event, on, reason, version } = input;
    const decision = decide(before.state, { kind: event, on, reason }, today(ctx));
    if (!decision.ok) return invalid(decision.field, `sub-processor.${decision.key}`);
    const { state } = decision;
    const changed = await changeSubProcessor(tx, ctx, {
      before,
      version,
      said: { state },
      kind: "moved",
      shown: () => ({}),
    });
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

async function insertFact(tx: Tx, ctx: Ctx, { id, event, on, reason }: SubProcessorMove) {
  await tx.subProcessorFact.create({
    data: { ...recordedBy(ctx), id: newId(ctx.now), subProcessorId: id, event, factOn: on, reason },
  });
}
