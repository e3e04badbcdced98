import { z } from "zod";
import { documentNoticeQuery, readDocumentNotice } from "@/lib/domain/attachment/refusals";
import { ATTACHMENT_NOUNS, ATTACHMENT_SUBJECTS } from "@/lib/domain/attachment/subjects";

export { MAX_DOCUMENT_BYTES } from "@/lib/domain/attachment/formats";

/** Includes the version that the person saw and replaces; "" for a document of its own. */
export const documentSchema = z.object({
  noun: z.enum(ATTACHMENT_NOUNS),
  subjectId: z.uuid(),
  replaces: z.union([z.literal("").transform(() => null), z.uuid()]).default(null),
});
export type DocumentInput = z.output<typeof documentSchema> & {
  file: { fileName: string; bytes: Uint8Array };
};

export const documentWithdrawSchema = z.object({
  noun: z.enum(ATTACHMENT_NOUNS),
  subjectId: z.uuid(),
  id: z.uuid(),
  reason: z.string().trim().min(1, "required").max(2000, "tooLong"),
});
export type DocumentWithdraw = z.output<typeof documentWithdrawSchema>;

export const documentCloseSchema = documentWithdrawSchema.extend({ isClosed: z.stringbool() });
export type DocumentClose = z.output<typeof documentCloseSchema>;

type Refused = { refusal: string; fileName?: string; found?: string };

/** Path of the subject's sheet at its documents, with the refusal and the file's name. */
export function backToSubject(
  home: string,
  { noun, subjectId, replaces }: z.output<typeof documentSchema>,
  refused?: Refused | "",
): string {
  const sheet = `${home}/${ATTACHMENT_SUBJECTS[noun].segment}/${subjectId}`;
  if (!refused) return `${sheet}#documents`;
  const { refusal, fileName = "", found = "" } = refused;
  const notice = readDocumentNotice({ document: refusal, name: fileName, found });
  const query = documentNoticeQuery(notice ?? { refusal: "failed", fileName, found });
  return `${sheet}?${query}${replaces ? `&replace=${replaces}` : ""}#documents`;
}

export type PendingFor = { controller: string } | { instruction: string };

export function backToInstructionForm(
  org: string,
  about: PendingFor,
  answer: { id: string } | Refused,
): string {
  const page =
    "controller" in about
      ? `/${org}/instructions/new?controller=${about.controller}`
      : `/${org}/instructions/${about.instruction}/move/confirm-in-writing?`;
  if ("id" in answer) return `${page}&email=${answer.id}`;
  const { refusal, fileName = "", found = "" } = answer;
  const notice = readDocumentNotice({ document: refusal, name: fileName, found });
  return `${page}&${documentNoticeQuery(notice ?? { refusal: "failed", fileName, found })}`;
}
