import { FileJson, FileSpreadsheet, FileText } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** Posts a plain form, so that the download needs no JavaScript. Limited to one controller where the list is. */
export function ExportActs({ org, controller }: { org: string; controller: string }) {
  const t = useTranslations("instruction.export");
  const formats = [
    ["pdf", FileText],
    ["xlsx", FileSpreadsheet],
    ["json", FileJson],
  ] as const;
  return (
    <form
      method="post"
      action={`/api/instructions/${org}`}
      aria-label={t("label")}
      className="flex flex-wrap gap-2 pt-3 print:hidden"
    >
      <input type="hidden" name="language" value={useLocale()} />
      <input type="hidden" name="controller" value={controller} />
      {formats.map(([format, icon]) => (
        <Button key={format} type="submit" name="format" value={format} icon={icon}>
          {t(format)}
        </Button>
      ))}
    </form>
  );
}
