import { Download, FileJson, FileSpreadsheet, FileText, type LucideIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "./button";
import { Disclosure } from "./disclosure";
import { Icon } from "./icon";

type Format = "pdf" | "xlsx" | "csv" | "json";
type ExportMenuProps = {
  /** Address of the route that makes the file. */
  to: string;
  formats: readonly Format[];
  /** Limits the file to what the list shows. */
  fields?: Readonly<Record<string, string>>;
};

const ICONS: Readonly<Record<Format, LucideIcon>> = {
  pdf: FileText,
  xlsx: FileSpreadsheet,
  csv: FileText,
  json: FileJson,
};

/** Stands in the head of a list; posts a plain form, so that the download needs no JavaScript. */
export function ExportMenu({ to, formats, fields = {} }: ExportMenuProps) {
  const t = useTranslations("ui");
  const locale = useLocale();
  const face = (
    <>
      <Icon of={Download} small />
      {t("acts.export")}
    </>
  );
  return (
    <Disclosure
      className="drop down sheet-acts print:hidden"
      summaryClassName="btn"
      summary={face}
      closesOnSubmit
    >
      <form method="post" action={to} className="panel menu">
        <input type="hidden" name="language" value={locale} />
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {formats.map((format) => (
          <Button key={format} tone="bare" type="submit" name="format" value={format} icon={ICONS[format]}>
            {t(`exportIn.${format}`)}
          </Button>
        ))}
      </form>
    </Disclosure>
  );
}
