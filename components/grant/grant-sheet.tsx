import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Line, Part } from "@/components/shell/sheet";
import { Cell, DataTable } from "@/components/ui/data-table";
import { LetterState } from "@/components/ui/letter-state";
import { RecordField } from "@/components/ui/record-field";
import { Refreshing } from "@/components/ui/refreshing";
import { isRevocable } from "@/lib/domain/grant/status";
import type { loadGrant } from "@/lib/features/grant/loaders";
import { formatDay, formatInstant, formatList } from "@/lib/i18n/format";
import { LOCALE_NAMES } from "@/lib/i18n/locale";
import { RetryGrant, RevokeGrant } from "./grant-acts";
import { GrantStatus } from "./grant-status";
import { Term } from "./grant-table";

type Loaded = Awaited<ReturnType<typeof loadGrant>>;
type PartProps = { org: string; grant: Loaded };

export function GrantSheet({ org, grant }: PartProps) {
  const t = useTranslations("grant.revoke");
  return (
    <>
      <Progress org={org} grant={grant} />
      <Terms org={org} grant={grant} />
      <AccessLog org={org} grant={grant} />
      {grant.mayGrant && isRevocable(grant.state) && (
        <div className="print:hidden">
          <Part title={t("title")}>
            <p className="prose-line">{t("text")}</p>
            <RevokeGrant org={org} id={grant.id} />
          </Part>
        </div>
      )}
    </>
  );
}

function Progress({ org, grant: { id, state, mayGrant } }: PartProps) {
  const t = useTranslations("grant");
  return (
    <Line>
      <p aria-live="polite" className="pb-3">
        <GrantStatus state={state} />
      </p>
      {state === "collecting" && (
        <>
          <p className="prose-line pb-3">{t("collectingText")}</p>
          <Refreshing />
          <noscript>
            <p className="pb-3">
              <Link href={`/${org}/auditors/${id}`}>{t("refresh")}</Link>
            </p>
          </noscript>
        </>
      )}
      {state === "failed" && (
        <p role="alert" className="prose-line pb-3">
          {t("failedText")}
        </p>
      )}
      {state === "failed" && mayGrant && <RetryGrant org={org} id={id} />}
    </Line>
  );
}

function Terms({ org, grant }: PartProps) {
  const t = useTranslations("grant");
  const sections = useTranslations("dossier-file.sections");
  const locale = useLocale();
  const when = (at: number) => formatInstant(at, "Africa/Casablanca", locale);
  return (
    <Part title={t("detail.about")}>
      <dl>
        <RecordField label={t("detail.mandate")}>
          <bdi>{grant.mandate}</bdi>
        </RecordField>
        <RecordField label={t("detail.email")}>
          <bdi dir="ltr">{grant.email}</bdi>
        </RecordField>
        <RecordField label={t("detail.term")}>
          <Term grant={grant} />
        </RecordField>
        <RecordField label={t("detail.asOf")}>{formatDay(grant.asOf, locale)}</RecordField>
        <RecordField label={t("detail.controllers")}>
          {grant.isOfAll ? t("allControllers") : formatList(grant.controllers, locale)}
        </RecordField>
        <RecordField label={t("detail.sections")}>
          {formatList(
            grant.sections.map((section) => sections(section)),
            locale,
          )}
        </RecordField>
        <RecordField label={t("detail.language")}>{LOCALE_NAMES[grant.language]}</RecordField>
        <RecordField label={t("detail.secondFactor")}>
          {t(grant.requiresSecondFactor ? "yes" : "no")}
        </RecordField>
        <RecordField label={t("detail.reasons")}>
          <span className="whitespace-pre-line" dir="auto">
            {grant.reasons}
          </span>
        </RecordField>
        <RecordField label={t("detail.given")}>
          {t("detail.givenBy", { when: when(grant.grantedAt), by: grant.grantedBy })}
        </RecordField>
        <RecordField label={t("detail.letter")}>
          {grant.letter === null ? (
            t("detail.notYet")
          ) : (
            <LetterState of={grant.letter} href={`/${org}/outbox/${grant.letter.id}`} />
          )}
        </RecordField>
        <RecordField label={t("detail.accepted")}>
          {grant.acceptedAt === null ? t("detail.notYet") : when(grant.acceptedAt)}
        </RecordField>
        {grant.revokedAt !== null && (
          <RecordField label={t("detail.revoked")}>
            {t("detail.revokedBy", {
              when: when(grant.revokedAt),
              by: grant.revokedBy,
              reason: grant.revokeReason,
            })}
          </RecordField>
        )}
      </dl>
    </Part>
  );
}

function AccessLog({ org, grant: { id, accesses, nextAccesses } }: PartProps) {
  const t = useTranslations("grant.accessLog");
  const locale = useLocale();
  const columns = (["what", "address", "sealed", "when"] as const).map((key) => ({
    key,
    label: t(`columns.${key}`),
    ...(key === "when" && { width: 290 }),
  }));
  return (
    <Part title={t("title")}>
      {accesses.length === 0 && <p className="muted">{t("none")}</p>}
      {accesses.length > 0 && (
        <DataTable caption={t("title")} columns={columns}>
          {accesses.map((access) => (
            <tr key={access.id}>
              <Cell place="title" whole>
                <bdi>{access.label}</bdi>
              </Cell>
              <Cell place="text" whole>
                <bdi dir="ltr">{access.address}</bdi>
              </Cell>
              <Cell place="text" whole>
                {t(access.isSealed ? "sealed" : "unsealed")}
              </Cell>
              <Cell place="date" whole>
                {formatInstant(access.at, "Africa/Casablanca", locale)}
              </Cell>
            </tr>
          ))}
        </DataTable>
      )}
      {nextAccesses !== null && <Link href={`/${org}/auditors/${id}?from=${nextAccesses}`}>{t("more")}</Link>}
    </Part>
  );
}
