import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHead, Part, Sheet } from "@/components/shell/sheet";
import { TextChange } from "@/components/ui/changes";
import { RecordField } from "@/components/ui/record-field";
import { loadProcedureVersion } from "@/lib/features/dpo-work/loaders";
import { formatDay } from "@/lib/i18n/format";

type PageProps = { params: Promise<{ org: string; kind: string; id: string; line: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { org, kind, id, line } = await params;
  return { title: (await loadProcedureVersion(org, kind, id, line)).version.text };
}

/** A version of a procedure, whole, and what it changes. */
export default async function ProcedureVersionPage({ params }: PageProps) {
  const { org, kind, id, line } = await params;
  const { work, version, before, changes } = await loadProcedureVersion(org, kind, id, line);
  const [t, locale] = await Promise.all([getTranslations("dpo-work"), getLocale()]);
  const { text, body, document, approvedBy, inForceFrom, nextReviewOn } = version;
  return (
    <Sheet>
      <PageHead
        note={<bdi>{work.reference}</bdi>}
        title={<bdi>{work.title}</bdi>}
        lead={t("sheet.version", { version: text })}
      />
      <Part id="version" title={t("fields.procedure.text")}>
        <dl>
          <RecordField label={t("fields.procedure.approvedBy")}>
            <bdi>{approvedBy}</bdi>
          </RecordField>
          <RecordField label={t("fields.procedure.inForceFrom")}>
            {formatDay(inForceFrom, locale)}
          </RecordField>
          <RecordField label={t("fields.procedure.nextReviewOn")}>
            {nextReviewOn && formatDay(nextReviewOn, locale)}
          </RecordField>
          <RecordField label={t("fields.procedure.document")}>
            {document && <bdi>{document}</bdi>}
          </RecordField>
          <RecordField label={t("fields.procedure.body")}>
            {body && (
              <span className="whitespace-pre-line" dir="auto">
                {body}
              </span>
            )}
          </RecordField>
        </dl>
      </Part>
      <Part
        id="comparison"
        title={before ? t("sheet.compared", { version: before.text }) : t("sheet.firstVersion")}
      >
        {changes && before?.body === body && <p className="muted">{t("sheet.sameText")}</p>}
        {changes && before?.body !== body && <TextChange pieces={changes} />}
      </Part>
    </Sheet>
  );
}
