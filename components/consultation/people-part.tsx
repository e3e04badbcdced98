import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { ReceivedFile } from "@/components/shell/received-file";
import { Button, LinkButton } from "@/components/ui/button";
import { Pager } from "@/components/ui/pager";
import { TextInput } from "@/components/ui/text-input";
import type { loadConsultation, loadPeople } from "@/lib/features/consultation/loaders";
import { formatInstant, formatNumber } from "@/lib/i18n/format";

type Loaded = Awaited<ReturnType<typeof loadConsultation>>;

/** Counts of all, files as they came, and the persons of this page by key alone. */
export function PeopleCounts({ counts }: { counts: Loaded["counts"] }) {
  const t = useTranslations("consultation.people");
  const locale = useLocale();
  return (
    <dl className="flex flex-wrap gap-x-6 pt-3">
      {(["all", "answered", "queued", "handed", "revoked"] as const).map((name) => (
        <div key={name} className="flex gap-2">
          <dt className="muted">{t(name)}</dt>
          <dd>{formatNumber(counts[name], locale)}</dd>
        </div>
      ))}
    </dl>
  );
}

export function PeopleFiles({ org, files }: { org: string; files: Loaded["files"] }) {
  const t = useTranslations("consultation.people");
  if (files.length === 0) return null;
  return (
    <>
      <h3 className="pt-4">{t("files")}</h3>
      <ul>
        {files.map((file) => (
          <ReceivedFile
            key={file.id}
            file={file}
            words="consultation.people"
            counts={countsOf(file)}
            linesAt={`/api/consultation-lines/${org}`}
          />
        ))}
      </ul>
    </>
  );
}

function countsOf({
  lineCount,
  addedCount,
  knownCount,
  skippedCount,
  refusedCount,
}: Loaded["files"][number]) {
  return { lineCount, addedCount, knownCount, skippedCount, refusedCount };
}

type PeopleListProps = {
  org: string;
  loaded: Pick<Loaded, "consultation" | "may">;
  people: Awaited<ReturnType<typeof loadPeople>>;
};

/** Persons by the beginning of their key, a page of them at a time, or those whose key begins as it is typed. */
export function PeopleList({ org, loaded: { consultation, may }, people }: PeopleListProps) {
  const t = useTranslations("consultation.people");
  const { rows, next, query } = people;
  const here = `/${org}/telephone/consultations/${consultation.id}`;
  const mayRevoke = may.move && consultation.state === "open";
  const hrefOf = (after: string) => `${here}?${new URLSearchParams({ key: query.key, after })}#people`;
  if (rows.length === 0 && query.key === "" && query.after === "")
    return <p className="muted pt-3">{t("none")}</p>;
  return (
    <>
      <h3 className="pt-4">{t("links")}</h3>
      <form action={`${here}#people`} role="search" className="flex items-end gap-2">
        <TextInput
          name="key"
          label={t("key")}
          hint={t("keyHint")}
          defaultValue={query.key}
          dir="ltr"
          narrow
        />
        <Button type="submit">{t("find")}</Button>
      </form>
      {rows.length === 0 && <p className="muted pt-3">{t("noneSo")}</p>}
      <ul>
        {rows.map((row) => (
          <PersonRow
            key={row.id}
            org={org}
            row={row}
            revokeHref={mayRevoke ? `${here}/revoke?person=${row.id}` : ""}
          />
        ))}
      </ul>
      <Pager
        range={t("range", { count: rows.length })}
        previousHref={query.after === "" && query.key === "" ? undefined : `${here}#people`}
        nextHref={next === null ? undefined : hrefOf(next)}
      />
    </>
  );
}

type PersonRowProps = {
  org: string;
  row: PeopleListProps["people"]["rows"][number];
  /** "" where the link may not be revoked. */
  revokeHref: string;
};

function PersonRow({ org, row: { person, answeredAt, revokedAt }, revokeHref }: PersonRowProps) {
  const t = useTranslations("consultation.people");
  const locale = useLocale();
  const at = (instant: number) => formatInstant(instant, "Africa/Casablanca", locale);
  return (
    <li className="border-b border-rule py-2">
      <bdi dir="ltr">{person.slice(0, 12)}</bdi>{" "}
      {answeredAt === 0 ? t("unanswered") : t("answeredOn", { at: at(answeredAt) })}
      {revokedAt !== null && <> · {t("revokedOn", { at: at(revokedAt) })}</>}{" "}
      <Link href={`/${org}/telephone/choices?person=${person}`} prefetch={false}>
        {t("choices")}
      </Link>
      {revokeHref !== "" && revokedAt === null && (
        <LinkButton tone="bare" href={revokeHref}>
          {t("revoke")}
        </LinkButton>
      )}
    </li>
  );
}
