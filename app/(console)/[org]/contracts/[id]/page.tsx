import { FileCheck, Pencil } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Documents } from "@/components/attachment/documents";
import { ContractStateWord } from "@/components/contract/contract-state-word";
import { ContractGapBadge } from "@/components/contract/contract-gap-badge";
import { ContractHistory } from "@/components/contract/contract-history";
import { ContractSheet } from "@/components/contract/contract-sheet";
import { IndexedContract } from "@/components/contract/indexed-contract";
import type { LoadedContract } from "@/components/contract/loaded-contract";
import { DayForm } from "@/components/ui/day-form";
import { NamingPart } from "@/components/record-links/naming-part";
import { SheetActs } from "@/components/shell/sheet-acts";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { ConversationPart } from "@/components/thread/conversation-part";
import { TransfersPart } from "@/components/transfer/transfers-part";
import { ActLink } from "@/components/ui/act-link";
import { LinkButton } from "@/components/ui/button";
import { Instant } from "@/components/ui/deadline";
import { summariseContractGaps } from "@/lib/domain/contract/completeness";
import type { Search } from "@/lib/forms/list-query";
import { loadDocuments } from "@/lib/features/attachment/loaders";
import { loadContract } from "@/lib/features/contract/loaders";
import { loadNaming } from "@/lib/features/record-links/loaders";
import { loadConversation } from "@/lib/features/thread/loaders";
import { loadTransfersOf } from "@/lib/features/transfer/loaders";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import { thingTitle } from "@/lib/i18n/thing-title";
import { DisputedSheet } from "../../disputed-rows";
import { RowNotes } from "../../row-notes";

type PageProps = {
  params: Promise<{ org: string; id: string }>;
  searchParams: Promise<Search>;
};

export async function generateMetadata({ params }: Pick<PageProps, "params">): Promise<Metadata> {
  const { org, id } = await params;
  const { contract } = await loadContract(org, id);
  return { title: thingTitle(contract.reference, contract.title) };
}

export default async function ContractPage({ params, searchParams }: PageProps) {
  const { org, id } = await params;
  const search = await searchParams;
  const { on } = search;
  const asked = typeof on === "string" ? on.trim().slice(0, 40) : "";
  const loaded = await loadContract(org, id, asked);
  const { contract } = loaded;
  const [documents, besides] = await Promise.all([
    loadDocuments(org, "contract", id),
    loaded.asked === null ? loadBesides(org, { id, controllerId: contract.controller.id }) : null,
  ]);
  const t = await getTranslations("contract");
  return (
    <Sheet>
      <DisputedSheet org={org} noun="contract" id={id} />
      <PageHead
        note={
          <b>
            <bdi>{contract.reference}</bdi>
          </b>
        }
        title={contract.title || contract.reference}
        lead={
          <Link href={`/${org}/controllers/${contract.controller.id}`} prefetch={false}>
            {contract.controller.legalName}
          </Link>
        }
        actions={<Acts org={org} loaded={loaded} />}
      >
        <VersionLine loaded={loaded} />
      </PageHead>
      <Line>
        <DayForm
          action={`/${org}/contracts/${id}`}
          on={asked}
          error={loaded.isAskedWrongly ? t("asOf.wrong", { given: asked }) : undefined}
        />
        <DayLine org={org} loaded={loaded} />
      </Line>
      <IndexedContract loaded={loaded} besides={besides && { hasThread: besides.conversation !== null }}>
        <ContractSheet org={org} loaded={loaded} countries={await loadCountryOptions(await getLocale())} />
        <Documents
          org={org}
          here={`/${org}/contracts/${id}`}
          of={documents}
          article={t("articles.amendments")}
          search={search}
        />
        {besides && (
          <>
            <TransfersPart org={org} of={`controller=${contract.controller.id}`} loaded={besides.transfers} />
            <NamingPart org={org} naming={besides.naming} />
            <ConversationPart place={{ side: "staff", org }} of={besides.conversation} from="sheet" />
          </>
        )}
        <ContractHistory at={`/${org}/contracts/${id}`} versions={loaded.versions} facts={loaded.facts} />
      </IndexedContract>
      <RowNotes org={org} noun="contract" id={id} />
    </Sheet>
  );
}

/** Reads what is shown of today alone. */
async function loadBesides(org: string, { id, controllerId }: { id: string; controllerId: string }) {
  const [transfers, naming, conversation] = await Promise.all([
    loadTransfersOf(org, { controllerId }),
    loadNaming(org, { id, noun: "contract", controllerId }),
    loadConversation(org, "contract", id),
  ]);
  return { transfers, naming, conversation };
}

type LoadedProps = { org: string; loaded: LoadedContract };

async function Acts({ org, loaded: { contract, may, events, state } }: LoadedProps) {
  const [t, words] = await Promise.all([getTranslations("contract"), getTranslations("contract-end")]);
  const at = `/${org}/contracts/${contract.id}`;
  const others = [
    may.write && {
      key: "rename",
      act: (
        <LinkButton tone="bare" icon={Pencil} href={`${at}/edit/name`}>
          {t("rename")}
        </LinkButton>
      ),
    },
    state !== "draft" && {
      key: "end",
      act: (
        <LinkButton tone="bare" icon={FileCheck} href={`${at}/end`}>
          {words("open")}
        </LinkButton>
      ),
    },
  ];
  const primary = may.move && events.length > 0 && <ActLink of="state" tone="go" href={`${at}/state`} />;
  return <SheetActs primary={primary} others={others} />;
}

async function VersionLine({ loaded: { contract, versions, gaps, state } }: Pick<LoadedProps, "loaded">) {
  const [t, locale] = await Promise.all([getTranslations("contract"), getLocale()]);
  const [last] = versions;
  const { required, codes } = summariseContractGaps(gaps);
  return (
    <p className="version">
      <span>
        <b>{t("history.version", { number: contract.version })}</b>{" "}
        {last && (
          <Instant
            iso={new Date(last.at).toISOString()}
            text={formatInstant(last.at, "Africa/Casablanca", locale)}
          />
        )}
      </span>
      {last?.authorName && <span>{t("history.by", { name: last.authorName })}</span>}
      <span>
        <ContractStateWord state={state} />
      </span>
      <span>
        <ContractGapBadge row={{ requiredGaps: required, gapCodes: codes }} />
      </span>
    </p>
  );
}

async function DayLine({ org, loaded: { asked, contract, inForce } }: LoadedProps) {
  if (asked === null) return null;
  const [t, locale] = await Promise.all([getTranslations("contract.asOf"), getLocale()]);
  return (
    <p className="as-of" role="note">
      <span>
        <b>{t("line", { day: formatDay(asked, locale, { long: true }) })}</b>{" "}
        {t("amendments", { count: inForce.length })}
      </span>
      <Link href={`/${org}/contracts/${contract.id}`} prefetch={false}>
        {t("today")}
      </Link>
    </p>
  );
}
