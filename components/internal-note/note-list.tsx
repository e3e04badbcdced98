import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ShownNote } from "@/lib/features/internal-note/loaders";
import { formatInstant } from "@/lib/i18n/format";

type NoteListProps = {
  notes: readonly ShownNote[];
  /** Address of the notes of the row. */
  at: string;
};

/** Notes, the youngest first, each with its former texts; of a withdrawn one the line alone. */
export function NoteList({ notes, at }: NoteListProps) {
  return (
    <ol>
      {notes.map((note) => (
        <li key={note.id} className="border-b border-rule py-3">
          <NoteItem note={note} at={at} />
        </li>
      ))}
    </ol>
  );
}

function NoteItem({ note, at }: { note: ShownNote; at: string }) {
  const t = useTranslations("internal-note");
  const locale = useLocale();
  const when = (instant: number) => formatInstant(instant, "Africa/Casablanca", locale);
  const { last } = note;
  const change = { name: last.authorName, when: when(last.recordedAt) };
  const written = when(note.writtenAt);
  return (
    <>
      <p>
        <b>
          <bdi>{note.authorName}</bdi>
        </b>{" "}
        <span className="muted">{written}</span>
      </p>
      {note.isWithdrawn ? (
        <p className="muted">{t("list.withdrawn", change)}</p>
      ) : (
        <p className="break-words whitespace-pre-line" dir="auto">
          {note.text}
        </p>
      )}
      {last.act === "corrected" && <p className="muted">{t("list.corrected", change)}</p>}
      {note.former.length > 0 && (
        <details>
          <summary className="min-h-6">{t("list.former", { count: note.former.length })}</summary>
          <ul className="ps-4">
            {note.former.map(({ number, text, recordedAt }) => (
              <li key={number}>
                <p className="muted">{when(recordedAt)}</p>
                <p className="break-words whitespace-pre-line" dir="auto">
                  {text}
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
      {(note.may.correct || note.may.withdraw) && (
        <p>
          <Link className="inline-flex min-h-6 items-center" href={`${at}/${note.id}`} prefetch={false}>
            {t(note.may.correct ? "list.change" : "list.withdraw")}
            <span className="sr">{t("list.of", { when: written })}</span>
          </Link>
        </p>
      )}
    </>
  );
}
