import { useTranslations } from "next-intl";
import { PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Forbidden } from "@/components/ui/states";
import type { Capacity } from "@/lib/domain/processing-record/types";
import type { loadExport } from "@/lib/features/export/loaders";
import { ExportForm } from "./export-form";

/** What a refusal, or a register seen as of a day, leaves in the address. */
export type ExportSearch = {
  error?: string;
  controller?: string;
  on?: string;
  /** Why the day was refused. */
  day?: string;
  contents?: string;
};

type ExportSheetProps = {
  org: string;
  /** The register whose page this is, proposed first. */
  register: Capacity;
  loaded: Awaited<ReturnType<typeof loadExport>>;
  search: ExportSearch;
};

/** What can be taken away, of which register, and how. */
export function ExportSheet({ org, register, loaded, search }: ExportSheetProps) {
  const t = useTranslations("export-page");
  const { mayTake, ...choices } = loaded;
  return (
    <Sheet>
      <PageHead note={t("article")} title={t("title")} lead={t("lead")} />
      {!mayTake && <Forbidden />}
      {mayTake && (
        <Part article={t("whoArticle")} note={t("whoNote")} title={t("choose")}>
          <Words of={["export-page"]}>
            <ExportForm
              org={org}
              register={register}
              {...choices}
              controller={search.controller ?? ""}
              on={search.on ?? ""}
              dayRefused={search.day ?? ""}
              contents={search.contents ?? "as-kept"}
              error={search.error ?? ""}
            />
          </Words>
        </Part>
      )}
    </Sheet>
  );
}
