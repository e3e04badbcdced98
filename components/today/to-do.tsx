import { useLocale, useTranslations } from "next-intl";
import { shortenCodes } from "@/components/ui/gap-codes";
import { isCounted } from "@/lib/domain/processing-record/completeness";
import { registerHref } from "@/lib/domain/processing-record/register-segments";
import { formatList } from "@/lib/i18n/format";
import { Agenda, type AgendaItem } from "./agenda";
import type { TodayFacts } from "./types";

type ToDoProps = { org: string; facts: TodayFacts };

export function ToDo({ org, facts, isAlone }: ToDoProps & { isAlone: boolean }) {
  const t = useTranslations("today.next");
  const items = [
    ...useNames(org, facts),
    ...useRules(org, facts),
    ...useReviews(org, facts),
    ...useOwn(org, facts),
  ];
  if (items.length > 0) return <Agenda title={t("title")} note={t("note")} items={items} />;
  // The empty message requires every other section to be empty too.
  if (!isAlone) return null;
  return (
    <div className="line part">
      <div className="note" />
      <p className="body muted">{t("none")}</p>
    </div>
  );
}

/** Sorts by number of gaps, descending. */
export function WorstRecords({ org, facts: { worst } }: ToDoProps) {
  const t = useTranslations("today.worst");
  const items = worst.map(({ id, reference, activity, requiredGaps, gapCodes, controller }): AgendaItem => ({
    key: id,
    margin: <bdi>{reference}</bdi>,
    title: activity,
    href: `/${org}/records/${id}`,
    text: (
      <>
        {controller}{" "}
        <span className="faint">
          <bdi>{shortenCodes(gapCodes.filter(isCounted))}</bdi>
        </span>
      </>
    ),
    status: { kind: "warn", text: t("gaps", { count: requiredGaps }) },
  }));
  return <Agenda title={t("title")} note={t("note")} items={items} />;
}

function useNames(org: string, { placeholders }: TodayFacts): AgendaItem[] {
  const t = useTranslations("today.next");
  const article = useArticle();
  const locale = useLocale();
  const [first] = placeholders;
  if (!first) return [];
  const names = formatList(
    placeholders.map(({ legalName }) => legalName),
    locale,
  );
  return [
    {
      key: "names",
      margin: article("30(2)(a)"),
      title: t("names", { count: placeholders.length }),
      href: `/${org}/controllers/${first.id}`,
      text: t("namesText", { names }),
    },
  ];
}

function useRules(org: string, { codes }: TodayFacts): AgendaItem[] {
  const t = useTranslations("today");
  const article = useArticle();
  return codes.map(({ code, records }) => ({
    key: code,
    margin: article(t(`rules.${code}.article`)),
    title: t(`rules.${code}.title`),
    href: `/${org}/records?view=gaps&code=${code}`,
    text: (
      <>
        {t(`rules.${code}.text`)} <span className="faint whitespace-nowrap">{code}</span>
      </>
    ),
    status: { kind: "warn", text: t("next.records", { count: records }) },
  }));
}

function useReviews(org: string, { standing }: TodayFacts): AgendaItem[] {
  const t = useTranslations("today.next");
  const article = useArticle();
  const items: AgendaItem[] = [];
  if (standing.toReview > 0)
    items.push({
      key: "review",
      margin: article("30(4)"),
      title: t("review", { count: standing.toReview }),
      href: `/${org}/records?view=review`,
      text: t("reviewText"),
    });
  if (standing.drafts > 0)
    items.push({
      key: "drafts",
      margin: article("30(2)"),
      title: t("drafts", { count: standing.drafts }),
      href: `/${org}/records?state=draft`,
      text: t("draftsText"),
    });
  return items;
}

function useOwn(org: string, { own }: TodayFacts): AgendaItem[] {
  const t = useTranslations("today");
  const article = useArticle();
  const here = registerHref(org, "controller");
  const items: AgendaItem[] = [];
  if (own.incomplete > 0)
    items.push({
      key: "own-gaps",
      margin: article("30(1)"),
      title: t("own.gaps", { count: own.incomplete }),
      href: `${here}?view=gaps`,
      text: t(own.due > 0 ? "own.gapsText" : "own.goodPracticeText"),
      status:
        own.due > 0
          ? { kind: "warn", text: t("next.records", { count: own.due }) }
          : { kind: "plain", text: t("account.goodPractice") },
    });
  if (own.toReview > 0)
    items.push({
      key: "own-review",
      margin: article("30(4)"),
      title: t("own.review", { count: own.toReview }),
      href: `${here}?view=review`,
      text: t("own.reviewText"),
    });
  return items;
}

function useArticle(): (article: string) => string {
  const t = useTranslations("record");
  return (article) => t("article", { article });
}
