import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { RequestForm } from "@/components/public-page/request-form";
import { RequestSteps } from "@/components/public-page/request-steps";
import { PortalHead } from "@/components/shell/portal-page";
import { PublicShell } from "@/components/shell/public-shell";
import { Words } from "@/components/shell/words";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";
import { loadRequestForm } from "@/lib/features/public-page/loaders";

type PageProps = { params: Promise<{ address: string }> };

/** Leads to the plain refusal before the head is written, so that the answer has its status. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { address } = await params;
  const { name } = await loadRequestForm(address, await getLocale());
  return { title: { absolute: (await getTranslations("published.request"))("heading", { name }) } };
}

export default async function PublicRequestPage({ params }: PageProps) {
  const { address } = await params;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("published.request")]);
  const { name, contacts } = await loadRequestForm(address, locale);
  return (
    <PublicShell organisation={name}>
      <div className="answer">
        <PortalHead title={t("title")} lead={t("lead", { name })} />
        <RequestSteps contacts={contacts} />
        <Words of={["form", "published"]}>
          <RequestForm address={address} locale={locale} countries={await loadCountryOptions(locale)} />
        </Words>
      </div>
    </PublicShell>
  );
}
