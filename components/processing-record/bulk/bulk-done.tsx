import { useTranslations } from "next-intl";
import { Line } from "@/components/shell/sheet";
import { BULK_KINDS } from "@/lib/domain/processing-record/bulk";

/** Example: "12 fiches closes, 3 laissées", from the address. */
export function BulkDone({ done }: { done: string | string[] | undefined }) {
  const t = useTranslations("list.done");
  const [, kind, changed, left] = /^([a-z]+)\.(\d{1,4})\.(\d{1,4})$/.exec(String(done ?? "")) ?? [];
  const act = BULK_KINDS.find((known) => known === kind);
  if (!act) return null;
  return (
    <Line>
      <p className="done mt-3" role="status">
        {t(act, { count: Number(changed) })} {Number(left) > 0 && t("left", { count: Number(left) })}
      </p>
    </Line>
  );
}
