import { useLocale, useTranslations } from "next-intl";
import { LetterState } from "@/components/ui/letter-state";
import type { loadRequest } from "@/lib/features/portal-decision/loaders";
import { formatInstant } from "@/lib/i18n/format";

type Loaded = Awaited<ReturnType<typeof loadRequest>>;

/** Shows by what a certificate was completed after it was issued: what became of each of its letters, and since when it is known. */
export function Completions({ of, number }: { of: Pick<Loaded, "completions" | "request">; number: string }) {
  const t = useTranslations("portal-decision.certificate");
  const locale = useLocale();
  const lines = of.completions.filter((one) => one.number === number);
  if (lines.length === 0) return null;
  return (
    <ul className="mt-2">
      {lines.map(({ letterId, toName, toAddress, state, at, completedAt }) => (
        <li key={`${letterId} ${state}`} className="muted">
          {t("completed", { number, when: formatInstant(completedAt.getTime(), of.request.zone, locale) })}{" "}
          <bdi>{toName === "" ? toAddress : toName}</bdi> <bdi>{toAddress}</bdi> ·{" "}
          <LetterState of={{ state, at: at.getTime() }} />
        </li>
      ))}
    </ul>
  );
}
