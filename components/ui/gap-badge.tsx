import { useTranslations } from "next-intl";
import { shortenArticles } from "./gap-articles";
import { Status } from "./status";

/** A closed record passes its own words as `none`. */
export function GapBadge({
  count,
  articles = [],
  none,
}: {
  count: number;
  /** Provisions that ask for what is missing. */
  articles?: readonly string[];
  none?: string;
}) {
  const t = useTranslations("ui");
  if (count === 0) return <Status kind="ok">{none ?? t("complete")}</Status>;
  return (
    <>
      <Status kind="warn">{t("gaps", { count })}</Status>
      {articles.length > 0 && (
        <span className="codes">
          <bdi>{shortenArticles(articles)}</bdi>
        </span>
      )}
    </>
  );
}
