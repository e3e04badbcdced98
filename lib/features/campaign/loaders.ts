import "server-only";
import { articleGround } from "@/lib/domain/obligation/duty-ground";
import { findGroundFacts } from "@/lib/features/obligation/read/grounds";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { GDPR_ARTICLES } from "@/lib/domain/campaign/readiness";
import { campaignFacts } from "@/lib/domain/campaign/facts";
import { CAMPAIGN_STATES, eventsFrom } from "@/lib/domain/campaign/lifecycle";
import { can } from "@/lib/domain/nouns/policy";
import { zonesOf } from "@/lib/domain/telephone-prospecting/territories";
import type { Search } from "@/lib/forms/list-query";
import { addMonthsToDay } from "@/lib/domain/time/calendar-day";
import { startOfDay, todayIn } from "@/lib/domain/time/zones";
import { countPortalChoices, findPortalCampaigns } from "@/lib/features/campaign/read/portal";
import { findReadiness } from "@/lib/features/campaign/read/readiness";
import { findCampaign, findFacts, findScrubs, findVersions } from "@/lib/features/campaign/read/queries";
import { findScriptsOf } from "@/lib/features/call-script/read/used";
import { findActiveControllers, findHolderName, holderOf } from "@/lib/features/controller/read/active";
import { findNameable } from "@/lib/features/instruction/read/nameable";
import { findPeriods } from "@/lib/features/telephone/read/period-list";
import { readTogether } from "@/lib/platform/read/read-together";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readerFor } from "@/lib/platform/read/reader";
import { today } from "@/lib/platform/request/context";
import { requireContact, requireStaff } from "@/lib/platform/request/request-session";
import { withInstants } from "@/lib/platform/versioned/history";

export async function loadCampaigns(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const list = await findPeriods(readerFor(ctx.scope), search, {
    table: "campaign",
    states: CAMPAIGN_STATES,
  });
  return { ...list, mayWrite: can(ctx.actor, "campaign.write") };
}

/** Cached per request. */
export const loadCampaign = cache(async (slug: string, id: string) => {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const found = await readInScope(ctx.scope, async (tx) => {
    const campaign = await findCampaign(tx, id);
    if (!campaign) return null;
    return readTogether({
      campaign,
      controllerName: findHolderName(tx, campaign),
      readiness: campaign.state === "ended" ? null : findReadiness(tx, campaign, ctx.now),
      groundFacts: findGroundFacts(tx, ctx.now),
      scrubs: findScrubs(tx, id),
      versions: findVersions(tx, id),
      facts: findFacts(tx, id),
    });
  });
  if (!found) notFound();
  const { campaign, controllerName, readiness, scrubs } = found;
  const clientFacts = found.groundFacts(holderOf(campaign));
  return {
    // Texts that ask of this client, or of its processor, what the articles of the GDPR ask.
    lawTexts: new Map(
      GDPR_ARTICLES.map((article) => [
        article,
        articleGround({ article, basis: "statutory" }, clientFacts).provisions,
      ]),
    ),
    campaign: { ...campaign, controllerId: holderOf(campaign), controllerName },
    readiness,
    scrubs,
    numbers: campaign.content.numbers.map((shown) => ({
      ...shown,
      kind: campaignFacts(campaign.content, shown.number).shownNumber,
    })),
    zones: campaign.content.territories.length > 0 ? zonesOf(campaign.content.territories) : [],
    versions: withInstants(found.versions),
    facts: withInstants(found.facts),
    events: eventsFrom(campaign.state),
    today: today(ctx),
    may: { write: can(ctx.actor, "campaign.write"), move: can(ctx.actor, "campaign.move") },
  };
});

/** Loads a campaign as its form begins, with the instructions of its controller. */
export async function loadCampaignForm(slug: string, id: string) {
  const { campaign, may } = await loadCampaign(slug, id);
  const ctx = await requireStaff(slug);
  const { instructions, scripts, client } = await readInScope(ctx.scope, (tx) =>
    readTogether({
      instructions: findNameable(tx, {
        controllerId: campaign.controllerId,
        use: "campaign",
        day: today(ctx),
        named: campaign.instructionId,
      }),
      scripts: findScriptsOf(tx, campaign.controllerId),
      client: tx.controller.findFirst({
        where: { id: campaign.controllerId },
        select: { country: true },
      }),
    }),
  );
  const { reference, version, title, instructionId, scriptId, content } = campaign;
  return {
    saved: { id, reference, version },
    values: { title, instructionId: instructionId ?? "", scriptId: scriptId ?? "", ...content },
    instructions,
    clientCountry: client?.country ?? null,
    // A retired script is proposed no more, unless the campaign names it.
    scripts: scripts
      .filter((row) => row.state !== "retired" || row.id === scriptId)
      .map((row) => ({ value: row.id, label: `${row.reference} · ${row.title}` })),
    mayWrite: may.write,
    isOpen: campaign.state !== "ended",
  };
}

export async function loadNewCampaign(slug: string) {
  const ctx = await requireStaff(slug);
  const controllers = await readInScope(ctx.scope, findActiveControllers);
  return {
    controllers: controllers.map(({ id, legalName }) => ({ value: id, label: legalName })),
    mayWrite: can(ctx.actor, "campaign.write"),
  };
}

const CHOICE_MONTHS = 12;

/** Loads, for a controller in its portal, its campaigns with what the law says of their calls, and its choices in figures. */
export async function loadPortalTelephone(contactId: string) {
  const ctx = await requireContact(contactId);
  const since = addMonthsToDay(todayIn("Europe/Paris", ctx.now.getTime()), -CHOICE_MONTHS);
  const found = await readInScope(ctx.scope, (tx) =>
    readTogether({
      campaigns: findPortalCampaigns(tx),
      choices: countPortalChoices(tx, new Date(startOfDay("Europe/Paris", since))),
    }),
  );
  return { ...found, since };
}
