import { useTranslations } from "next-intl";
import { MAX_DOCUMENT_MEGABYTES } from "@/lib/domain/attachment/formats";
import type { DocumentNotice } from "@/lib/domain/attachment/refusals";

/** Names the refused file: browsers do not restore a file input. */
export function useReason(notice: DocumentNotice | null): string | undefined {
  const t = useTranslations("attachment.errors");
  if (!notice) return undefined;
  const { refusal, fileName, found } = notice;
  const reason = t(refusal, { found, megabytes: MAX_DOCUMENT_MEGABYTES });
  return fileName ? t("named", { name: fileName, reason }) : reason;
}
