import { Bell as BellIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { formatCount } from "@/lib/i18n/format";
import { navHref } from "./nav-href";

/** Counts beyond this are shown as "99+". */
const MOST_SHOWN = 99;

/** Leads to one's notifications, with the number of those that are unread. */
export function Bell({ org, unread }: { org: string; unread: number }) {
  const t = useTranslations("shell.bell");
  const locale = useLocale();
  const title = t("title", { count: unread });
  const shown = `${formatCount(Math.min(unread, MOST_SHOWN), locale)}${unread > MOST_SHOWN ? "+" : ""}`;
  return (
    <LinkButton
      tone="bare"
      className="bell"
      icon={BellIcon}
      href={navHref(org, "/notifications")}
      title={title}
    >
      <span className="sr">{title}</span>
      {unread > 0 && (
        <span className="count" aria-hidden="true">
          {shown}
        </span>
      )}
    </LinkButton>
  );
}
