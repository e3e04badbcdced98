import { Hourglass } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { Day } from "@/components/ui/deadline";
import { Status } from "@/components/ui/status";
import type { loadMatrix } from "@/lib/features/authorisation-matrix/loaders";
import { formatDay } from "@/lib/i18n/format";

type AwaitedProps = { org: string } & Pick<Awaited<ReturnType<typeof loadMatrix>>, "awaited">;

/** Due answers in ascending order, each with its last day in the controller's time zone. */
export function AwaitedAnswers({ org, awaited }: AwaitedProps) {
  const t = useTranslations("authorisation-matrix.awaited");
  const locale = useLocale();
  if (awaited.count === 0) return null;
  return (
    <div className="summary">
      <Status kind="warn" icon={Hourglass}>
        {t("count", { count: awaited.count })}
      </Status>
      {awaited.next.map(({ requestId, controller, subProcessor, day, daysLeft }) => (
        <Link key={requestId} href={`/${org}/authorisations/${requestId}`} prefetch={false}>
          {day === null ? (
            t("undated", { controller, subProcessor })
          ) : (
            <Day
              text={t(daysLeft === null ? "over" : "until", {
                controller,
                subProcessor,
                day: formatDay(day, locale, { weekday: true }),
                left: daysLeft ?? 0,
              })}
            />
          )}
        </Link>
      ))}
    </div>
  );
}
