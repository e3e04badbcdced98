import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { PortalPart } from "@/components/shell/portal-page";
import { LinkButton } from "@/components/ui/button";
import { Day, Instant } from "@/components/ui/deadline";
import { RecordField } from "@/components/ui/record-field";
import { Hash } from "@/components/ui/seal";
import type { loadInstruction } from "@/lib/features/portal-instruction/loaders";
import { dayAt, formatDay, formatInSecondCity, formatInstant, joinParts } from "@/lib/i18n/format";
import { AcknowledgeForm } from "./answer-form";

type LoadedInstruction = Awaited<ReturnType<typeof loadInstruction>>;
type SheetProps = { contact: string; of: LoadedInstruction };

export function InstructionSheet({ contact, of }: SheetProps) {
  const t = useTranslations("portal-instruction");
  const locale = useLocale();
  const { instruction, records } = of;
  const { receivedAt, transferEffect, transferText, channel } = instruction;
  return (
    <PortalPart title={t("parts.what")}>
      <p className="prose-line mt-3 whitespace-pre-line" dir="auto">
        {instruction.text}
      </p>
      <dl className="mt-4">
        <RecordField label={t("fields.kind")}>{t(`kinds.${instruction.kind}`)}</RecordField>
        <RecordField label={t("fields.digest")}>
          <Hash value={instruction.textDigest} />
        </RecordField>
        <RecordField label={t("fields.author")}>
          {joinParts([instruction.authorName, instruction.authorPower].filter(Boolean), locale)}
        </RecordField>
        <RecordField label={t("fields.received")}>
          <Instant
            iso={new Date(receivedAt).toISOString()}
            text={formatInstant(receivedAt, of.zone, locale)}
          />{" "}
          {of.zone !== "Africa/Casablanca" && (
            <span className="muted">
              {formatInSecondCity(receivedAt, { first: of.zone, second: "Africa/Casablanca" }, locale)}
            </span>
          )}{" "}
          {t(`channels.${channel}`)}
        </RecordField>
        {of.signatures.length > 0 && (
          <RecordField label={t("fields.passkey")}>
            {of.signatures.map(({ id, version, signedAt, registeredAt, fingerprint }) => (
              <p key={id}>
                {t("signedBy", {
                  version,
                  when: formatInstant(signedAt, of.zone, locale),
                  registered: formatInstant(registeredAt, of.zone, locale),
                })}{" "}
                <Hash value={fingerprint} />
              </p>
            ))}
          </RecordField>
        )}
        <RecordField label={t("fields.effectiveOn")}>
          <Day text={formatDay(instruction.effectiveOn, locale)} />
        </RecordField>
        <RecordField label={t("fields.recordIds")}>
          {instruction.recordIds.length === 0
            ? t("allRecords")
            : records.map(({ id, reference, activity }) => (
                <p key={id}>
                  <bdi>{reference}</bdi> · {activity}
                </p>
              ))}
        </RecordField>
        <RecordField label={t("fields.transferEffect")}>
          {t(`transfers.${transferEffect}`)}
          {transferText && <p className="whitespace-pre-line">{transferText}</p>}
        </RecordField>
        <LabelledRow contact={contact} label={t("fields.supersedesId")} of={of.supersedes} />
        <LabelledRow contact={contact} label={t("fields.supersededBy")} of={of.supersededBy} />
      </dl>
    </PortalPart>
  );
}

