import { useLocale, useTranslations } from "next-intl";
import { Day } from "@/components/ui/deadline";
import { formatDay } from "@/lib/i18n/format";
import { Agenda, type AgendaItem } from "./agenda";
import type { Points } from "./types";
import { useMore } from "./use-more";

/** Contracts expired without a recorded end, and those that renew unless notice is given. */
export function ContractPoints({ org, of }: { org: string; of: Points["contracts"] }) {
  const t = useTranslations("today.contracts");
  const locale = useLocale();
  const more = useMore();
  const items = of.rows.map(({ id, reference, controller, point }): AgendaItem => ({
    key: id,
    margin: <bdi>{reference}</bdi>,
    title: controller,
    href: `/${org}/contracts/${id}`,
    text: <Day text={t(`${point.kind}Text`, { day: formatDay(point.day, locale) })} />,
    status: { kind: point.kind === "expired" ? "late" : "warn", text: t(point.kind) },
  }));
  return (
    <Agenda
      title={t("title")}
      note={t("note")}
      items={[...items, ...more(of, `/${org}/contracts?view=soon`)]}
    />
  );
}
