import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { formatList } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";

export type TemplateStart = {
  code: string;
  /** Language of the entry's words. */
  language: Locale;
  title: string;
  operations: readonly string[];
  /** Number of its measures in place; others are named by title. */
  attached: number;
  suggested: readonly string[];
};

export function TemplateNotice({ org, template }: { org: string; template: TemplateStart }) {
  const t = useTranslations("template.form");
  const locale = useLocale();
  const { code, title, attached, suggested } = template;
  return (
    <div className="from-template">
      <p>
        {t("from")}{" "}
        <Link href={`/${org}/records/templates/${code}`} prefetch={false}>
          {title}
        </Link>
      </p>
      <p className="muted">
        {t("text")} {t("attached", { count: attached })}{" "}
        {suggested.length > 0 && t("suggested", { list: formatList(suggested, locale) })}
      </p>
      <input type="hidden" name="template" value={code} />
      <input type="hidden" name="language" value={template.language} />
    </div>
  );
}
