import { Check, CircleX, Database, Equal, FileX, Pencil } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Status } from "@/components/ui/status";
import type { RowOutcome } from "@/lib/domain/import/plan";
import { formatNumber } from "@/lib/i18n/format";

type CheckTallyProps = {
  tally: Readonly<Record<RowOutcome, number>>;
  /** Absent rows by decision; undefined where the file has every entry. */
  absent?: { total: number; marked: number; ended: number };
  /** Undefined until the import is committed. */
  stored: number;
};

export function CheckTally({ tally, absent, stored }: CheckTallyProps) {
  const t = useTranslations("import-page");
  return (
    <div className="tally">
      <Figure count={tally.new}>
        <Status kind="ok" icon={Check}>
          {t("tally.new", { count: tally.new })}
        </Status>
      </Figure>
      <Figure count={tally.changed}>
        <Status kind="plain" icon={Pencil}>
          {t("tally.changed", { count: tally.changed })}
        </Status>
      </Figure>
      <Figure count={tally.unchanged}>
        <Status kind="plain" icon={Equal}>
          {t("tally.unchanged", { count: tally.unchanged })}
        </Status>
      </Figure>
      <Figure count={tally["set-aside"]}>
        <Status kind={tally["set-aside"] > 0 ? "late" : "plain"} icon={CircleX}>
          {t("tally.setAside", { count: tally["set-aside"] })}
        </Status>
      </Figure>
      {absent && absent.total > 0 && (
        <Figure count={absent.total}>
          <Status kind="plain" icon={FileX}>
            {t("tally.absent", { count: absent.total, marked: absent.marked, ended: absent.ended })}
          </Status>
        </Figure>
      )}
      <Figure count={stored}>
        <Status kind="plain" icon={Database}>
          {t(stored > 0 ? "done.kept" : "tally.kept", { count: stored })}
        </Status>
      </Figure>
    </div>
  );
}

function Figure({ count, children }: { count: number; children: ReactNode }) {
  const locale = useLocale();
  return (
    <div>
      <b>{formatNumber(count, locale)}</b>
      {children}
    </div>
  );
}
