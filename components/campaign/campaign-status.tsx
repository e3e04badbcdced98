import { useTranslations } from "next-intl";
import { Status, type StatusKind } from "@/components/ui/status";
import type { CampaignState } from "@/lib/domain/campaign/lifecycle";

const KINDS: Record<CampaignState, StatusKind> = {
  draft: "plain",
  started: "ok",
  paused: "warn",
  ended: "plain",
};

export function CampaignStatus({ of }: { of: CampaignState }) {
  const t = useTranslations("campaign.states");
  return <Status kind={KINDS[of]}>{t(of)}</Status>;
}
