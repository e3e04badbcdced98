"use client";

import { Archive, CalendarCheck, Link2, ShieldPlus, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useScripted } from "@/components/ui/use-scripted";
import { Button } from "@/components/ui/button";
import { PickBar } from "@/components/ui/pick-bar";
import type { BulkKind } from "@/lib/domain/processing-record/bulk";
import type { usePicks } from "./use-picks";

export type PicksOffered = {
  /** Action of the preview. */
  action: string;
  acts: readonly BulkKind[];
  /** View, filters and place in the list, by which the server finds the entries again. */
  hidden: Readonly<Record<string, string>>;
  /** Formatted number of matching entries; `isTooMany` beyond the limit of one act. */
  total: string;
  isTooMany: boolean;
  isOnePage: boolean;
};

const ICONS: Record<BulkKind, LucideIcon> = {
  measures: ShieldPlus,
  links: Link2,
  review: CalendarCheck,
  end: Archive,
};

type RecordPicksProps = PicksOffered & { rowCount: number; picks: ReturnType<typeof usePicks> };

/** Uses a GET form whose answer is the preview. */
export function RecordPicks({
  acts,
  hidden,
  total,
  isTooMany,
  isOnePage,
  rowCount,
  picks,
}: RecordPicksProps) {
  const t = useTranslations("list.picks");
  const isScripted = useScripted();
  const { count, isAll, pickAll, pickPage, clear } = picks;
  return (
    <PickBar
      idle={count === 0}
      onClear={clear}
      summary={isAll ? t("all", { total }) : t("chosen", { count })}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {isAll && <input type="hidden" name="of" value="all" />}
      <label className="scriptless">
        {t("of")}{" "}
        <select name="of" className="inp" disabled={isScripted}>
          <option value="chosen">{t("ofChosen")}</option>
          <option value="page">{t("ofPage", { count: rowCount })}</option>
          {!isTooMany && <option value="all">{t("ofAll", { total })}</option>}
        </select>
      </label>
      {!isAll && count < rowCount && (
        <Button className="scripted" onClick={pickPage}>
          {t("takePage", { count: rowCount })}
        </Button>
      )}
      {!isAll && count === rowCount && !isOnePage && !isTooMany && (
        <Button className="scripted" onClick={pickAll}>
          {t("takeAll", { total })}
        </Button>
      )}
      {count === rowCount && isTooMany && <span className="scripted">{t("tooMany")}</span>}
      {acts.map((act) => (
        <Button key={act} type="submit" name="act" value={act} icon={ICONS[act]}>
          {t(`acts.${act}`)}
        </Button>
      ))}
    </PickBar>
  );
}
