import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { loadCollections } from "@/lib/features/choice/loaders";
import { formatNumber } from "@/lib/i18n/format";

type Rows = Awaited<ReturnType<typeof loadCollections>>["rows"];

/** Lists how consents are collected, with how many hold today and in thirty days. */
export function CollectionTable({ org, rows }: { org: string; rows: Rows }) {
  const t = useTranslations("choice.consents");
  const locale = useLocale();
  return (
    <table className="stacked">
      <caption className="sr">{t("title")}</caption>
      <thead>
        <tr>
          {(["name", "controller", "today", "later"] as const).map((column) => (
            <th key={column} scope="col">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, title, controller, holding }) => (
          <tr key={id}>
            <th scope="row">
              <Link href={`/${org}/telephone/consents/${id}`} prefetch={false}>
                <bdi>{title}</bdi>
              </Link>
            </th>
            <td data-of={t("controller")}>
              <bdi>{controller.legalName}</bdi>
            </td>
            <td data-of={t("today")}>{formatNumber(holding.today, locale)}</td>
            <td data-of={t("later")}>{formatNumber(holding.later, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
