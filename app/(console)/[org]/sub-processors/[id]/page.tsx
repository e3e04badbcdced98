import { ListPlus, Send, Stamp } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Documents } from "@/components/attachment/documents";
import { PartyPartsPart } from "@/components/party-parts/party-parts-part";
import { SheetActs } from "@/components/shell/sheet-acts";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { FlowDownPart } from "@/components/sub-processor/flow-down-part";
import { IndexedSubProcessor } from "@/components/sub-processor/indexed-sub-processor";
import type { LoadedSubProcessor } from "@/components/sub-processor/loaded-sub-processor";
import { SubProcessorGaps } from "@/components/sub-processor/sub-processor-gaps";
import { SubProcessorHistory } from "@/components/sub-processor/sub-processor-history";
import { SubProcessorSheet } from "@/components/sub-processor/sub-processor-sheet";
import { TransfersPart } from "@/components/transfer/transfers-part";
import { LinkButton } from "@/components/ui/button";
import { Instant } from "@/components/ui/deadline";
import { GapBadge } from "@/components/ui/gap-badge";
import { Status } from "@/components/ui/status";
import type { Search } from "@/lib/forms/list-query";
import { loadDocuments } from "@/lib/features/attachment/loaders";
import { loadPartyParts } from "@/lib/features/party-parts/loaders";
import { loadSubProcessor } from "@/lib/features/sub-processor/loaders";
import { loadTransfersOf } from "@/lib/features/transfer/loaders";
import { isolate } from "@/lib/i18n/bidi";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { thingTitle } from "@/lib/i18n/thing-title";
import { DisputedSheet } from "../../disputed-rows";
import { RowNotes } from "../../row-notes";

type PageProps = {
  params: Promise<{ org: string; id: string }>;
  searchParams: Promise<Search>;
};

export async function generateMetadata({ params }: Pick<PageProps, "params">): Promise<Metadata> {
  const { org, id } = await params;
  const { reference, content } = (await loadSubProcessor(org, id)).subProcessor;
  return { title: thingTitle(reference, content.identity.name) };
}

export default async function SubProcessorPage({ params, searchParams }: PageProps) {
  const { org, id } = await params;
  const search = await searchParams;
  const loaded = await loadSubProcessor(org, id);
  const [parts, transfers, documents] = await Promise.all([
    loadPartyParts(org, {
      party: "sub-processor",
      id,
      name: loaded.subProcessor.content.identity.name,
      isOpen: loaded.subProcessor.state === "listed",
    }),
    loadTransfersOf(org, { subProcessorId: id }),
    loadDocuments(org, "sub-processor", id),
  ]);
  const [t, locale] = await Promise.all([getTranslations("sub-processor"), getLocale()]);
  const { reference, content } = loaded.subProcessor;
  const open = loaded.gaps.filter(({ section }) => section === "transfers");
  return (
    <Sheet>
      <DisputedSheet org={org} noun="sub-processor" id={id} />
      <PageHead
        note={
          <b>
            <bdi>{reference}</bdi>
          </b>
        }
        title={isolate(content.identity.name, locale)}
        lead={isolate(content.service.service, locale)}
        actions={<Acts org={org} loaded={loaded} />}
      >
        <VersionLine loaded={loaded} />
      </PageHead>
      <PartyPartsPart loaded={parts} lifeHref={`/${org}/sub-processors/${id}/life`} />
      <IndexedSubProcessor loaded={loaded}>
        <SubProcessorSheet org={org} loaded={loaded} countries={await loadCountryOptions(locale)} />
        <FlowDownPart org={org} loaded={loaded} />
        <TransfersPart
          org={org}
          of={`subProcessor=${id}`}
          loaded={transfers}
          none={t(open.length > 0 ? "transfers.none" : "transfers.inside")}
        >
          <SubProcessorGaps gaps={open} />
        </TransfersPart>
        <Documents
          org={org}
          here={`/${org}/sub-processors/${id}`}
          of={documents}
          article={t("articles.documents")}
          search={search}
        />
        <SubProcessorHistory at={`/${org}/sub-processors/${id}`} loaded={loaded} />
      </IndexedSubProcessor>
      <RowNotes org={org} noun="sub-processor" id={id} />
    </Sheet>
  );
}

async function Acts({ org, loaded: { subProcessor, may } }: { org: string; loaded: LoadedSubProcessor }) {
  const [t, words] = await Promise.all([
    getTranslations("sub-processor.state"),
    getTranslations("sub-processor"),
  ]);
  const { id, state } = subProcessor;
  const at = `/${org}/sub-processors/${id}`;
  const relist = {
    key: "relist",
    act: (
      <LinkButton tone="bare" icon={ListPlus} href={`${at}/state`}>
        {t("reopen")}
      </LinkButton>
    ),
  };
  const others = [
    {
      key: "authorisations",
      act: (
        <LinkButton tone="bare" icon={Stamp} href={`/${org}/authorisations?subProcessor=${id}`}>
          {words("authorisations.see")}
        </LinkButton>
      ),
    },
    may.move && (state === "ended" ? relist : { of: "retire" as const, href: `${at}/state` }),
  ];
  const primary = may.ask && (
    <LinkButton tone="go" icon={Send} href={`/${org}/authorisations/new?subProcessor=${id}`}>
      {words("authorisations.ask")}
    </LinkButton>
  );
  return <SheetActs primary={primary} others={others} />;
}

async function VersionLine({ loaded: { subProcessor, versions, gaps } }: { loaded: LoadedSubProcessor }) {
  const [t, locale] = await Promise.all([getTranslations("sub-processor"), getLocale()]);
  const [last] = versions;
  const required = gaps.filter(({ level }) => level === "required").length;
  return (
    <p className="version">
      <span>
        <b>{t("history.version", { number: subProcessor.version })}</b>{" "}
        {last && (
          <Instant
            iso={new Date(last.at).toISOString()}
            text={formatInstant(last.at, "Africa/Casablanca", locale)}
          />
        )}
      </span>
      {last?.authorName && <span>{t("history.by", { name: last.authorName })}</span>}
      <span>
        <Status kind={subProcessor.state === "listed" ? "ok" : "plain"}>
          {t(`states.${subProcessor.state}`)}
        </Status>
      </span>
      {required > 0 && (
        <span>
          <GapBadge count={required} />
        </span>
      )}
    </p>
  );
}
