import Link from "next/link";
import type { ReactNode } from "react";
import { Status, type StatusKind } from "@/components/ui/status";
import { Unbroken } from "@/components/ui/unbroken";

export type AgendaItem = {
  key: string;
  margin: ReactNode;
  title: string;
  href: string;
  text: ReactNode;
  status?: { kind: StatusKind; text: string };
};

export function Agenda({
  title,
  note,
  items,
}: {
  title: string;
  note?: string;
  items: readonly AgendaItem[];
}) {
  if (items.length === 0) return null;
  return (
    <section className="part">
      <div className="line">
        <div className="note pt-[5px]">{note}</div>
        <div className="body">
          <h2 className="border-b border-ink pb-1.5">{title}</h2>
        </div>
      </div>
      <ol className="agenda">
        {items.map((item) => (
          <li key={item.key}>
            <span className="at">
              {typeof item.margin === "string" ? <Unbroken>{item.margin}</Unbroken> : item.margin}
            </span>
            <div>
              <Link href={item.href} prefetch={false} className="quiet">
                <b>{item.title}</b>
              </Link>
              <p>{item.text}</p>
            </div>
            <div>{item.status && <Status kind={item.status.kind}>{item.status.text}</Status>}</div>
          </li>
        ))}
      </ol>
    </section>
  );
}
