import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import type { loadConsultation } from "@/lib/features/consultation/loaders";
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
  const locale = useLocale();
  if (files.length === 0) return null;
  return (
    <>
      <h3 className="pt-4">{t("files")}</h3>
      <ul>
        {files.map((file) => (
          <li key={file.id} className="border-b border-rule py-3">
            <b>{formatInstant(file.recordedAt, "Africa/Casablanca", locale)}</b>
            <FileCounts file={file} />
            <p className="muted wrap-anywhere">
              SHA-256 <bdi dir="ltr">{file.sha256}</bdi>
            </p>
            {file.refusedCount > 0 && (
              <form method="post" action={`/api/consultation-lines/${org}`}>
                <input type="hidden" name="id" value={file.id} />
                <input type="hidden" name="language" value={locale} />
                <Button type="submit" tone="bare">
                  {t("takeLines")}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function FileCounts({ file }: { file: Loaded["files"][number] }) {
  const t = useTranslations("consultation.people.counts");
  const locale = useLocale();
  return (
    <p>
      {(["lineCount", "addedCount", "knownCount", "skippedCount", "refusedCount"] as const).map((name) => (
        <span key={name} className="me-4 inline-block">
          {t(name)} {formatNumber(file[name], locale)}
        </span>
      ))}
    </p>
  );
}

/** Persons who answered last, by the beginning of their key. */
export function PeopleList({ org, loaded }: { org: string; loaded: Loaded }) {
  const t = useTranslations("consultation.people");
  const locale = useLocale();
  const { people, consultation, may } = loaded;
  const at = (instant: number) => formatInstant(instant, "Africa/Casablanca", locale);
  if (people.length === 0) return <p className="muted pt-3">{t("none")}</p>;
  return (
    <>
      <h3 className="pt-4">{t("links")}</h3>
      <ul>
        {people.map(({ id, person, answeredAt, revokedAt }) => (
          <li key={id} className="border-b border-rule py-2">
            <bdi dir="ltr">{person.slice(0, 12)}</bdi>{" "}
            {answeredAt === null ? t("unanswered") : t("answeredOn", { at: at(answeredAt) })}
            {revokedAt !== null && <> · {t("revokedOn", { at: at(revokedAt) })}</>}{" "}
            <Link href={`/${org}/telephone/choices?person=${person}`} prefetch={false}>
              {t("choices")}
            </Link>
            {may.move && revokedAt === null && consultation.state === "open" && (
              <LinkButton
                tone="bare"
                href={`/${org}/telephone/consultations/${consultation.id}/revoke?person=${id}`}
              >
                {t("revoke")}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
