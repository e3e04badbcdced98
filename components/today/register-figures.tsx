import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import { Part } from "@/components/shell/sheet";
import { queryHref } from "@/components/ui/query-href";
import { registerHref } from "@/lib/domain/processing-record/register-segments";
import { formatHour, formatNumber } from "@/lib/i18n/format";
import type { loadAccounts } from "@/lib/features/today/loaders";

type Accounts = Awaited<ReturnType<typeof loadAccounts>>;

export function RegisterFigures({ org, facts }: { org: string; facts: Accounts }) {
  const t = useTranslations("today.account");
  const names = useTranslations("record.codes");
  const locale = useLocale();
  const { records, own, codes, now } = facts;
  const worst = codes[0];
  const mostOften = worst
    ? t("most", { code: names.has(worst.code) ? names(worst.code) : t("records"), count: worst.records })
    : t("nothing");
  return (
    <Part
      article={t("note")}
      note={t("at", { hour: formatHour(now, "Africa/Casablanca", locale).replaceAll("\u00a0", " ") })}
      title={t("title")}
    >
      <table className="account">
        <caption className="sr">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("what")}</th>
            {FIGURES.map((figure) => (
              <th key={figure} scope="col" className="num">
                {t(figure)}
              </th>
            ))}
            <th scope="col">{t("aside")}</th>
          </tr>
        </thead>
        <tbody>
          <Row href={registerHref(org, "processor")} name={t("records")} figures={records}>
            {mostOften}
          </Row>
          {own.open + own.ended > 0 && (
            <Row href={registerHref(org, "controller")} name={t("ownRecords")} figures={own}>
              {own.incomplete > 0 && own.due === 0 && t("goodPractice")}
            </Row>
          )}
        </tbody>
      </table>
      {records.incomplete + own.incomplete > 0 && <p className="muted mt-2">{t("counted")}</p>}
      <p className="mt-2">
        <Link href={`/${org}/compliance`} prefetch={false}>
          {t("toMatrix")}
        </Link>
      </p>
    </Part>
  );
}

const FIGURES = ["open", "complete", "incomplete", "toReview", "ended"] as const;

/** View of the register's list that a figure counts; the list has none of the others. */
const VIEWS: Partial<Record<(typeof FIGURES)[number], string>> = {
  incomplete: "gaps",
  toReview: "review",
  ended: "closed",
};

type RowProps = { href: string; name: string; figures: Accounts["own"]; children: ReactNode };

/** Shows registers on separate lines: gaps of different duties are never added. */
function Row({ href, name, figures, children }: RowProps) {
  return (
    <tr>
      <th scope="row">
        <Link href={href} prefetch={false} className="quiet">
          {name}
        </Link>
      </th>
      {FIGURES.map((figure) => (
        <td key={figure} className={figure === "incomplete" && figures.due > 0 ? "num warn" : "num"}>
          <Figure href={href} view={VIEWS[figure]} value={figures[figure]} />
        </td>
      ))}
      <td className="muted">{children}</td>
    </tr>
  );
}

function Figure({ href, view, value }: { href: string; view: string | undefined; value: number }) {
  const locale = useLocale();
  const number = formatNumber(value, locale);
  if (view === undefined || value === 0) return number;
  return (
    <Link href={queryHref(href, { view })} prefetch={false} className="quiet">
      {number}
    </Link>
  );
}
