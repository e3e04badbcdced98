import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ParentalFacts, ParentalReceipt } from "@/components/choice/parental-parts";
import { PortalHead } from "@/components/shell/portal-page";
import { PublicShell } from "@/components/shell/public-shell";
import { LinkButton } from "@/components/ui/button";
import { loadParental } from "@/lib/features/choice/loaders";

type PageProps = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: { absolute: (await getTranslations("parent"))("receipt.title") },
    robots: { index: false },
  };
}

/** The holder's copy of what was answered: it opens for as long as the choices are kept. */
export default async function ParentReceiptPage({ params }: PageProps) {
  const { token } = await params;
  const [t, locale] = await Promise.all([getTranslations("parent"), getLocale()]);
  const asked = await loadParental(token, locale);
  if (!asked) redirect(`/parents/${encodeURIComponent(token)}/ended`);
  return (
    <PublicShell organisation={asked.processor.name}>
      <div className="answer">
        <PortalHead title={t("receipt.title")} lead={t("receipt.lead")} />
        <ParentalReceipt asked={asked} />
        <ParentalFacts asked={asked} />
        {(asked.mayDecline || asked.mayWithdraw) && (
          <p className="print:hidden">
            <LinkButton href={`/parents/${token}`}>
              {t(asked.mayWithdraw ? "withdraw" : "receipt.back")}
            </LinkButton>
          </p>
        )}
      </div>
    </PublicShell>
  );
}
