import { useTranslations } from "next-intl";
import { PortalHead } from "@/components/shell/portal-page";
import { PublicShell } from "@/components/shell/public-shell";
import { Words } from "@/components/shell/words";
import { SubscriptionLink } from "./subscription-link";

type SubscriptionPageProps = {
  purpose: "confirm" | "leave";
  token: string;
  /** Null where the link is over. */
  found: { organisation: string; address: string | null } | null;
};

/** A letter's link, opened: it says what a press would do. */
export function SubscriptionPage({ purpose, token, found }: SubscriptionPageProps) {
  const t = useTranslations(`published.${purpose}`);
  if (!found)
    return (
      <PublicShell organisation="Amana">
        <PortalHead title={t("staleTitle")} lead={t("staleText")} />
      </PublicShell>
    );
  return (
    <PublicShell organisation={found.organisation}>
      <PortalHead title={t("title")} lead={t("lead", { organisation: found.organisation })} />
      <Words of={["form", "published"]}>
        <SubscriptionLink purpose={purpose} token={token} address={found.address} />
      </Words>
    </PublicShell>
  );
}
