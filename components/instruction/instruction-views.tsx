import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { queryHref } from "@/components/ui/query-href";
import { Select } from "@/components/ui/text-input";
import { CountedViews, ListTop } from "@/components/ui/views";
import type { loadInstructions } from "@/lib/features/instruction/loaders";

type List = Awaited<ReturnType<typeof loadInstructions>>;
type InstructionViewsProps = { org: string } & Pick<List, "query" | "counts" | "controllers">;

const VIEWS = ["all", "open", "contested", "accepted", "closed"] as const;

/** Narrows to one controller by a GET form. */
export function InstructionViews({ org, query, counts, controllers }: InstructionViewsProps) {
  const t = useTranslations("instruction");
  return (
    <ListTop>
      <CountedViews
        label={t("views.label")}
        views={VIEWS}
        current={query.view}
        counts={counts}
        nameOf={(view) => t(`views.${view}`)}
        hrefOf={(view) => instructionsHref(org, { view, controller: query.controller })}
      />
      {controllers.length > 1 && (
        <form
          action={`/${org}/instructions`}
          role="search"
          className="flex items-end gap-1 pb-1 print:hidden"
        >
          {query.view !== "all" && <input type="hidden" name="view" value={query.view} />}
          <div className="w-60 [&_.input]:mt-0">
            <Select
              name="controller"
              label={t("filters.controller")}
              labelHidden
              defaultValue={query.controller}
              blank={t("filters.any")}
              options={controllers.map(({ id, legalName }) => ({ value: id, label: legalName }))}
            />
          </div>
          <Button type="submit" tone="bare">
            {t("filters.apply")}
          </Button>
        </form>
      )}
    </ListTop>
  );
}

/** Omits default values from the address. */
export function instructionsHref(
  org: string,
  stated: { view?: string; controller?: string; after?: string },
): string {
  return queryHref(`/${org}/instructions`, stated, "all");
}
