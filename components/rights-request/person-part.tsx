import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Part } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import type { LoadedRequest } from "@/lib/features/rights-request/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { LOCALE_NAMES } from "@/lib/i18n/locale";
import { EraseAct } from "./erase-part";

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
        <li className="py-1">
          <Link href={form} prefetch={false}>
            {t("other")}
          </Link>
        </li>
      </ul>
    </Part>
  );
}
