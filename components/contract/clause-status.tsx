import { CircleDashed } from "lucide-react";
import { useTranslations } from "next-intl";
import { Status, type StatusKind } from "@/components/ui/status";
import type { ClauseAnswer } from "@/lib/domain/contract/content";

const KINDS: Record<ClauseAnswer, StatusKind> = {
  present: "ok",
  insufficient: "warn",
  absent: "late",
  unread: "plain",
};

export function ClauseStatus({ answer, isShort = false }: { answer: ClauseAnswer; isShort?: boolean }) {
  const t = useTranslations("contract-clauses.answers");
  const icon = answer === "unread" ? CircleDashed : undefined;
  return (
    <Status kind={KINDS[answer]} icon={icon}>
      {isShort ? <span className="sr">{t(answer)}</span> : t(answer)}
    </Status>
  );
}
