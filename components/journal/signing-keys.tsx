import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import type { loadHeads } from "@/lib/features/journal/loaders";
import { groupFingerprint } from "@/lib/i18n/fingerprint";
import { formatInstant } from "@/lib/i18n/format";

type Keys = Awaited<ReturnType<typeof loadHeads>>["keys"];

/** Fingerprints of every key, since a head of last year was signed by the key of last year. */
export function SigningKeys({ keys }: { keys: Keys }) {
  const t = useTranslations("journal.headsPage");
  const locale = useLocale();
  const when = (at: number) => formatInstant(at, "Africa/Casablanca", locale);
  return (
    <Part title={t("keys")}>
      <ul>
        {keys.map(({ id, fingerprint, from, until }) => (
          <li key={id} className="py-2">
            <span className="hash break-words" dir="ltr">
              {groupFingerprint(fingerprint)}
            </span>
            <br />
            <span className="muted">
              {until === null
                ? t("keyFrom", { from: when(from) })
                : t("keyUntil", { from: when(from), until: when(until) })}
            </span>
          </li>
        ))}
      </ul>
      <p className="prose-line">{t("verify")}</p>
    </Part>
  );
}
