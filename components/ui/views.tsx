import Link from "next/link";
import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { formatCount } from "@/lib/i18n/format";

/** `count` is formatted: counts stop at "1 000+". */
export type View = { href: string; label: string; count?: string | number; current?: boolean };

/** Views are addresses and can be bookmarked. */
export function Views({ label, views }: { label: string; views: readonly View[] }) {
  return (
    <nav className="views" aria-label={label}>
      {views.map((view) => (
        <Link
          key={`${view.href} ${view.label}`}
          href={view.href}
          prefetch={false}
          aria-current={view.current ? "true" : undefined}
        >
          {view.label}
          {view.count !== undefined && <span className="count">{view.count}</span>}
        </Link>
      ))}
    </nav>
  );
}

type CountedViewsProps<V extends string> = {
  label: string;
  views: readonly V[];
  current: V;
  /** A view without a count shows none. */
  counts: Readonly<Partial<Record<V, number>>>;
  nameOf: (view: V) => string;
  hrefOf: (view: V) => string;
};

export function CountedViews<V extends string>(props: CountedViewsProps<V>) {
  const { label, views, current, counts, nameOf, hrefOf } = props;
  const locale = useLocale();
  const notified = views.map((view) => {
    const count = counts[view];
    return {
      href: hrefOf(view),
      label: nameOf(view),
      count: count === undefined ? undefined : formatCount(count, locale),
      current: view === current,
    };
  });
  return <Views label={label} views={notified} />;
}

export function ListTop({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-end justify-between gap-x-5 gap-y-3">{children}</div>;
}
