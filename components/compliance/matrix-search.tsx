import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { ComplianceQuery } from "@/lib/features/compliance/schema";

/** A GET form: it works without a script, and its words stand in the address. */
export function MatrixSearch({ query: { q, view } }: { query: ComplianceQuery }) {
  const t = useTranslations("compliance.search");
  return (
    <form
      key={`${view} ${q}`}
      method="get"
      role="search"
      aria-label={t("label")}
      className="flex flex-wrap items-end gap-x-3 gap-y-1 pb-1 print:hidden"
    >
      {view !== "all" && <input type="hidden" name="view" value={view} />}
      <label>
        {t("controller")}{" "}
        <input name="q" type="search" className="inp narrow" defaultValue={q} maxLength={200} />
      </label>
      <Button type="submit" tone="bare">
        {t("act")}
      </Button>
    </form>
  );
}