export function InstructionLife({ contact, of }: SheetProps) {
  const t = useTranslations("portal-instruction");
  const locale = useLocale();
  if (of.facts.length === 0) return null;
  return (
    <PortalPart id="life" title={t("parts.life")} isOpen={!isAnswerDue(of)}>
      <ol>
        {of.facts.toReversed().map((fact) => (
          <li key={fact.id} className="border-b border-rule py-2">
            <b>{t(`events.${fact.event}`)}</b> ·{" "}
            <time dateTime={fact.factOn}>
              <Day
                text={joinParts([formatDay(fact.factOn, locale), fact.factTime].filter(Boolean), locale)}
              />
            </time>
            {(["infringes", "note", "source", "writer", "medium", "writing"] as const)
              .filter((name) => fact[name] !== "")
              .map((name) => (
                <p key={name} className="prose-line whitespace-pre-line">
                  <span className="muted">{t(`evidence.${name}`)}</span> ·{" "}
                  <bdi>{name === "medium" ? t(`channels.${fact[name]}`) : fact[name]}</bdi>
                </p>
              ))}
            <Numbers contact={contact} of={of.successors.filter(({ id }) => id === fact.successorId)} />
            {fact.documentId && (
              <p>
                <a href={`/api/portal/${contact}/files/${fact.documentId}`}>
                  {t(fact.event === "confirm-in-writing" ? "writingFile" : "letter")}
                </a>
              </p>
            )}
          </li>
        ))}
      </ol>
    </PortalPart>
  );
}

/** Shows readers who may act. */
export function InstructionActs({ contact, of }: SheetProps) {
  const t = useTranslations("portal-instruction");
  const here = `/portal/${contact}/instructions`;
  const { instruction, next } = of;
  const isContested = instruction.state === "contested";
  return (
    <>
      {isContested && <p className="lead mt-3">{t(next.length > 0 ? "contested" : "contestedReader")}</p>}
      {isAnswerDue(of) && <Outcomes of={of} />}
      {next.length > 0 && (
        <div className="bar mt-4">
          {isContested && next.includes("confirm") && (
            <LinkButton tone="go" href={`${here}/${instruction.id}/answer`}>
              {t("answer.act")}
            </LinkButton>
          )}
          {isContested && next.includes("amend") && (
            <LinkButton href={`${here}/new?amends=${instruction.id}`}>{t("answers.amend")}</LinkButton>
          )}
          {next.includes("confirm-in-writing") && (
            <LinkButton tone="go" href={`${here}/${instruction.id}/answer`}>
              {t("answers.confirm-in-writing")}
            </LinkButton>
          )}
          {!isContested && next.includes("withdraw") && !next.includes("confirm-in-writing") && (
            <LinkButton href={`${here}/${instruction.id}/answer`}>{t("answers.withdraw")}</LinkButton>
          )}
          {next.includes("acknowledge") && <AcknowledgeForm contact={contact} of={of} />}
        </div>
      )}
    </>
  );
}

/** States what follows from each answer, and from none. */
function Outcomes({ of: { instruction, facts } }: { of: LoadedInstruction }) {
  const t = useTranslations("portal-instruction");
  const locale = useLocale();
  const contested = facts.findLast(({ event }) => event === "contest");
  const on = (day: string) => formatDay(day, locale, { long: true });
  return (
    <p className="mt-3">
      {instruction.state === "contested" && contested
        ? t("contestedOn", { day: on(contested.factOn) })
        : t("unwrittenOn", { day: on(dayAt(instruction.receivedAt, "Europe/Paris")) })}
    </p>
  );
}

/** Whether the instruction waits for its controller, of whom the reader may answer. */
export function isAnswerDue({ instruction, next }: Pick<LoadedInstruction, "instruction" | "next">): boolean {
  if (next.includes("confirm-in-writing")) return true;
  return instruction.state === "contested" && next.includes("confirm");
}

function LabelledRow({
  contact,
  label,
  of,
}: {
  contact: string;
  label: string;
  of: LoadedInstruction["supersedes"];
}) {
  if (of.length === 0) return null;
  return (
    <RecordField label={label}>
      <Numbers contact={contact} of={of} />
    </RecordField>
  );
}

function Numbers({ contact, of }: { contact: string; of: LoadedInstruction["supersedes"] }) {
  return of.map(({ id, number }) => (
    <p key={id}>
      <Link href={`/portal/${contact}/instructions/${id}`} prefetch={false}>
        <bdi>{number}</bdi>
      </Link>
    </p>
  ));
}
