import { statedReadings } from "@/lib/domain/contract/clause-families";
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
import { sectionOf, withSection } from "@/lib/domain/sub-processor/sections";
import { newId } from "@/lib/platform/database/ids";
import { type Ctx, today } from "@/lib/platform/request/context";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import type { SubProcessorRow } from "@/lib/features/sub-processor/read/queries";
import { allocateSubProcessorReference, subProcessorDocument } from "./document";
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
  return subProcessorDocument.create(ctx, "sub-processor.write", async ({ tx }) => {
    const reference = await allocateSubProcessorReference(tx, ctx);
    const blank = emptySubProcessor(name);
    const content: SubProcessorContent = {
      ...blank,
      identity: { ...blank.identity, country },
      service: { ...blank.service, service },
    };
    const fields = { reference, state: "listed" as const, content };
    return done({ fields, kind: "created", event: "sub-processor.created" });
  });
}

/** Refuses invalid values beside their field; missing ones are gaps. */
export async function saveSubProcessorSection(
  ctx: Ctx,
  input: SubProcessorSectionSave,
): Promise<Outcome<SubProcessorRow>> {
  const { id, version, section } = input;
  return subProcessorDocument.update(ctx, { act: "sub-processor.write", id, version }, (before) => {
    const content = withSection(before.content, section, statedFields(ctx, before.content, input) as never);
    const issue = sectionIssue(content, section, today(ctx));
    if (issue) return refuse({ kind: "invalid", issues: [issue] });
    return done({
      patch: { content },
      kind: "saved",
      event: "sub-processor.updated",
      shown: (current) => sectionOf(current.content, section),
    });
  });
}

function statedFields(ctx: Ctx, content: SubProcessorContent, input: SubProcessorSectionSave): object {
  if (input.section === "clauses") return clausesStated(ctx, content, input);
  const { id: _id, version: _version, section: _section, allPresent: _allPresent, ...stated } = input;
  return stated;
}

type ClausesSave = Extract<SubProcessorSectionSave, { section: "clauses" }>;

function clausesStated(
  ctx: Ctx,
  content: SubProcessorContent,
  { id: _id, version: _version, section: _section, allPresent, ...stated }: ClausesSave,
) {
  const mark = { by: recordedBy(ctx).authorName, on: today(ctx) };
  return statedReadings({ before: content.contract.clauses, stated, allPresent, mark });
}

/** Adding a first link also answers that there is a chain. */
export async function saveChainLink(
  ctx: Ctx,
  { id, version, link: linkId, ...fields }: ChainLinkSave,
): Promise<Outcome<SubProcessorRow>> {
  return subProcessorDocument.update(ctx, { act: "sub-processor.write", id, version }, (before) => {
    const { links } = before.content.chain;
    const earlier = links.find((link) => link.id === linkId);
    if (linkId !== null && !earlier) return refuse({ kind: "not-found" });
    const link = { ...fields, id: linkId ?? newId(ctx.now) };
    const refusal = placeRefusal(links, link);
    if (refusal) return invalid(refusal.field, `sub-processor.${refusal.key}`);
    return done({
      ...chainChange(before, withLink(links, link), link.id),
      event: earlier ? "sub-processor.link-changed" : "sub-processor.link-named",
      difference: earlier ? difference(earlier, link) : { after: link },
    });
  });
}

/** Refuses while companies below it remain. */
export async function removeChainLink(
  ctx: Ctx,
  { id, version, link: linkId, reason }: ChainLinkRemove,
): Promise<Outcome<SubProcessorRow>> {
  return subProcessorDocument.update(ctx, { act: "sub-processor.write", id, version }, (before) => {
    const { links } = before.content.chain;
    const refusal = removalRefusal(links, linkId);
    if (refusal) return invalid(refusal.field, `sub-processor.${refusal.key}`);
    const left = links.filter((link) => link.id !== linkId);
    return done({
      ...chainChange(before, left, linkId),
      event: "sub-processor.link-removed",
      difference: { before: links.find((link) => link.id === linkId) },
      reason,
    });
  });
}

function chainChange(before: SubProcessorRow, links: ChainLink[], linkId: string) {
  const content: SubProcessorContent = { ...before.content, chain: { answer: "yes", links } };
  return {
    patch: { content },
    kind: "linked" as const,
    shown: ({ content: { chain } }: SubProcessorRow) => chain.links.find(({ id }) => id === linkId) ?? {},
  };
}

const EVENTS = {
  end: "sub-processor.ended",
  reopen: "sub-processor.reopened",
} as const satisfies Record<SubProcessorMove["event"], EventName>;

/** Ends or restores by a dated fact with its reason. */
export async function moveSubProcessor(
  ctx: Ctx,
  { id, version, event, on, reason }: SubProcessorMove,
): Promise<Outcome<SubProcessorRow>> {
  return subProcessorDocument.update(ctx, { act: "sub-processor.move", id, version }, (before) => {
    const decision = decide(before.state, { kind: event, on, reason }, today(ctx));
    if (!decision.ok) return invalid(decision.field, `sub-processor.${decision.key}`);
    const { state } = decision;
    return done({
      patch: { state },
      kind: "moved",
      event: EVENTS[event],
      shown: () => ({}),
      fact: { event, on, reason },
      reason,
      difference: difference({ state: before.state }, { state }),
    });
  });
}
