import { FileJson, FileSpreadsheet } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** Posts a plain form, so that the download needs no JavaScript. */
export function ExportActs({ org }: { org: string }) {
  const t = useTranslations("sub-processor.export");
  const formats = [
    ["xlsx", FileSpreadsheet],
    ["json", FileJson],
  ] as const;
  return (
    <form
      method="post"
      action={`/api/sub-processors/${org}`}
      aria-label={t("label")}
      className="flex flex-wrap gap-2 pt-3 print:hidden"
    >
      <input type="hidden" name="language" value={useLocale()} />
      {formats.map(([format, icon]) => (
        <Button key={format} type="submit" name="format" value={format} icon={icon}>
          {t(format)}
        </Button>
      ))}
    </form>
  );
}
