import { getTranslations } from "next-intl/server";
import { DeliveriesForm } from "@/components/notification/deliveries-form";
import { NotificationFilter } from "@/components/notification/notification-filter";
import { NotificationTable } from "@/components/notification/notification-table";
import { AllReadForm } from "@/components/notification/read-form";
import { ListFrame } from "@/components/shell/list-frame";
import { PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Empty } from "@/components/ui/states";
import { NOTIFICATION_DAYS } from "@/lib/domain/notification/kinds";
import { loadNotifications, NOTIFICATION_VIEWS } from "@/lib/features/notification/loaders";
import type { Search } from "@/lib/forms/list-query";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("notification", "title");

/** Lists what others did and what falls due, for whoever reads, and which kinds of it they want. */
export default async function NotificationsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const [list, t] = await Promise.all([
    loadNotifications(org, await searchParams),
    getTranslations("notification"),
  ]);
  const { rows, query, kinds, address, hasUnread, newest } = list;
  return (
    <Sheet>
      <PageHead
        title={t("title")}
        lead={t("lead", { days: NOTIFICATION_DAYS })}
        actions={
          hasUnread &&
          newest !== null && (
            <Words of={["form", "notification"]}>
              <AllReadForm org={org} upTo={newest} />
            </Words>
          )
        }
      />
      <ListFrame
        noun="notification"
        path={`/${org}/notifications`}
        views={NOTIFICATION_VIEWS}
        list={list}
        tools={<NotificationFilter query={query} kinds={kinds} />}
        empty={
          <Empty title={t(`empty.${query.kind ? "kind" : query.view}`)}>
            {t(`empty.${query.kind ? "kindText" : `${query.view}Text`}`)}
          </Empty>
        }
      >
        <NotificationTable org={org} rows={rows} />
      </ListFrame>
      <Part title={t("choice.title")} isOpen={false}>
        <Words of={["form", "notification"]}>
          <DeliveriesForm org={org} kinds={kinds} address={address} />
        </Words>
      </Part>
    </Sheet>
  );
}
