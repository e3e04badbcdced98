import { useTranslations } from "next-intl";
import { FilterForm } from "@/components/ui/filter-form";
import { FilterSelect } from "@/components/ui/filter-select";
import type { NotificationDelivery } from "@/lib/domain/notification/delivery";
import type { NotificationKind } from "@/lib/domain/notification/kinds";

type NotificationFilterProps = {
  query: { view: string; kind: string };
  kinds: readonly { kind: NotificationKind; delivery: NotificationDelivery }[];
};

/** Narrows the notifications to one kind. */
export function NotificationFilter({ query, kinds }: NotificationFilterProps) {
  const t = useTranslations("notification");
  return (
    <FilterForm chosen={`${query.view} ${query.kind}`} label={t("filter.kind")} className="print:hidden">
      {query.view !== "unread" && <input type="hidden" name="view" value={query.view} />}
      <FilterSelect
        name="kind"
        label={t("filter.kind")}
        labelHidden
        blank={t("filter.every")}
        chosen={query.kind}
        options={kinds
          .filter(({ delivery }) => delivery !== "none")
          .map(({ kind }) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      <noscript>
        <button className="btn">{t("filter.apply")}</button>
      </noscript>
    </FilterForm>
  );
}
