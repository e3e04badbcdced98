import { useTranslations } from "next-intl";
import { PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Forbidden } from "@/components/ui/states";
import type { Capacity } from "@/lib/domain/processing-record/types";
import type { loadExport } from "@/lib/features/export/loaders";
import { EXPORT_CONTENTS } from "@/lib/features/export/schema";
import { ExportForm } from "./export-form";

/** Query parameters after a refusal, or after a register as of a day. */
export type ExportSearch = {
  error?: string;
  controller?: string;
  on?: string;
  /** Refusal of the day. */
  day?: string;
  contents?: string;
};

type ExportSheetProps = {
  org: string;
  register: Capacity;
  loaded: Awaited<ReturnType<typeof loadExport>>;
  search: ExportSearch;
};

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
              contents={EXPORT_CONTENTS.find((one) => one === search.contents) ?? "as-kept"}
              error={search.error ?? ""}
            />
          </Words>
        </Part>
      )}
    </Sheet>
  );
}
