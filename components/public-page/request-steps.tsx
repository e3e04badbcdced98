import { useLocale, useTranslations } from "next-intl";
import { joinParts } from "@/lib/i18n/format";

const STEPS = ["register", "relay", "answer"] as const;

/** Says beforehand what becomes of a request, by whom it is answered and by when, and where else one may write. */
export function RequestSteps({ contacts }: { contacts: readonly string[] }) {
  const t = useTranslations("published.request");
  const locale = useLocale();
  return (
    <section>
      <h2>{t("next")}</h2>
      <ol className="request-steps">
        {STEPS.map((step) => (
          <li key={step}>{t(`steps.${step}`)}</li>
        ))}
      </ol>
      {contacts.length > 0 && <p>{t("elsewhere", { contacts: joinParts(contacts, locale, " · ") })}</p>}
    </section>
  );
}
