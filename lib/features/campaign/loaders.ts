import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { campaignFacts } from "@/lib/domain/campaign/facts";
import { eventsFrom } from "@/lib/domain/campaign/lifecycle";
import { can } from "@/lib/domain/nouns/policy";
import { zonesOf } from "@/lib/domain/telephone-prospecting/territories";
import type { Search } from "@/lib/forms/list-query";
import { campaignQuerySchema, countCampaigns, findCampaignPage } from "@/lib/features/campaign/read/list";
import { findReadiness } from "@/lib/features/campaign/read/readiness";
import {
  findCampaign,
  findControllers,
  findFacts,
  findInstructions,
  findScrubs,
  findVersions,
  holderOf,
} from "@/lib/features/campaign/read/queries";
import { pageOf } from "@/lib/platform/read/list-page";
import { findScriptsOf } from "@/lib/features/call-script/read/used";
import { readTogether } from "@/lib/platform/read/read-together";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readerFor } from "@/lib/platform/read/reader";
import { today } from "@/lib/platform/request/context";
import { requireStaff } from "@/lib/platform/request/request-session";

export async function loadCampaigns(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const query = campaignQuerySchema.parse(search);
  const reader = readerFor(ctx.scope);
  const [rows, counts] = await Promise.all([findCampaignPage(reader, query), countCampaigns(reader)]);
  const page = pageOf(rows, ({ id }) => [id]);
  return { ...page, counts, query, mayWrite: can(ctx.actor, "campaign.write") };
}

/** Cached per request. */
export const loadCampaign = cache(async (slug: string, id: string) => {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const found = await readInScope(ctx.scope, async (tx) => {
    const campaign = await findCampaign(tx, id);
    if (!campaign) return null;
    return {
      campaign,
      readiness: campaign.state === "ended" ? null : await findReadiness(tx, campaign, ctx.now),
      scrubs: await findScrubs(tx, id),
      versions: await findVersions(tx, id),
      facts: await findFacts(tx, id),
    };
  });
  if (!found) notFound();
  const { campaign, readiness, scrubs } = found;
  return {
    campaign: { ...campaign, controllerId: holderOf(campaign) },
    ...{ readiness, scrubs },
    numbers: campaign.content.numbers.map((shown) => ({
      ...shown,
      kind: campaignFacts(campaign.content, shown.number).shownNumber,
    })),
    zones: campaign.content.territories.length > 0 ? zonesOf(campaign.content.territories) : [],
    versions: found.versions.map(({ recordedAt, ...version }) => ({ ...version, at: recordedAt.getTime() })),
    facts: found.facts.map(({ recordedAt, ...fact }) => ({ ...fact, at: recordedAt.getTime() })),
    events: eventsFrom(campaign.state),
    today: today(ctx),
    may: { write: can(ctx.actor, "campaign.write"), move: can(ctx.actor, "campaign.move") },
  };
});

/** Loads a campaign as its form begins, with the instructions of its controller. */
export async function loadCampaignForm(slug: string, id: string) {
  const { campaign, may } = await loadCampaign(slug, id);
  const ctx = await requireStaff(slug);
  const { instructions, scripts } = await readInScope(ctx.scope, (tx) =>
    readTogether({
      instructions: findInstructions(tx, campaign.controllerId),
      scripts: findScriptsOf(tx, campaign.controllerId),
    }),
  );
  const { reference, version, title, instructionId, scriptId, content } = campaign;
  return {
    saved: { id, reference, version },
    values: { title, instructionId: instructionId ?? "", scriptId: scriptId ?? "", ...content },
    instructions: instructions.map((row) => ({
      value: row.id,
      label: `${row.number} · ${beginningOf(row.text)}`,
    })),
    // A retired script is proposed no more, unless the campaign names it.
    scripts: scripts
      .filter((row) => row.state !== "retired" || row.id === scriptId)
      .map((row) => ({ value: row.id, label: `${row.reference} · ${row.title}` })),
    mayWrite: may.write && campaign.state !== "ended",
  };
}

/** Characters of an instruction by which it is recognised in a list. */
const SHOWN_LENGTH = 80;

function beginningOf(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > SHOWN_LENGTH ? `${line.slice(0, SHOWN_LENGTH)}…` : line;
}

export async function loadNewCampaign(slug: string) {
  const ctx = await requireStaff(slug);
  const controllers = await readInScope(ctx.scope, findControllers);
  return {
    controllers: controllers.map(({ id, legalName }) => ({ value: id, label: legalName })),
    mayWrite: can(ctx.actor, "campaign.write"),
  };
}
