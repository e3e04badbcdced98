import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { GapBadge } from "@/components/ui/gap-badge";

export type IndexedPart = {
  /** Id of the section on the sheet. */
  id: string;
  title: ReactNode;
  /** Number of what the section owes; null where nothing can be owed in it. */
  owed: number | null;
};

type IndexedSheetProps = { parts: readonly IndexedPart[]; children: ReactNode };

/** Sections of a long sheet beside an index of them, which stays in view; a row of links above on narrow screens. */
export function IndexedSheet({ parts, children }: IndexedSheetProps) {
  return (
    <div className="indexed">
      <SheetIndex parts={parts} />
      <div>{children}</div>
    </div>
  );
}

function SheetIndex({ parts }: Pick<IndexedSheetProps, "parts">) {
  const t = useTranslations("ui");
  return (
    <nav className="sheet-index" aria-label={t("index")}>
      <ul>
        {parts.map(({ id, title, owed }) => (
          <li key={id}>
            <a href={`#${id}`}>
              {title}
              {owed !== null && owed > 0 && (
                <span className="count">
                  <span aria-hidden="true">{owed}</span>
                  <span className="sr">{t("gaps", { count: owed })}</span>
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Beside the title of a section that folds. */
export function OwedMark({ owed }: { owed: number }) {
  const t = useTranslations("ui");
  return (
    <span className="count">
      <GapBadge count={owed} none={t("noGaps")} />
    </span>
  );
}
