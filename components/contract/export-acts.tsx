import { FileJson, FileSpreadsheet } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** Posts a plain form, so that the download needs no JavaScript. */
export function ExportActs({ org }: { org: string }) {
  const t = useTranslations("contract.export");
  return (
    <form method="post" action={`/api/contracts/${org}`} className="flex flex-wrap gap-2 print:hidden">
      <input type="hidden" name="language" value={useLocale()} />
      <Button type="submit" name="format" value="xlsx" icon={FileSpreadsheet}>
        {t("xlsx")}
      </Button>
      <Button type="submit" name="format" value="json" icon={FileJson}>
        {t("json")}
      </Button>
    </form>
  );
}
