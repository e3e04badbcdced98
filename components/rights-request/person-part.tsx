import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Part } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Status } from "@/components/ui/status";
import type { LoadedRequest } from "@/lib/features/rights-request/loaders";
import { extentPlaced } from "@/lib/domain/rights-request/extent";
import { extentWords } from "@/lib/i18n/stop-times";
import { formatInstant } from "@/lib/i18n/format";
import { LOCALE_NAMES } from "@/lib/i18n/locale";
import { EraseAct } from "./erase-part";
import { NumberPart } from "./number-part";

type Words = (key: string, values?: Record<string, string>) => string;

/** Shows what is held of the person, until it is erased. */
export function PersonPart({ org, it }: { org: string; it: LoadedRequest }) {
  const t = useTranslations("rights-request.person");
  const locale = useLocale();
  return (
    <Part id="person" article={t("article")} note={t("note")} title={t("title")}>
      {it.erasedAt !== null ? (
        <p className="mt-3">
          {t("erased", { when: formatInstant(it.erasedAt, "Africa/Casablanca", locale) })}
        </p>
      ) : (
        <dl>
          <PersonField label={t("name")}>{it.person?.name}</PersonField>
          <PersonField label={t("contact")}>{it.person?.contact}</PersonField>
          {it.person?.language && (
            <PersonField label={t("language")}>{LOCALE_NAMES[it.person.language]}</PersonField>
          )}
          <PersonField label={t("words")}>{it.words}</PersonField>
          <PersonField label={t("clue")}>{it.clue}</PersonField>
        </dl>
      )}
      {it.may.erase && it.erasedAt === null && it.events.includes("erased") && (
        <Words of={["rights-request", "form"]}>
          <EraseAct org={org} id={it.id} />
        </Words>
      )}
      <StoppedContact org={org} it={it} />
      <NumberPart org={org} it={it} />
      {it.others.length > 0 && (
        <p className="mt-3">
          {t("others")}{" "}
          {it.others.map(({ id, reference }) => (
            <Link key={id} href={`/${org}/rights-requests/${id}`} prefetch={false} className="me-2">
              <bdi>{reference}</bdi>
            </Link>
          ))}
        </p>
      )}
    </Part>
  );
}

/** Says what the request ends already, whatever less its words may ask for, and who may narrow it; or that it ends nothing yet. */
function StoppedContact({ org, it }: { org: string; it: LoadedRequest }) {
  const [t, times] = [useTranslations("rights-request"), useTranslations("ui")];
  const locale = useLocale();
  if (it.stopped === null) return null;
  const isPlaced = it.file.controllerId !== null && it.stopQuestion !== "open";
  if (!it.stopped.isAnyHeld)
    return (
      <p className="mt-3" role="status">
        <Status kind="late">{t("stopped.nothing")}</Status>{" "}
        {t(isPlaced ? "stopped.completePlaced" : "stopped.complete", { reference: it.reference })}{" "}
        {isPlaced && it.may.write && (
          <Link href={`/${org}/telephone/choices/new`} prefetch={false} className="print:hidden">
            {t("stopped.register")}
          </Link>
        )}
      </p>
    );
  const extent = extentPlaced(it.facts.toReversed());
  const { stops = "everything", stopPurpose, stopTimes } = extent;
  const isWhole = stops === "everything" && stopPurpose === undefined && stopTimes === undefined;
  const what = extentWords(extent, locale, { t: t as Words, times: times as Words });
  return (
    <>
      <p className="mt-3" role="status">
        <b>{t(it.stopQuestion === "open" ? "stopped.inDoubt" : "stopped.title", { what })}</b>{" "}
        {t(
          it.stopQuestion === "open"
            ? "stopped.question"
            : !isPlaced
              ? "stopped.unplaced"
              : isWhole
                ? "stopped.placed"
                : "stopped.narrowed",
        )}
      </p>
      <StoppedIdentifiers it={it} stopped={it.stopped.values} />
    </>
  );
}

/** Lists the numbers and addresses that are stopped, with what is in doubt of each, and those that somebody dropped. */
function StoppedIdentifiers({ it, stopped }: { it: LoadedRequest; stopped: readonly string[] }) {
  const t = useTranslations("rights-request");
  const { doubtful = [] } = it.person ?? {};
  const places = it.facts.find(({ kind }) => kind === "placed")?.value.dropped ?? [];
  const dropped = doubtful.filter(({ value }, place) => places.includes(place) && !stopped.includes(value));
  const isPlaced = it.file.controllerId !== null && it.stopQuestion !== "open";
  const doubtOf = (value: string) => (isPlaced ? undefined : doubtful.find((one) => one.value === value));
  if (stopped.length + dropped.length === 0) return null;
  return (
    <>
      <ul className="mt-2">
        {stopped.map((value) => {
          const doubt = doubtOf(value)?.doubt;
          return (
            <li key={value}>
              <bdi dir="ltr">{value}</bdi> {doubt && <span className="muted">{t(`doubts.${doubt}`)}</span>}
            </li>
          );
        })}
        {dropped.map(({ value }) => (
          <li key={value}>
            <bdi dir="ltr">{value}</bdi> <span className="muted">{t("stopped.dropped")}</span>
          </li>
        ))}
      </ul>
      {!isPlaced && doubtful.length > 0 && <p className="mt-2">{t("stopped.doubtful")}</p>}
    </>
  );
}

function PersonField({ label, children }: { label: string; children: ReactNode }) {
  const t = useTranslations("rights-request.person");
  return (
    <div className="field two">
      <dt>{label}</dt>
      <dd>
        {children ? (
          <bdi className="whitespace-pre-line" dir="auto">
            {children}
          </bdi>
        ) : (
          <span className="faint">{t("none")}</span>
        )}
      </dd>
    </div>
  );
}

/** Shows, while nobody knows whose request it is, controllers that its words point to, each to be named by one act. */
export function PlacePart({ org, it }: { org: string; it: LoadedRequest }) {
  const t = useTranslations("rights-request.place");
  const form = `/${org}/rights-requests/${it.id}/event?kind=placed`;
  return (
    <Part id="place" article={t("article")} title={t("title")}>
      <p className="mt-2">{t("lead")}</p>
      {it.candidates.length === 0 && <p className="muted mt-2">{t("none")}</p>}
      <ul className="mt-2">
        {it.candidates.map(({ id, legalName, reason }) => (
          <li key={id} className="py-1">
            <Link href={`${form}&controller=${id}`} prefetch={false}>
              {t("name", { name: legalName })}
            </Link>{" "}
            <span className="muted">{t(`reasons.${reason}`)}</span>
          </li>
        ))}
        <li className="py-1 print:hidden">
          <Link href={form} prefetch={false}>
            {t("other")}
          </Link>
        </li>
      </ul>
    </Part>
  );
}
