import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/text-input";
import { Views } from "@/components/ui/views";
import type { loadInstructions } from "@/lib/features/instruction/loaders";
import { formatCount } from "@/lib/i18n/format";

type List = Awaited<ReturnType<typeof loadInstructions>>;
type InstructionViewsProps = { org: string } & Pick<List, "query" | "counts" | "controllers">;

const VIEWS = ["all", "open", "contested", "accepted", "closed"] as const;

/** What is to be examined, what awaits the controller; of one controller, by a plain GET form. */
export function InstructionViews({ org, query, counts, controllers }: InstructionViewsProps) {
  const t = useTranslations("instruction");
  const locale = useLocale();
  const views = VIEWS.map((view) => ({
    href: instructionsHref(org, { view, controller: query.controller }),
    label: t(`views.${view}`),
    count: formatCount(counts[view], locale),
    current: view === query.view,
  }));
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-5">
      <Views label={t("views.label")} views={views} />
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
    </div>
  );
}

/** The list's address; what is left out of it is what it is by itself. */
export function instructionsHref(
  org: string,
  said: { view?: string; controller?: string; after?: string },
): string {
  const asked = Object.entries(said).filter(
    ([name, value]) => value && !(name === "view" && value === "all"),
  );
  const query = new URLSearchParams(asked as [string, string][]).toString();
  return `/${org}/instructions${query && `?${query}`}`;
}
