import Link from "next/link";
import { useTranslations } from "next-intl";
import { PortalPart } from "@/components/shell/portal-page";
import type { Provision } from "@/lib/domain/statute/provisions";

const ELSEWHERE = ["swiss-fadp", "law-09-08"] as const;

type ProvisionTextsProps = {
  provision: Provision;
  /** Articles that ask the same, by law; absent where nobody compared them. */
  equivalents?: Readonly<Record<(typeof ELSEWHERE)[number], string | null>>;
  source: { href: string; lang: string };
};

export function ProvisionTexts({ provision: { id }, equivalents, source }: ProvisionTextsProps) {
  const t = useTranslations("law-page");
  const laws = useTranslations("data-law.names");
  const texts = ["says", "before", "example", "inspector"] as const;
  return (
    <>
      {texts
        .filter((text) => t.has(`provisions.${id}.${text}`))
        .map((text) => (
          <PortalPart key={text} title={t(text)}>
            <p className="pt-2">{t(`provisions.${id}.${text}`)}</p>
          </PortalPart>
        ))}
      {equivalents && (
        <PortalPart title={t("elsewhere")}>
          <ul className="public-list">
            {ELSEWHERE.map((law) => {
              const article = equivalents[law];
              return (
                <li key={law}>
                  {article === null
                    ? t("noEquivalent", { law: laws(law) })
                    : t("equivalent", { law: laws(law), article })}
                </li>
              );
            })}
          </ul>
        </PortalPart>
      )}
      <p className="pt-6">
        <a href={source.href} hrefLang={source.lang} rel="external noreferrer">
          {t("source")}
        </a>
        {" · "}
        <Link href="/law" prefetch={false}>
          {t("all")}
        </Link>
      </p>
    </>
  );
}
