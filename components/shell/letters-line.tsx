import { MailWarning } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { navHref } from "./nav-href";
import { Line } from "./sheet";

export type LettersInTrouble = {
  waiting: number;
  /** Refused, abandoned or returned in the last days. */
  failed: number;
  /** False until a mail server is configured. */
  canSend: boolean;
  mayOpen: boolean;
};

/** Tells whoever waits for an answer that no letter arrived. */
export function LettersLine({ org, of }: { org: string; of: LettersInTrouble }) {
  const t = useTranslations("shell.letters");
  const { waiting, failed, canSend, mayOpen } = of;
  if (waiting === 0 && failed === 0) return null;
  const stated = [
    waiting > 0 && t(canSend ? "waiting" : "waitingWithoutServer", { count: waiting }),
    failed > 0 && t("failed", { count: failed }),
  ].filter(Boolean);
  return (
    <Line>
      <p className="notice-line">
        <Icon of={MailWarning} small />
        <span>{stated.join(" ")}</span>
        {mayOpen && (
          <Link href={navHref(org, "/outbox")} prefetch={false}>
            {t("open")}
          </Link>
        )}
      </p>
    </Line>
  );
}
