import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AnswerForm } from "@/components/consultation/answer-form";
import { WhoAsks } from "@/components/consultation/who-asks";
import { PortalHead } from "@/components/shell/portal-page";
import { PublicShell } from "@/components/shell/public-shell";
import { loadAsked } from "@/lib/features/consultation/loaders";
import type { Search } from "@/lib/forms/list-query";

type PageProps = { params: Promise<{ token: string }>; searchParams: Promise<Search> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: { absolute: (await getTranslations("answer"))("title") }, robots: { index: false } };
}

/** Opening a link records nothing: mail scanners open links. */
export default async function AnswerPage({ params, searchParams }: PageProps) {
  const { token } = await params;
  const { notice } = await searchParams;
  const asked = await loadAsked(token);
  if (asked.status !== "valid") redirect(`/answer/${token}/ended`);
  const [t, locale] = [await getTranslations("answer"), await getLocale()];
  return (
    <PublicShell organisation={asked.processor}>
      <div className="answer">
        <PortalHead
          title={t("title")}
          lead={t("lead", { processor: asked.processor, controller: asked.controller })}
        />
        <WhoAsks asked={asked} />
        {(notice === "blank" || notice === "tooMany") && (
          <p role="alert" className="answer-notice">
            {t(notice)}
          </p>
        )}
        <p>{t("explain")}</p>
        <AnswerForm token={token} asked={asked} language={locale} />
        <p>{t("holds", { count: asked.months ?? 0 })}</p>
      </div>
    </PublicShell>
  );
}
