import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/states";
import type { loadRecordAsOf } from "@/lib/features/processing-record/loaders";
import { formatDay } from "@/lib/i18n/format";
import { AsOfForm } from "./as-of-form";
import { AsOfLine } from "./as-of-line";
import { recordHref, type RecordPlace } from "@/components/processing-record/sheet/record-address";
import { RecordSheet } from "@/components/processing-record/sheet/record-sheet";

type RecordAsOfProps = {
  place: RecordPlace;
  then: Awaited<ReturnType<typeof loadRecordAsOf>>;
  besides?: ReactNode;
};

/** Gives the reason for a refused day or one before the entry. */
export function RecordAsOf({ place, then, besides }: RecordAsOfProps) {
  const { loaded, reference, asOf } = then;
  const here = recordHref(place);
  if (loaded) return <RecordSheet org={place.org} loaded={loaded} besides={besides} />;
  return (
    <Sheet>
      {asOf && <AsOfLine asOf={asOf} todayHref={here} />}
      {/* The current title is no part of the past entry. */}
      <PageHead title={<bdi>{reference}</bdi>} />
      <Line>{asOf ? <NotYet here={here} then={then} /> : <Refused here={here} then={then} />}</Line>
    </Sheet>
  );
}

type ReasonProps = { here: string; then: RecordAsOfProps["then"] };

function NotYet({ here, then: { createdOn } }: ReasonProps) {
  const t = useTranslations("history.asOf");
  const locale = useLocale();
  return (
    <Empty title={t("absent.title")} actions={<LinkButton href={here}>{t("today")}</LinkButton>}>
      {createdOn && t("absent.text", { day: formatDay(createdOn, locale) })}
    </Empty>
  );
}

function Refused({ here, then: { on, onRefused, today } }: ReasonProps) {
  const t = useTranslations("history.asOf");
  return (
    <>
      <AsOfForm action={here} of="record" on={on} refused={onRefused} today={today} />
      <p className="mt-4">
        <LinkButton tone="bare" href={here}>
          {t("today")}
        </LinkButton>
      </p>
    </>
  );
}
