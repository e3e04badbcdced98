import Link from "next/link";
import type { ReactNode } from "react";

/** `count` is already in words: counts stop at "1 000+". */
export type View = { href: string; label: string; count?: string | number; current?: boolean };

/** Saved views are addresses; filters stand at the end of the line. */
export function Views({
  label,
  views,
  filters,
}: {
  label: string;
  views: readonly View[];
  filters?: ReactNode;
}) {
  return (
    <nav className="views" aria-label={label}>
      {views.map((view) => (
        <Link
          key={view.href}
          href={view.href}
          prefetch={false}
          aria-current={view.current ? "true" : undefined}
        >
          {view.label}
          {view.count !== undefined && <span className="count">{view.count}</span>}
        </Link>
      ))}
      {filters && <div className="filters">{filters}</div>}
    </nav>
  );
}
