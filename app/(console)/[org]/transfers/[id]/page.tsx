import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Documents } from "@/components/attachment/documents";
import { NamingPart } from "@/components/record-links/naming-part";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { AnnexesPart } from "@/components/transfer/annexes-part";
import type { LoadedTransfer } from "@/components/transfer/loaded-transfer";
import { TransferHistory } from "@/components/transfer/transfer-history";
import { TransferSheet } from "@/components/transfer/transfer-sheet";
import { TransferStatus } from "@/components/transfer/transfer-status";
import { ActLink } from "@/components/ui/act-link";
import { Instant } from "@/components/ui/deadline";
import { GapBadge } from "@/components/ui/gap-badge";
import type { Search } from "@/lib/forms/list-query";
import { loadDocuments } from "@/lib/features/attachment/loaders";
import { loadNaming } from "@/lib/features/record-links/loaders";
import { loadTransfer } from "@/lib/features/transfer/loaders";
import { loadAnnexes } from "@/lib/features/transfer-annexes/loaders";
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
  const { reference, content } = (await loadTransfer(org, id)).transfer;
  return { title: thingTitle(reference, content.importer.name) };
}

export default async function TransferPage({ params, searchParams }: PageProps) {
  const { org, id } = await params;
  const search = await searchParams;
  const loaded = await loadTransfer(org, id);
  const [naming, annexes, documents] = await Promise.all([
    loadNaming(org, { id, noun: "transfer", controllerId: loaded.transfer.controllerId }),
    loadAnnexes(org, id),
    loadDocuments(org, "transfer", id),
  ]);
  const locale = await getLocale();
  const [t, countries] = await Promise.all([getTranslations("transfer"), loadCountryOptions(locale)]);
  const { reference, content } = loaded.transfer;
  const country = countries.find(({ value }) => value === content.importer.country)?.label;
  return (
    <Sheet>
      <DisputedSheet org={org} noun="transfer" id={id} />
      <PageHead
        note={
          <b>
            <bdi>{reference}</bdi>
          </b>
        }
        title={isolate(content.importer.name, locale) || t("list.unnamed")}
        lead={country ?? t("list.noCountry")}
        actions={<StateAct org={org} loaded={loaded} />}
      >
        <VersionLine loaded={loaded} />
      </PageHead>
      <TransferSheet org={org} loaded={loaded} countries={countries} />
      <NamingPart org={org} naming={naming} />
      <AnnexesPart org={org} id={id} loaded={annexes} hasFailed={search.error === "annexes"} />
      <Documents
        org={org}
        here={`/${org}/transfers/${id}`}
        of={documents}
        article={t("articles.documents")}
        search={search}
      />
      <TransferHistory versions={loaded.versions} facts={loaded.facts} />
      <RowNotes org={org} noun="transfer" id={id} />
    </Sheet>
  );
}

function StateAct({ org, loaded: { transfer, may } }: { org: string; loaded: LoadedTransfer }) {
  if (!may.move) return null;
  const of = transfer.state === "ended" ? "reopen" : "state";
  return <ActLink of={of} href={`/${org}/transfers/${transfer.id}/state`} />;
}

async function VersionLine({ loaded: { transfer, versions, gaps, status } }: { loaded: LoadedTransfer }) {
  const [t, locale] = await Promise.all([getTranslations("transfer"), getLocale()]);
  const [last] = versions;
  const required = gaps.filter(({ level }) => level === "required").length;
  return (
    <p className="version">
      <span>
        <b>{t("history.version", { number: transfer.version })}</b>{" "}
        {last && (
          <Instant
            iso={new Date(last.at).toISOString()}
            text={formatInstant(last.at, "Africa/Casablanca", locale)}
          />
        )}
      </span>
      {last?.authorName && <span>{t("history.by", { name: last.authorName })}</span>}
      <span>
        <TransferStatus of={status} />
      </span>
      {required > 0 && (
        <span>
          <GapBadge count={required} />
        </span>
      )}
    </p>
  );
}
