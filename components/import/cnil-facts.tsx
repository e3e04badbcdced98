import { useLocale, useTranslations } from "next-intl";
import { Empty } from "@/components/ui/states";
import type { LoadedImport } from "@/lib/features/import/loaders";
import { formatList } from "@/lib/i18n/format";

type CnilFactsProps = { cnil: NonNullable<LoadedImport["file"]["cnil"]>; entries: number };

export function CnilFacts({ cnil: { blank, contacts }, entries }: CnilFactsProps) {
  const t = useTranslations("import-page");
  const locale = useLocale();
  return (
    <>
      <p className="prose-line mt-5">{t("cnil.known")}</p>
      {blank.length > 0 && (
        <p className="muted">{t("cnil.blank", { count: blank.length, list: formatList(blank, locale) })}</p>
      )}
      {contacts.length > 0 && (
        <div className="muted">
          <p>{t("cnil.contacts")}</p>
          <ul className="list-disc ps-5">
            {contacts.map((contact, index) => (
              <li key={index}>
                <bdi>{contact}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
      {entries === 0 && <Empty title={t("cnil.noneTitle")}>{t("cnil.noneText")}</Empty>}
    </>
  );
}
