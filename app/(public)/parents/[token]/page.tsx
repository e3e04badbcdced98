import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ParentalFacts, ParentalForm, ParentalTerms } from "@/components/choice/parental-parts";
import { PortalHead } from "@/components/shell/portal-page";
import { PublicShell } from "@/components/shell/public-shell";
import { LinkButton } from "@/components/ui/button";
import { loadParental } from "@/lib/features/choice/loaders";
import type { Search } from "@/lib/forms/list-query";

type PageProps = { params: Promise<{ token: string }>; searchParams: Promise<Search> };

const NOTICES = ["blank", "undeclared", "tooMany", "changed"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: { absolute: (await getTranslations("parent"))("title") }, robots: { index: false } };
}

/** Page of a holder of parental responsibility, art. 8. Opening it records nothing: mail scanners open links. */
export default async function ParentPage({ params, searchParams }: PageProps) {
  const { token } = await params;
  const { notice } = await searchParams;
  const [t, locale] = await Promise.all([getTranslations("parent"), getLocale()]);
  const asked = await loadParental(token, locale);
  if (!asked) redirect(`/parents/${encodeURIComponent(token)}/ended`);
  const shown = NOTICES.find((one) => one === notice);
  const names = { processor: asked.processor.name, controller: asked.controller.name };
  const head = asked.mayAnswer
    ? "asked"
    : asked.mayWithdraw
      ? "given"
      : asked.mayDecline
        ? "declinable"
        : asked.awaitsOwnChoice
          ? "taken-over"
          : "over";
  return (
    <PublicShell organisation={asked.processor.name}>
      <div className="answer">
        <PortalHead title={t(`heads.${head}.title`)} lead={t(`heads.${head}.lead`, names)} />
        {shown && (
          <p role="alert" className="answer-notice">
            {t(`notices.${shown}`)}
          </p>
        )}
        <ParentalFacts asked={asked} />
        {asked.mayAnswer && <ParentalTerms asked={asked} />}
        {(asked.mayDecline || asked.mayWithdraw) && (
          <ParentalForm
            token={token}
            asked={asked}
            chosen={shown === "undeclared" ? "authorise" : undefined}
          />
        )}
        {!asked.mayAnswer && (
          <p>
            <LinkButton href={`/parents/${token}/receipt`}>{t("receipt.open")}</LinkButton>
          </p>
        )}
      </div>
    </PublicShell>
  );
}
