import { GapNote } from "@/components/ui/record-field";
import type { RecordField } from "@/lib/domain/processing-record/types";
import type { LoadedTemplate } from "@/lib/features/template/loaders";

type OpenNotesProps = { of: Pick<LoadedTemplate, "open">; field: RecordField };

/** Open questions beside their field, as the entry's gap will show them. */
export function OpenNotes({ of: { open }, field }: OpenNotesProps) {
  return open
    .filter((mention) => mention.field === field)
    .map(({ code, article, title, text }) => (
      <GapNote key={code} article={article} title={title} advisable={code.startsWith("ADV")}>
        {text}
      </GapNote>
    ));
}
