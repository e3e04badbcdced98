import { useLocale, useTranslations } from "next-intl";
import type { loadRequest } from "@/lib/features/portal-decision/loaders";
import { joinParts } from "@/lib/i18n/format";

type Loaded = Awaited<ReturnType<typeof loadRequest>>;

/** Annexed list of current sub-processors, part of the signed text. */
export function AnnexedList({ list }: Pick<Loaded, "list">) {
  const t = useTranslations("portal-decision.annexed");
  const countries = useTranslations("countries");
  const locale = useLocale();
  const named = (codes: readonly string[]) =>
    joinParts(
      codes.map((code) => (countries.has(code) ? countries(code) : code)),
      locale,
    );
  return (
    <details className="mt-4">
      <summary>{t("title", { version: list.version, count: list.entries.length })}</summary>
      <ul className="mt-2">
        {list.entries.map(({ reference, name, address, service, countries: where, isAsked }) => (
          <li key={reference} className="border-b border-rule py-2">
            <b>
              <bdi>{name}</bdi>
            </b>{" "}
            <span className="muted">
              {joinParts([reference, address, named(where), isAsked && t("asked")], locale)}
            </span>
            <p>{service}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
