import { CircleAlert, FileJson, FileSpreadsheet, FileText } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Select, TextInput } from "@/components/ui/text-input";
import type { loadExtract } from "@/lib/features/export/loaders";
import { LOCALE_NAMES, LOCALES } from "@/lib/i18n/locale";
import { describeRefusedDay } from "./refused-day";

type ExtractFormProps = {
  contact: string;
  loaded: Awaited<ReturnType<typeof loadExtract>>;
  /** Query parameters after a refusal. */
  search: { on?: string; day?: string; error?: string };
};

const FORMATS = [
  { value: "pdf", icon: FileText, tone: "go" },
  { value: "xlsx", icon: FileSpreadsheet, tone: undefined },
  { value: "json", icon: FileJson, tone: undefined },
] as const;

/** Posts a plain form, so that the download needs no JavaScript. */
export function ExtractForm({
  contact,
  loaded: { today },
  search: { on = "", day, error },
}: ExtractFormProps) {
  const t = useTranslations("export-page");
  const locale = useLocale();
  return (
    <form method="post" action={`/api/extracts/${contact}`}>
      {error && (
        <p className="reason mt-3" role="alert">
          <Icon of={CircleAlert} small />
          {t(error === "tooMany" ? "extract.tooMany" : "errors.failed")}
        </p>
      )}
      <TextInput
        name="on"
        type="date"
        max={today}
        narrow
        optional
        label={t("on")}
        hint={t("onHint")}
        error={day ? describeRefusedDay(t, day, { on, locale }) : undefined}
        defaultValue={on}
      />
      <Select
        name="language"
        label={t("language")}
        hint={t("languageHint")}
        options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
        defaultValue={locale}
        narrow
      />
      <div className="bar">
        {FORMATS.map(({ value, icon, tone }) => (
          <Button key={value} type="submit" name="format" value={value} icon={icon} tone={tone}>
            {t(`extract.take.${value}`)}
          </Button>
        ))}
      </div>
      <p className="muted small mt-3">{t("extract.journalled")}</p>
    </form>
  );
}
