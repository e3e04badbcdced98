import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import type { Unsent } from "@/lib/domain/rights-request/departures";

/** Says of what was prepared by letter that it has not left. */
export function UnsentMark({ of }: { of: Unsent | null }) {
  const t = useTranslations("rights-request.unsent");
  if (!of) return null;
  return (
    <>
      {" "}
      <Status kind="late">{t(of.isWaiting ? "waiting" : "ended")}</Status>
    </>
  );
}
