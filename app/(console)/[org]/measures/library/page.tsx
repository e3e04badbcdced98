import { Plus } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { familyHeads } from "@/components/measure/family-heads";
import { LibraryForm } from "@/components/measure/library-form";
import { MeasureViews } from "@/components/measure/measure-views";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/states";
import { loadLibrary } from "@/lib/features/measure/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }> };

export const generateMetadata = titled("measure", "library.title");

export default async function LibraryPage({ params }: PageProps) {
  const { org } = await params;
  const locale = await getLocale();
  const { entries, counts, mayWrite } = await loadLibrary(org, locale);
  const [t, families] = await Promise.all([
    getTranslations("measure"),
    getTranslations("measure-library.families"),
  ]);
  const own = mayWrite && (
    <LinkButton icon={Plus} href={`/${org}/measures/new`}>
      {t("new.act")}
    </LinkButton>
  );
  return (
    <Sheet>
      <PageHead
        note={<b>{t("list.article")}</b>}
        title={t("library.title")}
        lead={t("library.lead")}
        actions={own}
      />
      <Line>
        <MeasureViews org={org} here="library" counts={counts} />
        {entries.length === 0 && <Empty title={t("empty.library")}>{t("empty.libraryText")}</Empty>}
      </Line>
      {entries.length > 0 && (
        <Words of={["measure", "form"]}>
          <LibraryForm
            org={org}
            entries={entries}
            mayWrite={mayWrite}
            families={familyHeads(entries, { t, families, locale, hrefOf: () => "" })}
          />
        </Words>
      )}
    </Sheet>
  );
}
