import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { OWN } from "@/lib/domain/compliance/duties";

type FilterProps = { controller: string; controllers: readonly { id: string; name: string }[] };

/** A GET form: it works without a script, and its choice stands in the address. */
export function TrendFilter({ controller, controllers }: FilterProps) {
  const t = useTranslations("compliance");
  return (
    <form
      key={controller}
      method="get"
      role="search"
      aria-label={t("trend.filter")}
      className="flex flex-wrap items-end gap-x-3 gap-y-1 py-3 print:hidden"
    >
      <label>
        {t("search.controller")}{" "}
        <select name="controller" className="inp narrow" defaultValue={controller}>
          <option value="">{t("matrix.total")}</option>
          <option value={OWN}>{t("matrix.own")}</option>
          {controllers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" tone="bare">
        {t("trend.act")}
      </Button>
    </form>
  );
}
