import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Documents } from "@/components/attachment/documents";
import { ClocksPart } from "@/components/rights-request/clocks-part";
import { ActsPart, LifePart } from "@/components/rights-request/life-part";
import { PersonPart, PlacePart } from "@/components/rights-request/person-part";
import { RequestHead } from "@/components/rights-request/request-head";
import { SamePart } from "@/components/rights-request/same-part";
import { StopPart } from "@/components/rights-request/stop-part";
import { HeldInstruction } from "@/components/rights-request/held-instruction";
import { TasksPart } from "@/components/rights-request/tasks-part";
import { Sheet } from "@/components/shell/sheet";
import { loadDocuments } from "@/lib/features/attachment/loaders";
import { loadRequest } from "@/lib/features/rights-request/loaders";
import { joinParts } from "@/lib/i18n/format";
import { thingTitle } from "@/lib/i18n/thing-title";
import { DisputedSheet } from "../../disputed-rows";
import { RowNotes } from "../../row-notes";

type PageProps = {
  params: Promise<{ org: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { org, id } = await params;
  const [it, t, locale] = await Promise.all([
    loadRequest(org, id),
    getTranslations("rights-request.rights"),
    getLocale(),
  ]);
  const rights = it.rights.map((right) => t(right));
  return { title: thingTitle(it.reference, joinParts(rights, locale)) };
}

/** Shows one request: whose it is, its clocks, what is carried out, and every fact. */
export default async function RightsRequestPage({ params, searchParams }: PageProps) {
  const { org, id } = await params;
  const it = await loadRequest(org, id);
  const documents = await loadDocuments(org, "rights-request", id);
  const t = await getTranslations("rights-request");
  const isUnplaced = it.controller === null && it.may.write && it.events.includes("placed");
  return (
    <Sheet>
      <DisputedSheet org={org} noun="rights-request" id={id} />
      <RequestHead it={it} />
      <HeldInstruction org={org} it={it} />
      <StopPart org={org} it={it} />
      <SamePart org={org} it={it} />
      {isUnplaced && <PlacePart org={org} it={it} />}
      <ActsPart org={org} it={it} />
      <ClocksPart it={it} />
      <PersonPart org={org} it={it} />
      <TasksPart org={org} it={it} />
      <Documents
        org={org}
        here={`/${org}/rights-requests/${id}`}
        of={documents}
        article={t("list.article")}
        search={await searchParams}
      />
      <LifePart org={org} it={it} />
      <RowNotes org={org} noun="rights-request" id={id} />
    </Sheet>
  );
}
