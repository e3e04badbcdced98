import Link from "next/link";
import type { ReactNode } from "react";

export type PortalListRow = {
  id: string;
  href: string;
  reference: ReactNode;
  title: ReactNode;
  about?: ReactNode;
  status?: ReactNode;
};

export function PortalList({ label, rows }: { label: string; rows: readonly PortalListRow[] }) {
  return (
    <ul className="portal-list" aria-label={label}>
      {rows.map(({ id, href, reference, title, about, status }) => (
        <li key={id}>
          <Link href={href} prefetch={false}>
            <span className="ref">{reference}</span>
            <span className="title">{title}</span>
            {about && <span className="about">{about}</span>}
            {status && <span className="status">{status}</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}
