import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FilterForm } from "@/components/ui/filter-form";
import { FilterSelect } from "@/components/ui/filter-select";
import { WHOSE } from "@/lib/domain/assignment/assignment";
import type { ObligationNoun } from "@/lib/domain/obligation/rules";

type FilterProps = {
  query: { view: string; noun: string; controller: string; whose: string };
  /** View without a word in the address. */
  first: string;
  nouns: readonly ObligationNoun[];
  controllers: readonly { id: string; name: string }[];
};

export function ObligationFilter({ query, first, nouns, controllers }: FilterProps) {
  const t = useTranslations("obligation");
  const whose = useTranslations("assignment.whose");
  return (
    <FilterForm
      chosen={`${query.view} ${query.noun} ${query.controller} ${query.whose}`}
      label={t("filter.label")}
      className="flex flex-wrap items-end gap-x-3 gap-y-1 pb-1"
    >
      {query.view !== first && <input type="hidden" name="view" value={query.view} />}
      <FilterSelect
        name="noun"
        label={t("filter.noun")}
        chosen={query.noun}
        blank={t("filter.anyNoun")}
        options={nouns.map((noun) => ({ value: noun, label: t(`nouns.${noun}`) }))}
        narrow
      />
      <FilterSelect
        name="controller"
        label={t("filter.controller")}
        chosen={query.controller}
        blank={t("filter.anyController")}
        options={controllers.map(({ id, name }) => ({ value: id, label: name }))}
        narrow
      />
      <FilterSelect
        name="whose"
        label={whose("label")}
        chosen={query.whose}
        blank={whose("all")}
        options={WHOSE.map((one) => ({ value: one, label: whose(one) }))}
        narrow
      />
      <Button type="submit">{t("filter.act")}</Button>
    </FilterForm>
  );
}
