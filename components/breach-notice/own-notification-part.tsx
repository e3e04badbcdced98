import { useTranslations } from "next-intl";
import { PortalPart } from "@/components/shell/portal-page";
import { Words } from "@/components/shell/words";
import { mayHaveOwnNotification, type OwnNotification } from "@/lib/domain/breach/own-notification";
import { todayIn, localParts } from "@/lib/domain/time/zones";
import type { loadPortalNotice } from "@/lib/features/breach-notice/loaders";
import { OwnNotificationForm } from "./own-notification-form";
import { OwnNotifications } from "./own-notifications";

type Loaded = Pick<
  Awaited<ReturnType<typeof loadPortalNotice>>,
  "own" | "proposed" | "mayState" | "authority" | "duties" | "aware" | "now"
>;
type PartProps = {
  contact: string;
  /** The incident, or a notice of it. */
  id: string;
  of: Loaded;
};

/** In the portal: what the controller told of its own duties, each with its correction, and the form to tell. */
export function OwnNotificationPart({ contact, id, of }: PartProps) {
  const t = useTranslations("breach-notice.own");
  const { own, proposed, mayState, authority, aware, now } = of;
  const form = (initial: Parameters<typeof OwnNotificationForm>[0]["initial"]) => (
    <Words of={["form", "breach-notice"]}>
      <OwnNotificationForm contact={contact} about={id} initial={initial} proposed={proposed} />
    </Words>
  );
  if (!mayHaveOwnNotification(of.duties, own)) return null;
  const [only] = proposed.length === 1 ? proposed : [];
  return (
    <PortalPart id="own-notification" title={t("yours")}>
      <p className="muted mt-3">{t("lead")}</p>
      <OwnNotifications
        own={own}
        target={authority?.clocks?.target ?? null}
        duties={authority?.duties}
        aware={aware}
        isReader
        actOf={(statement) =>
          mayState && (
            <details>
              <summary>{t("correct")}</summary>
              {form(correctionOf(statement))}
            </details>
          )
        }
      />
      {mayState && (
        <details open={own.length === 0}>
          <summary>{t(own.length === 0 ? "tell" : "tellMore")}</summary>
          {form({ ...typedInParis(now), kind: "", ...(only && { authority: only }) })}
        </details>
      )}
    </PortalPart>
  );
}

function correctionOf({ id, kind, at, told }: OwnNotification) {
  return { ...told, ...typedInParis(at), kind, correctsId: id, reason: "" };
}

/** A day and an hour of Paris, as a form's fields hold them. */
function typedInParis(at: number) {
  const { hour, minute } = localParts("Europe/Paris", at);
  const time = [hour, minute].map((part) => String(part).padStart(2, "0")).join(":");
  return { day: todayIn("Europe/Paris", at), time };
}
