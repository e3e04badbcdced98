import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import { Select, TextInput, type Option } from "@/components/ui/text-input";
import { FAMILIES, MEASURE_ARTICLES } from "@/lib/domain/measure/types";
import type { MeasureQuery } from "@/lib/features/measure/loaders";

import { useArticles } from "./use-articles";

/** Target of the "/" key. */
export const FILTER_ID = "measure-filter";

/** Uses a GET form, so that filters are in the address and need no JavaScript. */
export function MeasureFilters({ action, query }: { action: string; query: MeasureQuery }) {
  const t = useTranslations("measure.filters");
  const face = (
    <>
      {t("open")}
      <Icon of={ChevronDown} small />
    </>
  );
  return (
    <form
      key={JSON.stringify(query)}
      action={action}
      role="search"
      className="relative flex items-start gap-1 pb-1 print:hidden"
    >
      {query.view !== "active" && <input type="hidden" name="view" value={query.view} />}
      <div className="[&_.inp]:min-h-8 [&_.inp]:py-1 [&_.inp]:w-52 [&_.input]:mt-0">
        <TextInput
          id={FILTER_ID}
          name="q"
          type="search"
          label={t("q")}
          labelHidden
          placeholder={t("q")}
          defaultValue={query.q}
          maxLength={200}
        />
      </div>
      <Disclosure className="flex-none" summary={face} summaryClassName="btn bare">
        <div className="panel absolute start-0 top-full z-40 w-80 max-w-[calc(100vw-40px)] px-4 pb-4 min-[721px]:start-auto min-[721px]:end-0">
          <Choices query={query} />
          <div className="form-end">
            <Button type="submit" tone="go">
              {t("apply")}
            </Button>
          </div>
        </div>
      </Disclosure>
    </form>
  );
}

function Choices({ query }: { query: MeasureQuery }) {
  const t = useTranslations("measure");
  const families = useTranslations("measure-library.families");
  const articles = useArticles();
  const selects: [name: "family" | "article" | "use", options: readonly Option[]][] = [
    ["family", FAMILIES.map((value) => ({ value, label: families(value) }))],
    ["article", MEASURE_ARTICLES.map((value) => ({ value, label: articles(value) }))],
    ["use", (["used", "unused"] as const).map((value) => ({ value, label: t(`filters.${value}`) }))],
  ];
  return selects.map(([name, options]) => (
    <Select
      key={name}
      name={name}
      label={t(`filters.${name}`)}
      defaultValue={query[name]}
      blank={t("filters.any")}
      options={options}
    />
  ));
}
