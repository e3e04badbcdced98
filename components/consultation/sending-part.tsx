import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Status } from "@/components/ui/status";
import type { loadConsultation } from "@/lib/features/consultation/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { MailServerMissing } from "@/components/shell/mail-server-missing";
import { MailForm } from "./mail-form";
import { WarningsList } from "./warnings-list";

type Loaded = Awaited<ReturnType<typeof loadConsultation>>;

/** The two ways by which links reach their persons, each with what is said before. */
export function SendingPart({ org, loaded }: { org: string; loaded: Loaded }) {
  const t = useTranslations("consultation.sending");
  const locale = useLocale();
  const { consultation, counts, warnings, may } = loaded;
  if (consultation.state !== "open" || !may.send) return <p className="muted pt-3">{t("closed")}</p>;
  if (loaded.refusals.length > 0)
    return (
      <p role="status" className="pt-3">
        <Status kind="late">{t("suspended")}</Status>
      </p>
    );
  return (
    <>
      <h3 className="pt-3">{t("mail")}</h3>
      <WarningsList warnings={warnings.mail} />
      <p className="py-2">{t("mailLead", { count: counts.toWrite })}</p>
      {consultation.mailedAt === null ? (
        counts.toWrite > 0 ? (
          <Mailing org={org} loaded={loaded} />
        ) : (
          <p className="muted">{t(counts.all === 0 ? "nobody" : "nobodyToWrite")}</p>
        )
      ) : (
        <p>
          {t("mailed", {
            at: formatInstant(consultation.mailedAt.getTime(), "Africa/Casablanca", locale),
          })}
        </p>
      )}
      <h3 className="pt-3">{t("dialler")}</h3>
      <WarningsList warnings={warnings.dialler} />
      <p className="py-2">{t("diallerLead", { count: counts.toCall })}</p>
      {counts.toCall > 0 ? (
        <form method="post" action={`/api/consultation-links/${org}`}>
          <input type="hidden" name="id" value={consultation.id} />
          <Button type="submit">{t("diallerAct")}</Button>
        </form>
      ) : (
        <p className="muted">{t(counts.all === 0 ? "nobody" : "nobodyToCall")}</p>
      )}
    </>
  );
}

function Mailing({ org, loaded: { consultation, canSend } }: { org: string; loaded: Loaded }) {
  return canSend ? <MailForm org={org} id={consultation.id} /> : <MailServerMissing />;
}
