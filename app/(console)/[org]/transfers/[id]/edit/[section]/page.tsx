import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { FormPage } from "@/components/shell/form-page";
import { SectionForm } from "@/components/transfer/section-form";
import { LinkButton } from "@/components/ui/button";
import { TRANSFER_SECTIONS, type TransferSection } from "@/lib/domain/transfer/content";
import { loadSection } from "@/lib/features/transfer/loaders";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";

type PageProps = { params: Promise<{ org: string; id: string; section: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { section } = await params;
  const t = await getTranslations("transfer.parts");
  return isSection(section) ? { title: t(section) } : {};
}

export default async function EditTransferPage({ params }: PageProps) {
  const { org, id, section } = await params;
  if (!isSection(section)) notFound();
  const loaded = await loadSection(org, id, section);
  const t = await getTranslations("transfer");
  return (
    <FormPage
      note={<b>{t(`articles.${section}`)}</b>}
      title={t(`parts.${section}`)}
      lead={t(`leads.${section}`)}
      isAllowed={loaded.mayWrite}
      words={["transfer"]}
      back={<LinkButton href={`/${org}/transfers/${id}`}>{t("back")}</LinkButton>}
    >
      <SectionForm
        key={section}
        org={org}
        section={section}
        loaded={loaded}
        countries={await loadCountryOptions(await getLocale())}
      />
    </FormPage>
  );
}

function isSection(section: string): section is TransferSection {
  return (TRANSFER_SECTIONS as readonly string[]).includes(section);
}
