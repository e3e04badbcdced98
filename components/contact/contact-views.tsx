import { useTranslations } from "next-intl";
import { queryHref } from "@/components/ui/query-href";
import { CountedViews } from "@/components/ui/views";
import { CONTACT_STATES } from "@/lib/domain/contact/status";
import type { loadContacts } from "@/lib/features/contact/loaders";

type List = Awaited<ReturnType<typeof loadContacts>>;

export function ContactViews({ org, query, counts }: { org: string } & Pick<List, "query" | "counts">) {
  const t = useTranslations("contact.views");
  return (
    <CountedViews
      label={t("label")}
      views={CONTACT_STATES}
      current={query.view}
      counts={counts}
      nameOf={t}
      hrefOf={(view) => contactsHref(org, { view })}
    />
  );
}

/** Omits default values from the address. */
export function contactsHref(org: string, { view, after }: { view: string; after?: string }): string {
  return queryHref(`/${org}/controllers/contacts`, { view, after }, "active");
}
