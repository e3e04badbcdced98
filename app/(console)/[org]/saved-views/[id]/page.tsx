import { getTranslations } from "next-intl/server";
import { RemovalForm } from "@/components/saved-view/removal-form";
import { ViewForm } from "@/components/saved-view/view-form";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { loadSavedView } from "@/lib/features/saved-view/loaders";
import { savedViewPath } from "@/lib/domain/saved-view/saved-view";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }> };

export const generateMetadata = titled("saved-view", "change.title");

/** Renames a view, shares it or removes it. */
export default async function SavedViewPage({ params }: PageProps) {
  const { org, id } = await params;
  const [{ view, isOwn, mayChange, mayShare }, t, tabs] = await Promise.all([
    loadSavedView(org, id),
    getTranslations("saved-view"),
    getTranslations("shell.navItems"),
  ]);
  return (
    <Sheet>
      <PageHead
        note={tabs(view.list)}
        title={view.name}
        lead={isOwn ? t("change.lead") : t("change.leadShared", { name: view.authorName })}
        actions={
          <LinkButton href={`/${org}${savedViewPath(view.list)}?${view.query}`}>{t("back")}</LinkButton>
        }
      />
      {mayChange ? (
        <Words of={["form", "saved-view"]}>
          <Part title={t("parts.change")}>
            <ViewForm org={org} of={view} mayShare={mayShare} key={view.number} />
          </Part>
          <Part title={t("parts.remove")}>
            <RemovalForm org={org} view={view} />
          </Part>
        </Words>
      ) : (
        <Line>
          <p className="reason">{t("change.notYours")}</p>
        </Line>
      )}
    </Sheet>
  );
}
