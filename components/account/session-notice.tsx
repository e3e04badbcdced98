import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import type { loadSessions } from "@/lib/features/account/loaders";

type After = NonNullable<Awaited<ReturnType<typeof loadSessions>>["after"]>;

/** Reads the result from the address, so that it works without JavaScript. */
export function SessionNotice({ after }: { after: After }) {
  const t = useTranslations("account-page");
  if (after.kind === "failed")
    return (
      <p className="reason mt-3" role="alert">
        {t("sessions.failed")} <span className="hash">{after.incident}</span>
      </p>
    );
  return (
    <p className="mt-3" role="status">
      <Status kind={after.kind === "gone" ? "plain" : "ok"}>
        {after.kind === "others"
          ? t("sessions.endedOthers", { count: after.count })
          : t(`sessions.${after.kind}`)}
      </Status>
    </p>
  );
}
