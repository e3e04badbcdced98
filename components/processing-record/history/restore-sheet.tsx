import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Empty, Forbidden } from "@/components/ui/states";
import type { loadRestore } from "@/lib/features/processing-record/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { ChangeList } from "./change-list";
import { formatMeasure } from "@/components/processing-record/sheet/measure-choices";
import { recordHref } from "@/components/processing-record/sheet/record-address";
import { RestoreForm } from "./restore-form";
import { useTranslate } from "@/components/processing-record/sheet/use-translate";

type RestoreProps = { org: string; restore: Awaited<ReturnType<typeof loadRestore>> };

/** Previews the differences before restoring. */
export function RestoreSheet({ org, restore }: RestoreProps) {
  const t = useTranslations("history.restoring");
  const locale = useLocale();
  const { record, earlier, refused, may } = restore;
  const here = recordHref({ org, ...record });
  return (
    <Sheet>
      <PageHead
        note={
          <b>
            <bdi>{record.reference}</bdi>
          </b>
        }
        title={t("title", { version: earlier.version })}
        lead={t("lead", {
          version: earlier.version,
          instant: formatInstant(earlier.at, "Africa/Casablanca", locale),
          author: earlier.author,
          next: record.version + 1,
        })}
      />
      {!may ? (
        <Line>
          <Forbidden actions={<LinkButton href={`${here}/history`}>{t("back")}</LinkButton>} />
        </Line>
      ) : refused ? (
        <Refused org={org} restore={restore} />
      ) : (
        <Plan org={org} restore={restore} />
      )}
    </Sheet>
  );
}

function Plan({ org, restore }: RestoreProps) {
  const t = useTranslations("history.restoring");
  const { record, earlier, changes } = restore;
  return (
    <>
      <Part title={t("changes")} note={t("changesNote", { from: record.version, to: record.version + 1 })}>
        <ChangeList capacity={record.capacity} changes={changes} names={restore} none="" />
      </Part>
      <LeftOut restore={restore} />
      <Line className="mt-4">
        <p className="muted prose-line">{t("nothingLost")}</p>
        <Words of={["history", "form"]}>
          <RestoreForm
            place={{ org, id: record.id, capacity: record.capacity }}
            version={record.version}
            restored={earlier.version}
          />
        </Words>
      </Line>
    </>
  );
}

/** Values of that version that are not restored, with reasons. */
function LeftOut({
  restore: { measuresLeft, subProcessorsLeft, linksLeft, procedureLeft, isReferenceKept, record, earlier },
}: Pick<RestoreProps, "restore">) {
  const t = useTranslations("history.restoring");
  const translate = useTranslate();
  const isListed = measuresLeft.length + subProcessorsLeft.length + linksLeft.length > 0;
  if (!isListed && procedureLeft === null && !isReferenceKept) return null;
  return (
    <Part title={t("left.title")}>
      <ul className="py-2">
        {measuresLeft.map((measure) => (
          <li key={measure.id}>{t("left.measure", { measure: formatMeasure(measure, translate) })}</li>
        ))}
        {subProcessorsLeft.map((name) => (
          <li key={name}>{t("left.subProcessor", { name })}</li>
        ))}
        {linksLeft.map((name) => (
          <li key={name}>{t("left.link", { name })}</li>
        ))}
        {procedureLeft !== null && <li>{t("left.procedure", { name: procedureLeft })}</li>}
        {isReferenceKept && (
          <li>{t("left.reference", { earlier: earlier.reference, kept: record.reference })}</li>
        )}
      </ul>
    </Part>
  );
}

function Refused({ org, restore: { record, earlier, refused, controllers } }: RestoreProps) {
  const t = useTranslations("history.restoring");
  const here = recordHref({ org, ...record });
  const controller = controllers.find(({ id }) => id === earlier.controllerId);
  return (
    <Line>
      <Empty
        title={t("refusedTitle")}
        actions={
          <>
            {refused === "ended" && <LinkButton href={`${here}/state`}>{t("toState")}</LinkButton>}
            {refused === "controllerArchived" && controller && (
              <LinkButton href={`/${org}/controllers/${controller.id}`}>{controller.legalName}</LinkButton>
            )}
            <Link href={`${here}/history`} prefetch={false}>
              {t("back")}
            </Link>
          </>
        }
      >
        {refused && t(`refusals.${refused}`)}
      </Empty>
    </Line>
  );
}
