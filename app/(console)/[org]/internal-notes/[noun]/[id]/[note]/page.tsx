import { getLocale, getTranslations } from "next-intl/server";
import { CorrectionForm } from "@/components/internal-note/correction-form";
import { WithdrawalForm } from "@/components/internal-note/withdrawal-form";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Refused } from "@/components/ui/states";
import { loadNote } from "@/lib/features/internal-note/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; noun: string; id: string; note: string }> };

export const generateMetadata = titled("internal-note", "change.readTitle");

/** Corrects one note, or withdraws it. */
export default async function InternalNotePage({ params }: PageProps) {
  const { org, ...asked } = await params;
  const { note, row, members, mayWrite } = await loadNote(org, asked);
  const [t, locale] = await Promise.all([getTranslations("internal-note"), getLocale()]);
  const back = (
    <LinkButton href={`/${org}/internal-notes/${row.noun}/${row.id}`}>{t("change.back")}</LinkButton>
  );
  const seen = note.last.number;
  const when = formatInstant(note.writtenAt, "Africa/Casablanca", locale);
  return (
    <Sheet>
      <PageHead
        note={t("note")}
        title={t(titleFor(note.may))}
        lead={t("change.lead", { label: note.last.label, name: note.authorName, when })}
        actions={back}
      />
      {!note.may.correct && !note.may.withdraw && (
        <Line>
          <Refused byRole={!mayWrite}>
            {mayWrite && t(note.isWithdrawn ? "change.withdrawn" : "change.notYours")}
          </Refused>
        </Line>
      )}
      <Words of={["form", "internal-note"]}>
        {note.may.correct && (
          <Part title={t("parts.correct")}>
            <CorrectionForm org={org} note={{ id: note.id, text: note.text, seen }} members={members} />
          </Part>
        )}
        {note.may.withdraw && (
          <Part title={t("parts.withdraw")}>
            <WithdrawalForm org={org} note={{ id: note.id, seen }} />
          </Part>
        )}
      </Words>
    </Sheet>
  );
}

/** Names the page by what the reader may do on it. */
function titleFor({ correct, withdraw }: { correct: boolean; withdraw: boolean }) {
  if (correct) return "change.title";
  return withdraw ? "change.withdrawTitle" : "change.readTitle";
}
