import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { LawFrame } from "@/components/law/law-frame";
import { ProvisionTexts } from "@/components/law/provision-texts";
import { equivalentsOf } from "@/lib/domain/statute/equivalent-articles";
import { officialText, provisionById } from "@/lib/domain/statute/provisions";
import { formatDay } from "@/lib/i18n/format";

type PageProps = { params: Promise<{ provision: string }> };

/** A path that names nothing is answered before the head is written, so that the answer has its status. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { id, law, article } = await readProvision(params);
  const t = await getTranslations("law-page");
  return { title: `${t(`cited.${law}`, { article })} – ${t(`provisions.${id}.title`)}` };
}

export default async function ProvisionPage({ params }: PageProps) {
  const provision = await readProvision(params);
  const { id, law, article, from } = provision;
  const locale = await getLocale();
  const t = await getTranslations("law-page");
  return (
    <LawFrame
      note={t(`cited.${law}`, { article })}
      title={t(`provisions.${id}.title`)}
      lead={t("inForce", { day: formatDay(from, locale) })}
    >
      <ProvisionTexts
        provision={provision}
        equivalents={law === "gdpr" ? equivalentsOf(article) : undefined}
        source={officialText(law, locale)}
      />
    </LawFrame>
  );
}

async function readProvision(params: PageProps["params"]) {
  return provisionById((await params).provision) ?? notFound();
}
