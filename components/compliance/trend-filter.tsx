import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FilterForm } from "@/components/ui/filter-form";
import { FilterSelect } from "@/components/ui/filter-select";
import { OWN } from "@/lib/domain/compliance/duties";

type FilterProps = { controller: string; controllers: readonly { id: string; name: string }[] };

/** A GET form: it works without a script, and its choice stands in the address. */
export function TrendFilter({ controller, controllers }: FilterProps) {
  const t = useTranslations("compliance");
  return (
    <FilterForm
      chosen={controller}
      label={t("trend.filter")}
      className="flex flex-wrap items-end gap-x-3 gap-y-1 py-3 print:hidden"
    >
      <FilterSelect
        name="controller"
        label={t("search.controller")}
        chosen={controller}
        blank={t("matrix.total")}
        options={[
          { value: OWN, label: t("matrix.own") },
          ...controllers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        narrow
      />
      <Button type="submit">{t("trend.act")}</Button>
    </FilterForm>
  );
}
