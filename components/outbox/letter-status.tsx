import { Ban, Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import { Status, type StatusKind } from "@/components/ui/status";
import type { LetterFacts } from "@/lib/features/outbox/loaders";

type Shown = Pick<LetterFacts, "state" | "attempts" | "lastError">;

/** Where a letter is, in a word: one that was tried and waits again is told from one that was not tried yet. */
export function LetterStatus({ of: { state, attempts, lastError } }: { of: Shown }) {
  const t = useTranslations("outbox");
  const isWaitingAgain = state === "queued" && attempts > 0 && lastError !== "";
  const kinds: Record<typeof state, StatusKind> = {
    queued: isWaitingAgain ? "warn" : "plain",
    sending: "plain",
    accepted: "ok",
    "given-up": "late",
    cancelled: "plain",
  };
  const icon = { queued: isWaitingAgain ? undefined : Hourglass, sending: Hourglass, cancelled: Ban };
  return (
    <Status kind={kinds[state]} icon={state in icon ? icon[state as keyof typeof icon] : undefined}>
      {t(`states.${isWaitingAgain ? "again" : state}`)}
    </Status>
  );
}
