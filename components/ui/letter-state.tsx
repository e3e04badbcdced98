import { Ban, Clock, CircleHelp, MailCheck, Send, type LucideIcon } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { fieldOf } from "@/lib/domain/invariant/required";
import { formatInstant } from "@/lib/i18n/format";
import { Status, type StatusKind } from "./status";

type LetterStateProps = {
  of: { state: string; at?: number | null };
  /** Path of the letter, for roles that may read it. */
  href?: string;
};

const SIGNS: Record<string, { kind: StatusKind; icon?: LucideIcon }> = {
  queued: { kind: "warn", icon: Clock },
  again: { kind: "warn", icon: Clock },
  sending: { kind: "plain", icon: Clock },
  accepted: { kind: "plain", icon: Send },
  delivered: { kind: "ok", icon: MailCheck },
  bounced: { kind: "late" },
  refused: { kind: "late" },
  "given-up": { kind: "late" },
  cancelled: { kind: "plain", icon: Ban },
  unknown: { kind: "plain", icon: CircleHelp },
};

/** "Handed to our relay" proves no receipt. */
export function LetterState({ of: { state, at = null }, href }: LetterStateProps) {
  const t = useTranslations("letter");
  const locale = useLocale();
  return (
    <>
      <Status {...fieldOf(SIGNS, state)}>{t(`states.${state}`)}</Status>
      {at !== null && (
        <>
          {" "}
          <time className="muted" dateTime={new Date(at).toISOString()}>
            {formatInstant(at, "Africa/Casablanca", locale)}
          </time>
        </>
      )}
      {href && (
        <>
          {" · "}
          <Link href={href} prefetch={false}>
            {t("open")}
          </Link>
        </>
      )}
    </>
  );
}
