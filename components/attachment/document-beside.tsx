import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import { Line } from "@/components/shell/sheet";
import { queryHref } from "@/components/ui/query-href";
import { isViewable } from "@/lib/domain/attachment/view";
import type { loadDocuments } from "@/lib/features/attachment/loaders";

type DocumentBesideProps = {
  org: string;
  /** Address of the form and what it has beside the document. */
  at: string;
  query: Readonly<Record<string, string>>;
  of: Pick<Awaited<ReturnType<typeof loadDocuments>>, "documents">;
  /** Id in the address of the document that is shown; "" for none. */
  shown: string;
  children: ReactNode;
};

/**
 * The form, and from 1,280 px the document that it is filled from; where there is less room, a link above opens it. Nothing is
 * shown until it is asked for, since each showing is written in the journal.
 */
export function DocumentBeside({ org, at, query, of, shown, children }: DocumentBesideProps) {
  const t = useTranslations("attachment.beside");
  const files = of.documents.flatMap(({ current }) =>
    current && isViewable(current.contentType) ? [current] : [],
  );
  if (files.length === 0) return children;
  const open = files.find(({ id }) => id === shown);
  const viewOf = (id: string) => `/api/document-views/${org}/${id}`;
  return (
    <div className={open ? "beside" : undefined}>
      <div>
        <Line>
          <p className="muted">{t("label")}</p>
          <ul className="document-links">
            {files.map(({ id, fileName }) => (
              <li key={id}>
                <a className="min-[1280px]:hidden" href={viewOf(id)} target="_blank" rel="noopener">
                  <bdi>{fileName}</bdi>
                </a>
                <Link
                  className="max-[1279px]:hidden"
                  href={queryHref(at, { ...query, document: id === shown ? "" : id })}
                  aria-current={id === shown ? "true" : undefined}
                  prefetch={false}
                >
                  {id === shown ? t("close") : <bdi>{fileName}</bdi>}
                </Link>
              </li>
            ))}
          </ul>
        </Line>
        {children}
      </div>
      {open && (
        <aside className="document-frame" aria-label={open.fileName}>
          <iframe src={viewOf(open.id)} title={open.fileName} loading="lazy" />
        </aside>
      )}
    </div>
  );
}
