import { useLocale, useTranslations } from "next-intl";
import { PortalPart } from "@/components/shell/portal-page";
import { Words } from "@/components/shell/words";
import { Status } from "@/components/ui/status";
import { formatInstant } from "@/lib/i18n/format";
import type { loadOwnContact } from "@/lib/features/portal/loaders";
import { ConfirmForm } from "./confirm-form";
import { ObjectionForm } from "./objection-form";

type PeoplePartProps = { contact: string; own: Awaited<ReturnType<typeof loadOwnContact>> };

/** Shows who acts for the controller, and lets a proven contact confirm the others. */
export function PeoplePart({ contact, own }: PeoplePartProps) {
  const t = useTranslations("portal");
  const isWaiting = !own.isProven && own.role === "signatory";
  if (own.others.length === 0 && !isWaiting && own.objections.length === 0) return null;
  return (
    <PortalPart title={t("me.people.title")}>
      <p className="muted">{t("me.people.lead")}</p>
      {isWaiting && (
        <p className="said">
          <Status kind="warn">{t("me.people.ownUnproven")}</Status>
        </p>
      )}
      <Objections contact={contact} of={own.objections} />
      <dl>
        {own.others.map(({ id, name, email, capacity, role, isProven, objections }) => (
          <div key={id} className="field two">
            <dt>
              <bdi>{name}</bdi>
            </dt>
            <dd>
              <bdi>{email}</bdi>{" "}
              <span className="muted">{[t(`roles.${role}.name`), capacity].filter(Boolean).join(", ")}</span>
              <p>
                <Status kind={isProven ? "ok" : "warn"}>
                  {t(isProven ? "me.people.proven" : "me.people.unproven")}
                </Status>
              </p>
              <Objections contact={contact} of={objections} />
              {!isProven && own.mayConfirm && (
                <Words of={["form", "portal"]}>
                  <ConfirmForm contact={contact} id={id} name={name} />
                </Words>
              )}
              {role === "signatory" &&
                own.mayObject &&
                !objections.some(
                  ({ byContactId, settlement }) => byContactId === own.id && settlement === null,
                ) && (
                  <Words of={["form", "portal"]}>
                    <ObjectionForm contact={contact} id={id} name={name} />
                  </Words>
                )}
            </dd>
          </div>
        ))}
      </dl>
    </PortalPart>
  );
}

type ObjectionsProps = { contact: string; of: PeoplePartProps["own"]["objections"] };

/** Shows who objects to a signatory, and why, and the act on which it ended. */
function Objections({ contact, of }: ObjectionsProps) {
  const t = useTranslations("portal");
  const locale = useLocale();
  return of.map(({ id, byName, reason, settlement }) => (
    <div key={id} className="said">
      <p>
        <Status kind={settlement ? "plain" : "late"}>
          {t(settlement ? "me.people.objectedOnce" : "me.people.objected", { by: byName, reason })}
        </Status>
      </p>
      {settlement && (
        <p className="muted">
          {t("me.people.settled", {
            by: settlement.settledByName,
            when: formatInstant(settlement.settledAt.getTime(), "Africa/Casablanca", locale),
            source: settlement.source,
          })}{" "}
          {settlement.documentId && (
            <a href={`/api/portal/${contact}/files/${settlement.documentId}`}>
              {t("me.people.settledDocument")}
            </a>
          )}
        </p>
      )}
    </div>
  ));
}
