import { useLocale, useTranslations } from "next-intl";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Forbidden } from "@/components/ui/states";
import { summariseGaps } from "@/lib/domain/processing-record/completeness";
import { eventsFrom } from "@/lib/domain/processing-record/lifecycle";
import { formatDay } from "@/lib/i18n/format";
import type { LoadedRecord } from "./loaded-record";
import { recordHref } from "./record-address";
import { StateForm } from "./state-form";

export function StateSheet({ org, loaded }: { org: string; loaded: LoadedRecord }) {
  const { record, controller, gaps, today, may } = loaded;
  const t = useTranslations("record");
  const state = useTranslations("lifecycle.states");
  const locale = useLocale();
  const { id, capacity, version } = record;
  const { activity } = record.content;
  return (
    <Sheet>
      <PageHead
        note={
          <b>
            <bdi>{record.reference}</bdi>
          </b>
        }
        title={t("state.title", { reference: record.reference })}
        lead={
          capacity === "controller"
            ? activity
            : t("state.lead", { activity, controller: controller.legalName })
        }
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
              {...{ org, id, capacity, version, today }}
              events={eventsFrom(record.state)}
              requiredGaps={summariseGaps(gaps).required}
            />
          </Words>
        ) : (
          <Forbidden
            title={t("forbidden.title")}
            actions={<LinkButton href={recordHref({ org, id, capacity })}>{t("forbidden.back")}</LinkButton>}
          >
            {t("forbidden.text")}
          </Forbidden>
        )}
      </Line>
    </Sheet>
  );
}
