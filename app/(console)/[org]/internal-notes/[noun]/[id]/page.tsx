import { getTranslations } from "next-intl/server";
import { NoteForm } from "@/components/internal-note/note-form";
import { NoteList } from "@/components/internal-note/note-list";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { loadNotesPage } from "@/lib/features/internal-note/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; noun: string; id: string }> };

export const generateMetadata = titled("internal-note", "title");

/** Shows the notes of the staff on one row, and the form that writes one; on paper neither. */
export default async function InternalNotesPage({ params }: PageProps) {
  const { org, ...asked } = await params;
  const it = await loadNotesPage(org, asked);
  const t = await getTranslations("internal-note");
  return (
    <Sheet>
      <PageHead
        note={t("note")}
        title={it.label}
        lead={t("staffAlone")}
        actions={<LinkButton href={`/${org}${it.path}`}>{t("toRow")}</LinkButton>}
      />
      {it.isEnded && (
        <Line>
          <p className="reason">{t("ended")}</p>
        </Line>
      )}
      <Part title={t("parts.write")}>
        {it.mayWrite ? (
          <Words of={["form", "internal-note"]}>
            <NoteForm org={org} row={it.row} members={it.members} key={it.notes.length} />
          </Words>
        ) : (
          <p className="pt-3">{t("readsOnly")}</p>
        )}
      </Part>
      <div className="print:hidden">
        <Part title={t("parts.notes")}>
          {it.notes.length > 0 ? (
            <NoteList notes={it.notes} at={`/${org}/internal-notes/${it.row.noun}/${it.row.id}`} />
          ) : (
            <p className="pt-3">{t("none")}</p>
          )}
        </Part>
      </div>
    </Sheet>
  );
}
