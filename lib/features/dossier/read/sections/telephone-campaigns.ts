import { campaignContentSchema } from "@/lib/domain/campaign/content";
import type { ReadinessReason } from "@/lib/domain/campaign/readiness";
import { scrubKind } from "@/lib/domain/campaign/scrubs";
import { findReadinessAt } from "@/lib/features/campaign/read/readiness";
import { isChosen, type SectionQuery } from "@/lib/features/dossier/read/section";
import { reasonCell, reasonData, reasonOfVersions } from "@/lib/features/dossier/read/written-reason";
import { formatDay, formatNumber, joinParts } from "@/lib/i18n/format";
import { translator, type Translator } from "@/lib/i18n/translator";
import type { Tx } from "@/lib/platform/database/transaction";
import { versionsAt } from "@/lib/platform/database/versions";
import { BETWEEN, type TelephoneRow } from "./telephone-row";

/** A version of a campaign as it was saved; Prisma types it as JSON, and the database lets nobody change it. */
type Snapshot = {
  title: string;
  controllerId: string;
  instructionId: string | null;
  scriptId: string | null;
  content: unknown;
};
type Words = { campaign: Translator; law: Translator; countries: Translator };

/** Campaigns as they stood, each followed by the scrubs of its list. One that has ended is judged no more. */
export async function* campaignRows(tx: Tx, query: SectionQuery): AsyncGenerator<TelephoneRow> {
  const words = {
    campaign: await translator(query.words.locale, "campaign"),
    law: await translator(query.words.locale, "telephone"),
    countries: await translator(query.words.locale, "countries"),
  };
  const versions = await tx.campaignVersion.findMany({
    where: versionsAt(query.at),
    orderBy: { reference: "asc" },
    select: { campaignId: true, reference: true, state: true, recordedAt: true, snapshot: true },
  });
  for (const { campaignId, snapshot, ...row } of versions) {
    const campaign = { id: campaignId, ...row, ...(snapshot as Snapshot) };
    if (!isChosen(query, campaign.controllerId)) continue;
    yield await describeCampaign(tx, campaign, query, words);
    yield* scrubRows(tx, campaign, query);
  }
}

type Campaign = Snapshot & { id: string; reference: string; state: string; recordedAt: Date };

async function describeCampaign(
  tx: Tx,
  campaign: Campaign,
  query: SectionQuery,
  words: Words,
): Promise<TelephoneRow> {
  const { id, reference, title, state, controllerId, instructionId, scriptId, recordedAt } = campaign;
  const content = campaignContentSchema.parse(campaign.content);
  const controller = await tx.controller.findFirstOrThrow({
    where: { id: controllerId },
    select: { id: true, legalName: true, mergedIntoId: true },
  });
  const grounded = { id, content, instructionId, scriptId, controller };
  const readiness = state === "ended" ? null : await findReadinessAt(tx, grounded, query.at);
  const { day, instant, locale } = query.words;
  const named = await findNamed(tx, campaign);
  const versions = await tx.campaignVersion.findMany({
    where: { campaignId: id, recordedAt: { lte: query.at } },
    orderBy: { version: "asc" },
    select: { recordedAt: true, authorName: true, snapshot: true },
  });
  const reason = reasonOfVersions(versions);
  const colour = readiness ? words.campaign(`readiness.colours.${readiness.colour}`) : "";
  const reasons = readiness?.reasons.map((reason) => reasonWords(reason, words, locale)) ?? [];
  return {
    kind: "campaign",
    subject: id,
    cells: {
      reference,
      title,
      controller: query.nameOf(controllerId),
      ...named,
      state: words.campaign(`states.${state}`),
      recordedAt: instant(recordedAt),
      firstDay: day(content.firstDay),
      lastDay: day(content.lastDay),
      instructionReason: reasonCell(reason, query),
      findings: [colour, ...reasons].filter(Boolean).join("\n"),
    },
    data: {
      reference,
      title,
      controller: query.nameOf(controllerId),
      state,
      ...named,
      ...reasonData(reason, query),
      recordedAt: recordedAt.toISOString(),
      content: { ...content, numbers: [...content.numbers], countries: [...content.countries] },
      readiness: readiness && { colour: readiness.colour, reasons: readiness.reasons.map(readinessData) },
    },
  };
}

/** The reason, its article and its days. */
function reasonWords(
  { of, rule, article, reason, days, mention, country }: ReadinessReason,
  { campaign, law, countries }: Words,
  locale: SectionQuery["words"]["locale"],
): string {
  const verdict =
    rule === null
      ? campaign(`readiness.reasons.${reason}`, { mention: mention ? law(`script.mentions.${mention}`) : "" })
      : law(`reasons.${reason}`, { country: country ? countries(country) : "" });
  const from = days && formatDay(days.from, locale);
  const until = days && formatDay(days.until, locale);
  return joinParts(
    [
      ...[verdict, of === "house" && law("house.own"), article],
      from && until && campaign("readiness.days", { from, until }),
    ],
    locale,
    BETWEEN,
  );
}

function readinessData({ territories, country, ...reason }: ReadinessReason) {
  const { of, rule, article, verdict, reason: key, days, mention } = reason;
  return {
    of,
    rule,
    article,
    verdict,
    reason: key,
    days,
    territories: [...territories],
    mention,
    ...(country !== undefined && { country }),
  };
}

async function findNamed(tx: Tx, { instructionId, scriptId }: Campaign) {
  const instruction = instructionId
    ? await tx.instruction.findFirst({ where: { id: instructionId }, select: { number: true } })
    : null;
  const script = scriptId
    ? await tx.callScript.findFirst({ where: { id: scriptId }, select: { reference: true } })
    : null;
  return { instruction: instruction?.number ?? "", script: script?.reference ?? "" };
}

async function* scrubRows(
  tx: Tx,
  { id, reference, title, controllerId }: Campaign,
  query: SectionQuery,
): AsyncGenerator<TelephoneRow> {
  const scrubs = await tx.campaignScrub.findMany({
    where: { campaignId: id, recordedAt: { lte: query.at } },
    orderBy: [{ scrubbedOn: "asc" }, { id: "asc" }],
    select: { scrubbedOn: true, fileCount: true, certificate: true, recordedAt: true },
  });
  const { dossier, day, instant, locale } = query.words;
  for (const { scrubbedOn, fileCount, certificate, recordedAt } of scrubs)
    yield {
      kind: "scrub",
      ...(scrubKind(scrubbedOn) === "bloctel" && { named: "scrub-bloctel" }),
      subject: null,
      drawnOf: id,
      cells: {
        reference: certificate,
        title: joinParts([reference, title], locale),
        controller: query.nameOf(controllerId),
        recordedAt: instant(recordedAt),
        firstDay: day(scrubbedOn),
        counts: dossier("scrubbed", { count: formatNumber(fileCount, locale) }),
      },
      data: {
        campaign: reference,
        controller: query.nameOf(controllerId),
        certificate,
        scrubbedOn,
        fileCount,
        recordedAt: recordedAt.toISOString(),
      },
    };
}
