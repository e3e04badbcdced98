import type { ReactNode } from "react";
import { useLocale, useTranslations } from "next-intl";
import { Words } from "@/components/shell/words";
import { Status } from "@/components/ui/status";
import type { LoadedRequest } from "@/lib/features/rights-request/loaders";
import { joinParts } from "@/lib/i18n/format";
import { type HeldReadings, ReadingForm } from "./reading-form";

/** Shows numbers of an objection that several countries have, and lets a person say which of them is meant. */
export function NumberPart({ org, it }: { org: string; it: LoadedRequest }) {
  const t = useTranslations("rights-request.number");
  if (it.numbers.length === 0) return null;
  return (
    <section id="number" className="mt-4">
      <h3>{t("title")}</h3>
      {it.numbers.map((number) => (
        <NumberReadings key={number.place} org={org} it={it} number={number} />
      ))}
    </section>
  );
}

type Number = LoadedRequest["numbers"][number];

/** Says under which of the readings the objection stands. */
export function heldOf({ readings }: { readings: readonly { isWritten: boolean }[] }): HeldReadings {
  if (readings.every((one) => one.isWritten)) return "all";
  return readings.some((one) => one.isWritten) ? "some" : "none";
}

function NumberReadings({ org, it, number }: { org: string; it: LoadedRequest; number: Number }) {
  const t = useTranslations("rights-request.number");
  const countries = useTranslations("countries") as (country: string) => string;
  const locale = useLocale();
  const named = ({ value, country }: Number["readings"][number]) =>
    joinParts([value, country && countries(country)], locale, " · ");
  return (
    <div className="mt-2">
      <p>
        {number.isDoubted && <Status kind="late">{t("doubted")}</Status>}{" "}
        {t.rich(number.readings.length > 1 ? "written" : "writtenOnce", {
          number: () => <bdi dir="ltr">{number.written}</bdi>,
        })}
      </p>
      <ul className="mt-1">
        {number.readings.map((one) => (
          <li key={one.value}>
            <bdi dir="ltr">{named(one)}</bdi>{" "}
            <span className="muted">
              {t(one.isWritten ? "stopped" : number.chosen === null ? "notStopped" : "free")}
            </span>{" "}
            {number.chosen?.includes(one.value) && <Status kind="ok">{t("chosen")}</Status>}
          </li>
        ))}
      </ul>
      {it.may.write && it.erasedAt === null && (
        <ReadAgain isSettled={number.chosen !== null && !number.isDoubted}>
          <Words of={["rights-request", "form"]}>
            <ReadingForm
              org={org}
              id={it.id}
              place={number.place}
              isAddress={number.readings.every(({ kind }) => kind === "mail")}
              options={number.readings.map((one) => ({ value: one.value, label: named(one) }))}
              chosen={number.chosen}
              held={heldOf(number)}
            />
          </Words>
        </ReadAgain>
      )}
    </div>
  );
}

/** Folds the choice of a number that somebody has settled: it may be read again, and is owed no more. */
function ReadAgain({ isSettled, children }: { isSettled: boolean; children: ReactNode }) {
  const t = useTranslations("rights-request.number");
  if (!isSettled) return children;
  return (
    <details className="mt-2 print:hidden">
      <summary>{t("again")}</summary>
      {children}
    </details>
  );
}
