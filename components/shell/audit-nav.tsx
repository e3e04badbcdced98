"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

type AuditNavProps = { label: string; items: readonly { href: string; label: string }[] };

/** Marks an item current for every page below its path; the first is current on its own page alone. */
export function AuditNav({ label, items }: AuditNavProps) {
  const pathname = usePathname() ?? "";
  return (
    <nav className="portal-nav" aria-label={label}>
      <ul>
        {items.map(({ href, label: name }, at) => {
          const isHere = pathname === href || (at > 0 && pathname.startsWith(`${href}/`));
          return (
            <li key={href}>
              <Link href={href} prefetch={false} aria-current={isHere ? "page" : undefined}>
                {name}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
