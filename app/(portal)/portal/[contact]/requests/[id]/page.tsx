import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DecisionForm } from "@/components/portal-decision/decision-form";
import {
  RequestedData,
  RequestedText,
  Compared,
  Decisions,
} from "@/components/portal-decision/request-sheet";
import { RequestTerm } from "@/components/portal-decision/request-term";
import { Disputed } from "@/components/shell/disputed";
import { PortalHead } from "@/components/shell/portal-page";
import { Words } from "@/components/shell/words";
import { ConversationPart } from "@/components/thread/conversation-part";
import type { Search } from "@/lib/forms/list-query";
import { loadRequest } from "@/lib/features/portal-decision/loaders";
import { loadPortalConversation } from "@/lib/features/thread/loaders";
import { dayAt, formatDay, formatList } from "@/lib/i18n/format";
import { LawArticles } from "../../law-articles";

type PageProps = {
  params: Promise<{ contact: string; id: string }>;
  searchParams: Promise<Search>;
};

export async function generateMetadata({ params }: Pick<PageProps, "params">): Promise<Metadata> {
  const { contact, id } = await params;
  return { title: (await loadRequest(contact, id)).request.reference };
}

export default async function RequestPage({ params, searchParams }: PageProps) {
  const [{ contact, id }, { signed }] = await Promise.all([params, searchParams]);
  const of = await loadRequest(contact, id);
  const [t, locale] = await Promise.all([getTranslations("portal-decision"), getLocale()]);
  const { request, name, organisation, decisions, state, asked, mayDecide, signatories, isAwaited } = of;
  // Decision signed on the previous page, while the request has not changed since.
  const justSigned = mayDecide && signed === String(request.version) && decisions.length > 0;
  const isConditional = state === "approved" && of.conditions.length > 0;
  const isOpen = !of.isArchived && (isAwaited || state === "expired");
  // A decision that is due stands before what it is about, which folds.
  const isDue = isOpen && of.choices.length > 0 && !justSigned;
  return (
    <>
      <PortalHead
        note={
          <LawArticles contact={contact} of={["28(2)"]} after={t("head", { reference: request.reference })} />
        }
        title={
          isOpen
            ? t(`question.${request.regime}`, { name })
            : t(`status.${isConditional ? "approved-under-conditions" : state}`, { name })
        }
        lead={
          <>
            {t("lead", { organisation, service: asked.service })}{" "}
            <span className="muted block">
              {t("since", { day: formatDay(dayAt(of.sentAt, request.zone), locale, { long: true }) })}
            </span>
          </>
        }
      />
      <Disputed isDisputed={of.isDisputed} />
      {!of.isArchived && <RequestTerm of={of} />}
      {!isDue && <Decisions contact={contact} of={of} justSigned={justSigned} />}
      {!mayDecide && !of.isArchived && (
        <p className="lead mt-4">
          {signatories.length > 0
            ? t("reader", { names: formatList(signatories, locale, "disjunction") })
            : t("readerAlone")}
        </p>
      )}
      {!justSigned && (
        <Words of={["portal-decision", "form"]}>
          <DecisionForm contact={contact} of={of} />
        </Words>
      )}
      {mayDecide && of.choices.length > 0 && !justSigned && <p className="muted mt-4">{t("afterwards")}</p>}
      {isDue && <Decisions contact={contact} of={of} justSigned={false} />}
      <RequestedData contact={contact} of={of} isOpen={!isDue} />
      <Compared of={of} />
      <RequestedText contact={contact} of={of} />
      <ConversationPart
        place={{ side: "contact", contact }}
        of={await loadPortalConversation(contact, "authorisation", id)}
        from="sheet"
        isOpen={!isDue}
      />
    </>
  );
}
