import { useTranslations } from "next-intl";
import { PortalPart } from "@/components/shell/portal-page";
import { Words } from "@/components/shell/words";
import { mayHaveOwnNotification, type OwnNotification } from "@/lib/domain/breach/own-notification";
import { todayIn, localParts, type Zone } from "@/lib/domain/time/zones";
import type { loadPortalNotice } from "@/lib/features/breach-notice/loaders";
import { OwnNotificationForm } from "./own-notification-form";
import { OwnNotifications } from "./own-notifications";

type Loaded = Pick<
  Awaited<ReturnType<typeof loadPortalNotice>>,
  "zone" | "own" | "proposed" | "mayState" | "authority" | "duties" | "aware" | "now"
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
  const { zone, own, proposed, mayState, authority, aware, now } = of;
  const form = (initial: Parameters<typeof OwnNotificationForm>[0]["initial"]) => (
    <Words of={["form", "breach-notice"]}>
      <OwnNotificationForm contact={contact} about={id} initial={initial} proposed={proposed} zone={zone} />
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
        zone={zone}
        actOf={(statement) =>
          mayState && (
            <details>
              <summary>{t("correct")}</summary>
              {form(correctionOf(statement, zone))}
            </details>
          )
        }
      />
      {mayState && (
        <details open={own.length === 0}>
          <summary>{t(own.length === 0 ? "tell" : "tellMore")}</summary>
          {form({ ...typedIn(zone, now), kind: "", ...(only && { authority: only }) })}
        </details>
      )}
    </PortalPart>
  );
}

function correctionOf({ id, kind, at, told }: OwnNotification, zone: Zone) {
  return { ...told, ...typedIn(zone, at), kind, correctsId: id, reason: "" };
}

/** A day and an hour of a zone, as a form's fields hold them. */
function typedIn(zone: Zone, at: number) {
  const { hour, minute } = localParts(zone, at);
  const time = [hour, minute].map((part) => String(part).padStart(2, "0")).join(":");
  return { day: todayIn(zone, at), time };
}
