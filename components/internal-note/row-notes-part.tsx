import { NotebookPen } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import type { ShownNote } from "@/lib/features/internal-note/loaders";
import { formatCount } from "@/lib/i18n/format";
import { NoteList } from "./note-list";

type RowNotesPartProps = {
  /** Address of the notes of the row. */
  at: string;
  notes: readonly ShownNote[];
  mayWrite: boolean;
};

/** Notes of the staff below a sheet, folded; never on paper, which leaves the house. */
export function RowNotesPart({ at, notes, mayWrite }: RowNotesPartProps) {
  const t = useTranslations("internal-note");
  const locale = useLocale();
  const standing = notes.filter(({ isWithdrawn }) => !isWithdrawn).length;
  return (
    <div className="print:hidden">
      <Part
        title={t("title")}
        count={<span className="count">{formatCount(standing, locale)}</span>}
        isOpen={false}
      >
        <p className="muted pt-3">{t("staffAlone")}</p>
        {notes.length > 0 ? <NoteList notes={notes} at={at} /> : <p className="py-3">{t("none")}</p>}
        <LinkButton tone="bare" icon={NotebookPen} href={at}>
          {t(mayWrite ? "open" : "openToRead")}
        </LinkButton>
      </Part>
    </div>
  );
}
