import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { formatDay } from "@/lib/i18n/format";
import { AsOfLine } from "@/components/processing-record/history/as-of-line";
import type { LoadedRecord } from "./loaded-record";
import { recordHref } from "./record-address";
import { RecordActs } from "./record-acts";
import { RecordLife } from "@/components/processing-record/list/record-life";
import { RecordSections } from "./record-sections";
import { RecordSummary } from "./record-summary";

type RecordSheetProps = {
  org: string;
  loaded: LoadedRecord;
  /** Parts of other nouns, before its life. */
  besides?: ReactNode;
  /** Remarks on the whole entry, before its head. */
  above?: ReactNode;
  /** Follows its life: what is of the staff alone. */
  below?: ReactNode;
};

/** Sections in the order of article 30. */
export function RecordSheet({ org, loaded, besides, above, below }: RecordSheetProps) {
  const t = useTranslations("record.page");
  const locale = useLocale();
  const { record, controller, may, today, asOf } = loaded;
  const { id, capacity, version } = record;
  const { activity } = record.content;
  return (
    <Sheet>
      {above}
      {asOf && <AsOfLine asOf={asOf} todayHref={recordHref({ org, id, capacity })} />}
      <PageHead
        note={
          <b>
            <bdi>{record.reference}</bdi>
          </b>
        }
        title={
          capacity === "controller" ? activity : t("title", { activity, controller: controller.legalName })
        }
        actions={
          <Words of={["record", "form"]}>
            <RecordActs
              {...{ org, id, capacity, version }}
              today={formatDay(today, locale)}
              mayMove={may.transition}
            />
          </Words>
        }
      >
        <RecordSummary org={org} loaded={loaded} />
      </PageHead>
      <RecordSections org={org} loaded={loaded} />
      {besides}
      <RecordLife loaded={loaded} />
      {below}
    </Sheet>
  );
}
