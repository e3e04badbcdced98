import { Pencil } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Documents } from "@/components/attachment/documents";
import { Disputed } from "@/components/shell/disputed";
import { DecisionLetters } from "@/components/authorisation/decision-letters";
import { MailWaits } from "@/components/shell/mail-waits";
import { OneButtonForm } from "@/components/authorisation/one-button-form";
import { RequestLife } from "@/components/authorisation/request-life";
import { RequestSheet } from "@/components/authorisation/request-sheet";
import { CellStatus, RequestStatus, type LoadedRequest } from "@/components/authorisation/request-status";
import { SheetActs } from "@/components/shell/sheet-acts";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { ConversationPart } from "@/components/thread/conversation-part";
import { LinkButton } from "@/components/ui/button";
import type { Search } from "@/lib/forms/list-query";
import { loadDocuments } from "@/lib/features/attachment/loaders";
import { loadRequest } from "@/lib/features/authorisation/loaders";
import { loadConversation } from "@/lib/features/thread/loaders";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";
import { thingTitle } from "@/lib/i18n/thing-title";
import { RowNotes } from "../../row-notes";

type PageProps = {
  params: Promise<{ org: string; id: string }>;
  searchParams: Promise<Search>;
};

export async function generateMetadata({ params }: Pick<PageProps, "params">): Promise<Metadata> {
  const { org, id } = await params;
  const { reference, subProcessor, controller } = (await loadRequest(org, id)).request;
  return { title: thingTitle(reference, `${subProcessor.name} · ${controller.legalName}`) };
}

export default async function RequestPage({ params, searchParams }: PageProps) {
  const { org, id } = await params;
  const it = await loadRequest(org, id);
  const [documents, conversation] = await Promise.all([
    loadDocuments(org, "authorisation", id),
    loadConversation(org, "authorisation", id),
  ]);
  const [t, locale] = await Promise.all([getTranslations("authorisation"), getLocale()]);
  const { reference, controller, subProcessor } = it.request;
  return (
    <Sheet>
      <PageHead
        note={
          <b>
            <bdi>{reference}</bdi>
          </b>
        }
        title={
          <>
            <bdi>{subProcessor.name}</bdi> · <bdi>{controller.legalName}</bdi>
          </>
        }
        lead={t(`leads.${it.request.regime}`)}
        actions={<Acts org={org} it={it} />}
      >
        <p className="version">
          <CellStatus state={it.cell.state} />
        </p>
      </PageHead>
      <Disputed isDisputed={it.isDisputed} />
      <RequestStatus org={org} of={it} />
      <RequestSheet org={org} of={it} countries={await loadCountryOptions(locale)} />
      <RequestLife org={org} of={it} />
      <DecisionLetters org={org} of={it} />
      <Documents
        org={org}
        here={`/${org}/authorisations/${id}`}
        of={documents}
        article={t("article")}
        search={await searchParams}
      />
      <ConversationPart place={{ side: "staff", org }} of={conversation} from="sheet" />
      <RowNotes org={org} noun="authorisation" id={id} />
    </Sheet>
  );
}

async function Acts({ org, it }: { org: string; it: LoadedRequest }) {
  const t = await getTranslations("authorisation");
  const at = `/${org}/authorisations/${it.request.id}`;
  const primary = (it.may.send || it.may.confirm) && (
    <Words of={["form", "authorisation"]}>
      <OneButtonForm org={org} act={it.may.send ? "send" : "confirm"} request={it.request} />
      <MailWaits canSend={it.canSend} />
    </Words>
  );
  const others = [
    it.may.edit && {
      key: "edit",
      act: (
        <LinkButton tone="bare" icon={Pencil} href={`${at}/edit`}>
          {t("edit.open")}
        </LinkButton>
      ),
    },
    ...it.moves.map((event) => ({
      key: event,
      act: (
        <LinkButton tone="bare" href={`${at}/move/${event}`}>
          {t(`moves.${event as "approve"}`)}
        </LinkButton>
      ),
    })),
  ];
  return <SheetActs primary={primary} others={others} />;
}
