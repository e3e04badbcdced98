import { useTranslations } from "next-intl";
import { PortalPart } from "@/components/shell/portal-page";
import { Words } from "@/components/shell/words";
import { Status } from "@/components/ui/status";
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
      <Objections of={own.objections} />
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
              <Objections of={objections} />
              {!isProven && own.mayConfirm && (
                <Words of={["form", "portal"]}>
                  <ConfirmForm contact={contact} id={id} name={name} />
                </Words>
              )}
              {role === "signatory" &&
                own.mayObject &&
                !objections.some(({ byContactId }) => byContactId === own.id) && (
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

type ObjectionsProps = { of: readonly { byContactId: string; byName: string; reason: string }[] };

/** Shows who objects to a signatory, and why, until it is settled. */
function Objections({ of }: ObjectionsProps) {
  const t = useTranslations("portal");
  return of.map(({ byContactId, byName, reason }) => (
    <p key={byContactId} className="said">
      <Status kind="late">{t("me.people.objected", { by: byName, reason })}</Status>
    </p>
  ));
}
