import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { ObligationNoun } from "@/lib/domain/obligation/rules";

type FilterProps = {
  query: { view: string; noun: string; controller: string };
  /** View without a word in the address. */
  first: string;
  nouns: readonly ObligationNoun[];
  controllers: readonly { id: string; name: string }[];
};

/** A GET form: it works without a script, and its choice stands in the address. */
export function ObligationFilter({ query, first, nouns, controllers }: FilterProps) {
  const t = useTranslations("obligation");
  return (
    <form
      key={`${query.view} ${query.noun} ${query.controller}`}
      method="get"
      role="search"
      aria-label={t("filter.label")}
      className="flex flex-wrap items-end gap-x-3 gap-y-1 pb-1"
    >
      {query.view !== first && <input type="hidden" name="view" value={query.view} />}
      <label>
        {t("filter.noun")}{" "}
        <select name="noun" className="inp narrow" defaultValue={query.noun}>
          <option value="">{t("filter.anyNoun")}</option>
          {nouns.map((noun) => (
            <option key={noun} value={noun}>
              {t(`nouns.${noun}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("filter.controller")}{" "}
        <select name="controller" className="inp narrow" defaultValue={query.controller}>
          <option value="">{t("filter.anyController")}</option>
          {controllers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" tone="bare">
        {t("filter.act")}
      </Button>
    </form>
  );
}
