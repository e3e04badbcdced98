import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import type { ContactSight } from "@/lib/domain/controller/contact-sight";
import { formatList } from "@/lib/i18n/format";
import { ContactSightForm } from "./contact-sight-form";

type ContactSightPartProps = { org: string; id: string; name: string; of: ContactSight; mayChange: boolean };

/** Lists the controllers whose rows a contact of merged controllers sees in the portal, and the others to confirm. */
export function ContactSightPart({ org, id, name, of: sight, mayChange }: ContactSightPartProps) {
  const [t, contact] = [useTranslations("contact.sight"), useTranslations("contact")];
  const locale = useLocale();
  const own = formatList(
    sight.own.map(({ label }) => label),
    locale,
  );
  return (
    <Part title={t("title")} article={contact("article")}>
      <p className="muted prose-line mt-3">{t("text", { name, own })}</p>
      {!sight.mayDecide && <p className="prose-line mt-2">{t("readsOnly", { name })}</p>}
      {mayChange ? <ContactSightForm org={org} id={id} of={sight} /> : <Confirmed of={sight} />}
    </Part>
  );
}

function Confirmed({ of: { others } }: { of: ContactSight }) {
  const t = useTranslations("contact.sight");
  return (
    <ul className="mt-2">
      {others.map(({ id, label, isConfirmed }) => (
        <li key={id}>{t(isConfirmed ? "sees" : "seesNot", { name: label })}</li>
      ))}
    </ul>
  );
}
