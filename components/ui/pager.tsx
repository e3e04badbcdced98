import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "./button";
import { Icon } from "./icon";

type PagerProps = {
  /** "Fiches 14 à 30 sur 128". */
  range: ReactNode;
  aside?: ReactNode;
  previousHref?: string;
  nextHref?: string;
};

/** The foot of a ledger: a double rule, where one stands, and the two neighbours. Paged by key, so no numbers. */
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
  /** The key that this page begins after, "" at the beginning; and the next page's. */
  after: string;
  next: string | null;
  /** What leads back to the beginning. */
  first: string;
  hrefOf: (after: string) => string;
};

/** The foot of a list read onwards from a key: back to its beginning, or on. */
export function KeyPager({ range, after, next, first, hrefOf }: KeyPagerProps) {
  return (
    <Pager
      range={range}
      aside={after && <Link href={hrefOf("")}>{first}</Link>}
      nextHref={next ? hrefOf(next) : undefined}
    />
  );
}
