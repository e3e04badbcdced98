import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FilterSelect } from "@/components/ui/filter-select";
import type { loadInstructions } from "@/lib/features/instruction/loaders";

type List = Awaited<ReturnType<typeof loadInstructions>>;
type ControllerFilterProps = { org: string } & Pick<List, "query" | "controllers">;

/** Narrows to one controller by a GET form. */
export function ControllerFilter({ org, query, controllers }: ControllerFilterProps) {
  const t = useTranslations("instruction.filters");
  if (controllers.length < 2) return null;
  return (
    <form
      key={query.controller}
      action={`/${org}/instructions`}
      role="search"
      className="flex items-end gap-1 pb-1 print:hidden"
    >
      {query.view !== "all" && <input type="hidden" name="view" value={query.view} />}
      <div className="w-60 [&_.input]:mt-0">
        <FilterSelect
          name="controller"
          label={t("controller")}
          labelHidden
          chosen={query.controller}
          blank={t("any")}
          options={controllers.map(({ id, legalName }) => ({ value: id, label: legalName }))}
        />
      </div>
      <Button type="submit" tone="bare">
        {t("apply")}
      </Button>
    </form>
  );
}
