import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AnswerForm } from "@/components/consultation/answer-form";
import { ConsentTerms } from "@/components/consultation/consent-terms";
import { WhoAsks } from "@/components/consultation/who-asks";
import { WithdrawForm } from "@/components/consultation/withdraw-form";
import { PortalHead } from "@/components/shell/portal-page";
import { PublicShell } from "@/components/shell/public-shell";
import { LinkButton } from "@/components/ui/button";
import { loadAsked } from "@/lib/features/consultation/loaders";
import type { Search } from "@/lib/forms/list-query";

type PageProps = { params: Promise<{ token: string }>; searchParams: Promise<Search> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: { absolute: (await getTranslations("answer"))("title") }, robots: { index: false } };
}

/** Opening a link records nothing: mail scanners open links. One that is over still withdraws what it agreed. */
export default async function AnswerPage({ params, searchParams }: PageProps) {
  const { token } = await params;
  const { notice } = await searchParams;
  const asked = await loadAsked(token);
  if (asked.status === "unknown" || (asked.status !== "valid" && asked.agreed.length === 0))
    redirect(`/answer/${token}/ended`);
  const [t, locale] = await Promise.all([getTranslations("answer"), getLocale()]);
  const mayAnswer = asked.status === "valid";
  const names = { processor: asked.processor.name, controller: asked.controller.name };
  return (
    <PublicShell organisation={asked.processor.name}>
      <div className="answer">
        <PortalHead
          title={t(mayAnswer ? "title" : "withdraw.title")}
          lead={t(mayAnswer ? "lead" : "withdraw.lead", names)}
        />
        <WhoAsks asked={asked} />
        {(notice === "blank" || notice === "tooMany") && (
          <p role="alert" className="answer-notice">
            {t(notice)}
          </p>
        )}
        {mayAnswer ? (
          <>
            <ConsentTerms asked={asked} />
            <AnswerForm token={token} asked={asked} language={locale} />
          </>
        ) : (
          <>
            <WithdrawForm token={token} asked={asked} language={locale} />
            <p>
              <LinkButton href={`/answer/${token}/receipt`}>{t("receipt.open")}</LinkButton>
            </p>
          </>
        )}
      </div>
    </PublicShell>
  );
}
