import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "./button";
import { Icon } from "./icon";

type PagerProps = {
  /** Example: "Fiches 14 à 30 sur 128". */
  range: ReactNode;
  aside?: ReactNode;
  previousHref?: string;
  nextHref?: string;
};

/** Pages by key, so there are no page numbers. */
export function Pager({ range, aside, previousHref, nextHref }: PagerProps) {
  const t = useTranslations("ui");
  return (
    <div className="foot">
      <span className="start">{range}</span>
      {aside && <span>{aside}</span>}
      {(previousHref || nextHref) && (
        <nav className="turn" aria-label={t("pages")}>
          {previousHref && (
            <LinkButton tone="bare" href={previousHref} rel="prev">
              <Icon of={ChevronLeft} flip />
              {t("previous")}
            </LinkButton>
          )}
          {nextHref && (
            <LinkButton tone="bare" href={nextHref} rel="next">
              {t("next")}
              <Icon of={ChevronRight} flip />
            </LinkButton>
          )}
        </nav>
      )}
    </div>
  );
}

type KeyPagerProps = {
  range: ReactNode;
  /** Key after which this page begins, "" for the first; and that of the next page. */
  after: string;
  next: string | null;
  hrefOf: (after: string) => string;
};

/** Foot of a list paged by key: offers the first and the next page. */
export function KeyPager({ range, after, next, hrefOf }: KeyPagerProps) {
  const t = useTranslations("ui");
  return (
    <Pager
      range={range}
      aside={after && <Link href={hrefOf("")}>{t("first")}</Link>}
      nextHref={next ? hrefOf(next) : undefined}
    />
  );
}
