import { FileDown } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** Posts a plain form, so that the download needs no JavaScript. */
export function ExportActs({ org }: { org: string }) {
  const t = useTranslations("rights-request.export");
  return (
    <form
      method="post"
      action={`/api/rights-requests/${org}`}
      aria-label={t("label")}
      className="flex flex-wrap gap-2 pt-3 print:hidden"
    >
      <input type="hidden" name="language" value={useLocale()} />
      {(["csv", "xlsx", "json"] as const).map((format) => (
        <Button key={format} type="submit" name="format" value={format} icon={FileDown}>
          {t(format)}
        </Button>
      ))}
    </form>
  );
}
