import { PublicShell } from "@/components/shell/public-shell";
import { Words } from "@/components/shell/words";
import { SubscriptionLink } from "./subscription-link";

type SubscriptionPageProps = {
  purpose: "confirm" | "leave";
  token: string;
  /** Null where the link is over: also once its form was sent, without scripts. */
  found: { organisation: string; address: string | null } | null;
};

/** A letter's link, opened: it says what a press would do, or did. */
export function SubscriptionPage({ purpose, token, found }: SubscriptionPageProps) {
  return (
    <PublicShell organisation={found?.organisation ?? "Amana"}>
      <Words of={["form", "published"]}>
        <SubscriptionLink purpose={purpose} token={token} found={found} />
      </Words>
    </PublicShell>
  );
}
