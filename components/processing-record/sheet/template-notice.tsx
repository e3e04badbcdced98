import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { formatList } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";

/** As much of a template as the form of a new entry takes over. */
export type TemplateStart = {
  code: string;
  /** Whose words the entry will have. */
  language: Locale;
  title: string;
  operations: readonly string[];
  /** How many of its measures are in place and will be named; the others by their titles. */
  attached: number;
  suggested: readonly string[];
};

/** From which template the entry begins, what follows of it, and which of its measures are not there to follow. */
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
