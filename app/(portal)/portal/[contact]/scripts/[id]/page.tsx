import { getLocale, getTranslations } from "next-intl/server";
import { AnswerSignature } from "@/components/call-script/answer-signature";
import { DecisionForm } from "@/components/call-script/decision-form";
import { MarkedScript, MentionList, PlainScript } from "@/components/call-script/mention-list";
import { PortalStatus } from "@/components/call-script/portal-status";
import { Disputed } from "@/components/shell/disputed";
import { PortalHead, PortalPart } from "@/components/shell/portal-page";
import { Words } from "@/components/shell/words";
import { TextChange } from "@/components/ui/changes";
import { Hash } from "@/components/ui/seal";
import { loadPortalScript } from "@/lib/features/call-script/loaders";
import { loadPortalZone } from "@/lib/features/portal/loaders";
import { formatDay, formatInstant, joinParts } from "@/lib/i18n/format";
import { titled } from "@/lib/i18n/titled";
import { LawArticles } from "../../law-articles";

type PageProps = { params: Promise<{ contact: string; id: string }> };
type Loaded = Awaited<ReturnType<typeof loadPortalScript>>;

export const generateMetadata = titled("portal", "navItems.scripts");

/** The exact text that is submitted, and the answer of a signatory. */
export default async function PortalScriptPage({ params }: PageProps) {
  const { contact, id } = await params;
  const of = await loadPortalScript(contact, id);
  const [t, locale, zone] = await Promise.all([
    getTranslations("call-script"),
    getLocale(),
    loadPortalZone(contact),
  ]);
  const { request, findings, marked, before, day } = of;
  const at = formatInstant(request.askedAt, zone, locale);
  const isDue = request.isOpen && of.mayDecide;
  return (
    <>
      <PortalHead
        note={<LawArticles contact={contact} of={["28(3)(a)"]} />}
        title={joinParts([request.title, t("portal.version", { edition: request.edition })], locale)}
        lead={t("portal.submitted", { at, by: request.authorName })}
      />
      <Disputed isDisputed={of.isDisputed} />
      <PortalPart id="text" title={t("portal.text")}>
        <div className="mt-3">
          {marked ? (
            <MarkedScript parts={marked} />
          ) : (
            <PlainScript text={request.text} language={request.language} />
          )}
        </div>
        <p className="muted mt-3">
          {t("approval.digest")} <Hash value={request.digest} />
        </p>
      </PortalPart>
      {isDue && <Answer contact={contact} of={of} />}
      {before && (
        <PortalPart id="changes" title={t("portal.before", { edition: before.edition })} isOpen={!isDue}>
          <TextChange pieces={before.pieces} />
        </PortalPart>
      )}
      <PortalPart
        id="mentions"
        title={t("portal.mentions", { day: formatDay(day, locale, { long: true }) })}
        isOpen={!isDue}
      >
        {findings ? (
          <MentionList findings={findings} isFrench={locale === "fr"} />
        ) : (
          <p className="muted mt-3">{t("check.unchecked")}</p>
        )}
      </PortalPart>
      {!isDue && <Answer contact={contact} of={of} />}
    </>
  );
}

async function Answer({ contact, of }: { contact: string; of: Loaded }) {
  const { request, signatures, mayDecide, hasPasskey } = of;
  const [t, locale, zone] = await Promise.all([
    getTranslations("call-script"),
    getLocale(),
    loadPortalZone(contact),
  ]);
  const { decision, isOpen } = request;
  return (
    <PortalPart id="answer" title={t("portal.decide")}>
      <p className="mt-3">
        <PortalStatus of={request} />
      </p>
      {decision && (
        <p className="mt-3">
          {t("approval.answered", {
            outcome: decision.outcome,
            at: formatInstant(decision.at, zone, locale),
            by: decision.by,
            power: decision.power,
          })}{" "}
          <bdi>{decision.reason}</bdi>
        </p>
      )}
      {signatures.map((signature) => (
        <AnswerSignature key={signature.id} of={signature} zone={zone} />
      ))}
      {isOpen && mayDecide && (
        <>
          <p className="mt-3">{t("portal.silence")}</p>
          <Words of={["form", "call-script"]}>
            <DecisionForm contact={contact} request={request} hasPasskey={hasPasskey} />
          </Words>
          <p className="muted mt-3">{t("portal.decideLead")}</p>
        </>
      )}
      {isOpen && !mayDecide && <p className="muted mt-3">{t("portal.readers")}</p>}
    </PortalPart>
  );
}
