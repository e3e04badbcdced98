import { Check, Clock, FilePen, FileX, MailCheck, MailQuestion, MailX, PhoneOff, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import type { NoticeStatus } from "@/lib/domain/breach/notice-state";

const SIGNS = {
  draft: { kind: "plain", icon: FilePen },
  abandoned: { kind: "plain", icon: FileX },
  "not-sent": { kind: "warn", icon: PhoneOff },
  queued: { kind: "warn", icon: Clock },
  "handed-over": { kind: "warn", icon: Send },
  failed: { kind: "late", icon: MailX },
  cancelled: { kind: "warn", icon: MailX },
  "read-unproven": { kind: "warn", icon: MailQuestion },
  "acknowledged-unproven": { kind: "warn", icon: MailQuestion },
  informed: { kind: "ok", icon: MailCheck },
  acknowledged: { kind: "ok", icon: Check },
} as const;

/** Handed to our relay is told from received. */
export function NoticeStatusMark({ of }: { of: NoticeStatus }) {
  const t = useTranslations("breach-notice");
  return <Status {...SIGNS[of]}>{t(`status.${of}`)}</Status>;
}
