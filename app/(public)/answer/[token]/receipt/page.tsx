import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ConsentTerms } from "@/components/consultation/consent-terms";
import { AnswerReceipt, isOnPageOfNow } from "@/components/consultation/last-answer";
import { WhoAsks } from "@/components/consultation/who-asks";
import { PortalHead } from "@/components/shell/portal-page";
import { PublicShell } from "@/components/shell/public-shell";
import { LinkButton } from "@/components/ui/button";
import { loadAsked } from "@/lib/features/consultation/loaders";

type PageProps = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: { absolute: (await getTranslations("answer"))("receipt.heading") },
    robots: { index: false },
  };
}

/** The person's copy of what was chosen, R223-2: it opens for as long as the choices are kept. */
export default async function ReceiptPage({ params }: PageProps) {
  const { token } = await params;
  const asked = await loadAsked(token);
  if (asked.status === "unknown" || (asked.status !== "valid" && asked.choices.length === 0))
    redirect(`/answer/${token}/ended`);
  const t = await getTranslations("answer");
  const mayChange = asked.status === "valid" || asked.agreed.length > 0;
  return (
    <PublicShell organisation={asked.processor.name}>
      <div className="answer">
        <PortalHead title={t("receipt.title")} lead={t("receipt.lead")} />
        <AnswerReceipt asked={asked} />
        {isOnPageOfNow(asked) && <ConsentTerms asked={asked} head="said" />}
        <WhoAsks asked={asked} />
        {mayChange && (
          <p className="print:hidden">
            <LinkButton href={`/answer/${token}`}>
              {t(asked.status === "valid" ? "receipt.change" : "withdraw.act")}
            </LinkButton>
          </p>
        )}
      </div>
    </PublicShell>
  );
}
