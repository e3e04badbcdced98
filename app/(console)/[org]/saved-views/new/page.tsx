import { getTranslations } from "next-intl/server";
import { FiltersForm } from "@/components/saved-view/filters-form";
import { ViewForm } from "@/components/saved-view/view-form";
import { PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { loadNewView } from "@/lib/features/saved-view/loaders";
import type { Search } from "@/lib/forms/list-query";
import { savedViewPath } from "@/lib/domain/saved-view/saved-view";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("saved-view", "new.title");

/** Saves the filters of a list under a name, or in the place of those of a view. */
export default async function NewSavedViewPage({ params, searchParams }: PageProps) {
  const [{ org }, search] = await Promise.all([params, searchParams]);
  const [{ list, query, replaceable, mayShare }, t, tabs] = await Promise.all([
    loadNewView(org, search),
    getTranslations("saved-view"),
    getTranslations("shell.navItems"),
  ]);
  return (
    <Sheet>
      <PageHead
        note={tabs(list)}
        title={t("new.title")}
        lead={t("new.lead")}
        actions={<LinkButton href={`/${org}${savedViewPath(list)}?${query}`}>{t("back")}</LinkButton>}
      />
      <Words of={["form", "saved-view"]}>
        <Part title={t("parts.new")}>
          <ViewForm org={org} of={{ list, query }} mayShare={mayShare} />
        </Part>
        {replaceable.length > 0 && (
          <Part title={t("parts.replace")}>
            <FiltersForm org={org} query={query} views={replaceable} />
          </Part>
        )}
      </Words>
    </Sheet>
  );
}
