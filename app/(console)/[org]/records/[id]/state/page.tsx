import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { recordHref } from "@/components/processing-record/record-address";
import { StateForm } from "@/components/processing-record/state-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Forbidden } from "@/components/ui/states";
import { summariseGaps } from "@/lib/domain/processing-record/completeness";
import { eventsFrom } from "@/lib/domain/processing-record/lifecycle";
import { loadRecord } from "@/lib/features/processing-record/loaders";
import { formatDay } from "@/lib/i18n/format";

type PageProps = { params: Promise<{ org: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("record.page"))("changeState") };
}

/** Draft, active, suspended, ended: what may happen from here, dated and with its reason. */
export default async function RecordStatePage({ params }: PageProps) {
  const { org, id } = await params;
  const { record, controller, gaps, today, may } = await loadRecord(org, id);
  const [t, state, locale] = [
    await getTranslations("record"),
    await getTranslations("lifecycle.states"),
    await getLocale(),
  ];
  return (
    <Sheet>
      <PageHead
        note={
          <b>
            <bdi>{record.reference}</bdi>
          </b>
        }
        title={t("state.title", { reference: record.reference })}
        lead={t("state.lead", { activity: record.content.activity, controller: controller.legalName })}
      >
        <p className="muted mt-3">
          {record.stateSince
            ? t("state.now", { state: state(record.state), date: formatDay(record.stateSince, locale) })
            : state(record.state)}
        </p>
      </PageHead>
      <Line>
        {may.transition ? (
          <Words of={["record", "lifecycle", "form"]}>
            <StateForm
              org={org}
              id={id}
              version={record.version}
              events={eventsFrom(record.state)}
              requiredGaps={summariseGaps(gaps).required}
              today={today}
            />
          </Words>
        ) : (
          <Forbidden
            title={t("forbidden.title")}
            actions={<LinkButton href={recordHref(org, id)}>{t("forbidden.back")}</LinkButton>}
          >
            {t("forbidden.text")}
          </Forbidden>
        )}
      </Line>
    </Sheet>
  );
}
