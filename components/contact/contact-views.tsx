import { useLocale, useTranslations } from "next-intl";
import { Views } from "@/components/ui/views";
import { CONTACT_STANDINGS } from "@/lib/domain/contact/standing";
import type { loadContacts } from "@/lib/features/contact/loaders";
import { formatCount } from "@/lib/i18n/format";

type List = Awaited<ReturnType<typeof loadContacts>>;

export function ContactViews({ org, query, counts }: { org: string } & Pick<List, "query" | "counts">) {
  const t = useTranslations("contact.views");
  const locale = useLocale();
  const views = CONTACT_STANDINGS.map((view) => ({
    href: contactsHref(org, { view }),
    label: t(view),
    count: formatCount(counts[view], locale),
    current: view === query.view,
  }));
  return <Views label={t("label")} views={views} />;
}

/** The list's address; what is left out of it is what it is by itself. */
export function contactsHref(org: string, { view, after }: { view: string; after?: string }): string {
  const said = new URLSearchParams({
    ...(view !== "active" && { view }),
    ...(after && { after }),
  }).toString();
  return `/${org}/controllers/contacts${said && `?${said}`}`;
}
