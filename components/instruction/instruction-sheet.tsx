import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Day, Instant } from "@/components/ui/deadline";
import { RecordField } from "@/components/ui/record-field";
import { Hash } from "@/components/ui/seal";
import { Status } from "@/components/ui/status";
import { COVERED } from "@/lib/domain/instruction/content";
import { KindStatus } from "./instruction-status";
import type { loadInstruction } from "@/lib/features/instruction/loaders";
import {
  CASABLANCA_AND_PARIS,
  formatDay,
  formatInSecondCity,
  formatInstant,
  joinParts,
} from "@/lib/i18n/format";

export type LoadedInstruction = Awaited<ReturnType<typeof loadInstruction>>;
type SheetProps = { org: string; of: LoadedInstruction };

/** Gives the articles in the margin. */
export function InstructionSheet({ org, of }: SheetProps) {
  return (
    <>
      <InstructionPart org={org} of={of} />
      <InstructorPart of={of} />
      <Scope org={org} of={of} />
      <Covered of={of} />
    </>
  );
}

function InstructionPart({ org, of: { instruction, supersedes, supersededBy, mayClassify } }: SheetProps) {
  const t = useTranslations("instruction");
  const locale = useLocale();
  return (
    <Part title={t("parts.what")} article={t("article", { article: "28(3)(a)" })} note={<bdi>29</bdi>}>
      <p className="prose-line mt-3 whitespace-pre-line" dir="auto">
        {instruction.text}
      </p>
      <dl className="mt-4">
        <RecordField label={t("fields.kind")}>
          <KindStatus kind={instruction.kind} />{" "}
          {mayClassify && (
            <Link
              href={`/${org}/instructions/${instruction.id}/kind`}
              prefetch={false}
              className="print:hidden"
            >
              {t("kind.act")}
            </Link>
          )}
        </RecordField>
        <RecordField label={t("fields.digest")}>
          <Hash value={instruction.textDigest} />
        </RecordField>
        <RecordField label={t("fields.effectiveOn")}>
          <Day text={formatDay(instruction.effectiveOn, locale)} />
        </RecordField>
        {supersedes.length > 0 && (
          <RecordField label={t("fields.supersedesId")}>
            <Others org={org} of={supersedes} />
          </RecordField>
        )}
        {supersededBy.length > 0 && (
          <RecordField label={t("fields.supersededBy")}>
            <Others org={org} of={supersededBy} />
          </RecordField>
        )}
      </dl>
    </Part>
  );
}

function InstructorPart({ of: { instruction, signatures } }: { of: LoadedInstruction }) {
  const t = useTranslations("instruction");
  const locale = useLocale();
  const { authority, receivedAt } = instruction;
  const casablanca = formatInstant(receivedAt, "Africa/Casablanca", locale);
  return (
    <Part title={t("parts.who")} article={t("article", { article: "29" })}>
      <dl>
        <RecordField label={t("fields.authorName")}>
          {instruction.authorName}{" "}
          <Status kind={authority === "listed" ? "ok" : "warn"}>{t(`authorities.${authority}`)}</Status>
          {authority !== "listed" && <p className="muted prose-line">{t("flagged")}</p>}
        </RecordField>
        <RecordField label={t("fields.authorPower")}>{instruction.authorPower}</RecordField>
        <RecordField label={t("fields.channel")}>{t(`channels.${instruction.channel}`)}</RecordField>
        <RecordField label={t("fields.received")}>
          <Instant iso={new Date(receivedAt).toISOString()} text={casablanca} />{" "}
          <span className="muted">{formatInSecondCity(receivedAt, CASABLANCA_AND_PARIS, locale)}</span>
        </RecordField>
        {signatures.length > 0 && (
          <RecordField label={t("fields.passkey")}>
            {signatures.map(({ id, version, signedAt, registeredAt, fingerprint }) => (
              <p key={id}>
                {t("signedBy", {
                  version,
                  when: formatInstant(signedAt, "Africa/Casablanca", locale),
                  registered: formatInstant(registeredAt, "Africa/Casablanca", locale),
                })}{" "}
                <Hash value={fingerprint} />
              </p>
            ))}
          </RecordField>
        )}
      </dl>
    </Part>
  );
}

function Scope({ org, of: { instruction, records, controller } }: SheetProps) {
  const t = useTranslations("instruction");
  const { transferEffect, transferText } = instruction;
  return (
    <Part title={t("parts.scope")} article={t("article", { article: "28(3)(a)" })}>
      <dl>
        <RecordField label={t("fields.controller")}>
          <Link href={`/${org}/controllers/${controller.id}`} prefetch={false}>
            {controller.legalName}
          </Link>
        </RecordField>
        <RecordField label={t("fields.recordIds")}>
          {instruction.recordIds.length === 0
            ? t("allRecords")
            : records.map(({ id, reference, activity }) => (
                <p key={id}>
                  <Link href={`/${org}/records/${id}`} prefetch={false}>
                    <bdi>{reference}</bdi> · {activity}
                  </Link>
                </p>
              ))}
        </RecordField>
        <RecordField label={t("fields.transferEffect")}>
          {transferEffect === "none" ? (
            t("transfers.none")
          ) : (
            <Status kind="warn">{t(`transfers.${transferEffect}`)}</Status>
          )}
          {transferText && <p className="whitespace-pre-line">{transferText}</p>}
        </RecordField>
      </dl>
    </Part>
  );
}

function Covered({ of: { instruction } }: { of: LoadedInstruction }) {
  const t = useTranslations("instruction");
  const countries = useTranslations("countries");
  const locale = useLocale();
  const stated = COVERED.filter((name) => instruction.covers[name].length > 0);
  return (
    <Part title={t("parts.covers")} article={t("article", { article: "28(10)" })}>
      {stated.length === 0 && <p className="muted mt-3">{t("nothingCovered")}</p>}
      <dl>
        {stated.map((name) => (
          <RecordField key={name} label={t(`fields.${name}`)}>
            {joinParts(
              name === "countries"
                ? instruction.covers.countries.map((code) => (countries.has(code) ? countries(code) : code))
                : instruction.covers[name],
              locale,
            )}
          </RecordField>
        ))}
      </dl>
    </Part>
  );
}

export function Others({ org, of }: { org: string; of: readonly { id: string; number: string }[] }) {
  return of.map(({ id, number }) => (
    <p key={id}>
      <Link href={`/${org}/instructions/${id}`} prefetch={false}>
        <bdi>{number}</bdi>
      </Link>
    </p>
  ));
}
