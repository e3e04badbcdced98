import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { SubmitButton } from "@/components/ui/button";
import { ErrorBox } from "@/components/ui/error-box";
import { FileInput } from "@/components/ui/text-input";
import type { loadOutbox } from "@/lib/features/outbox/loaders";
import { MAX_RETURNED_BYTES } from "@/lib/features/outbox/schema";
import { formatInstant } from "@/lib/i18n/format";

type Loaded = Awaited<ReturnType<typeof loadOutbox>>;
type ReturnedPartProps = {
  org: string;
  returned: Loaded["returned"];
  upload: Loaded["answer"];
  mayManage: boolean;
};

export function ReturnedPart({ org, returned, upload, mayManage }: ReturnedPartProps) {
  const t = useTranslations("outbox.returned");
  const { rows, unmatched, hasMailbox } = returned;
  return (
    <Part id="returned" title={t("title")} article="RFC 3464">
      <p className="muted prose-line">{t(hasMailbox ? "mailbox" : "noMailbox")}</p>
      {unmatched > 0 && <p className="prose-line">{t("unmatched", { count: unmatched })}</p>}
      {rows.length > 0 && (
        <ul>
          {rows.map((row) => (
            <ReturnedLine key={row.id} org={org} row={row} />
          ))}
        </ul>
      )}
      {mayManage && <ReturnedForm org={org} upload={upload} megabytes={MAX_RETURNED_BYTES / 1024 / 1024} />}
    </Part>
  );
}

function ReturnedLine({ org, row }: { org: string; row: Loaded["returned"]["rows"][number] }) {
  const t = useTranslations("outbox");
  const locale = useLocale();
  const isFact = t.has(`facts.${row.outcome}`);
  return (
    <li className="border-b border-rule py-2">
      <b>{t(isFact ? `facts.${row.outcome}` : `returned.outcomes.${row.outcome}`)}</b> ·{" "}
      <time dateTime={new Date(row.readAt).toISOString()}>
        {formatInstant(row.readAt, "Africa/Casablanca", locale)}
      </time>
      <p className="muted">
        <bdi>{row.subject}</bdi> · <bdi>{row.sender}</bdi>
        {row.letterId && (
          <>
            {" · "}
            <Link href={`/${org}/outbox/${row.letterId}`} prefetch={false}>
              {t("returned.letter")}
            </Link>
          </>
        )}
      </p>
    </li>
  );
}

function ReturnedForm({
  org,
  upload,
  megabytes,
}: {
  org: string;
  upload: Loaded["answer"];
  megabytes: number;
}) {
  const t = useTranslations("outbox.returned");
  const key = upload.error && t.has(`refusals.${upload.error}`) ? upload.error : "other";
  return (
    <form method="post" encType="multipart/form-data" action={`/api/returned-mail/${org}`} className="mt-4">
      {upload.error && (
        <ErrorBox title={t("refused")}>
          <p>{t(`refusals.${key}`, { megabytes })}</p>
        </ErrorBox>
      )}
      {upload.matched !== null && (
        <p role="status">{t("done", { told: upload.matched, other: upload.other, again: upload.again })}</p>
      )}
      <FileInput
        label={t("file")}
        hint={t("hint", { megabytes })}
        accept=".eml,.mbox,message/rfc822,application/mbox"
        aria-invalid={upload.error ? true : undefined}
      />
      <div className="form-end">
        <SubmitButton tone={undefined}>{t("act")}</SubmitButton>
      </div>
    </form>
  );
}
