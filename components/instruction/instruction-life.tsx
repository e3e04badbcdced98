import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Day, Instant } from "@/components/ui/deadline";
import { LetterState } from "@/components/ui/letter-state";
import { formatDay, formatInstant, joinParts } from "@/lib/i18n/format";
import type { LoadedInstruction } from "./instruction-sheet";
import { Others } from "./instruction-sheet";

type LifeProps = { org: string; of: LoadedInstruction };
type Fact = LoadedInstruction["instruction"]["facts"][number];

export function InstructionLife({ org, of }: LifeProps) {
  const t = useTranslations("instruction");
  const locale = useLocale();
  const { facts, receivedAt } = of.instruction;
  return (
    <Part id="life" title={t("parts.life")} article={t("article", { article: "28(3)" })}>
      <ol>
        {facts.toReversed().map((fact) => (
          <li key={fact.id} className="border-b border-rule py-2">
            <b>{t(`events.${fact.event}`)}</b> · <FactInstant fact={fact} />
            {fact.contactId && <span className="muted"> · {t("inPortal")}</span>}
            <EvidenceLines fact={fact} />
            <Others org={org} of={of.successors.filter(({ id }) => id === fact.successorId)} />
            <Sent org={org} fact={fact} mayOpen={of.mayOpenLetters} />
            <WritingFile org={org} fact={fact} />
            <p className="muted text-[12.5px]">
              {t("sheet.recordedAt", {
                when: formatInstant(fact.recordedAt, "Africa/Casablanca", locale),
                author: fact.authorName,
              })}
            </p>
          </li>
        ))}
        <li className="border-b border-rule py-2">
          <b>{t("sheet.received")}</b> ·{" "}
          <Instant
            iso={new Date(receivedAt).toISOString()}
            text={formatInstant(receivedAt, "Africa/Casablanca", locale)}
          />
        </li>
      </ol>
    </Part>
  );
}

function FactInstant({ fact: { factOn, factTime } }: { fact: Fact }) {
  const locale = useLocale();
  return (
    <time dateTime={factOn}>
      <Day text={joinParts([formatDay(factOn, locale), factTime], locale)} />
    </time>
  );
}

function EvidenceLines({ fact }: { fact: Fact }) {
  const t = useTranslations("instruction");
  return (["infringes", "note", "source", "writer", "medium", "writing"] as const)
    .filter((name) => fact[name] !== "")
    .map((name) => (
      <p key={name} className="prose-line whitespace-pre-line">
        <span className="muted">{t(`evidence.${name}`)}</span> ·{" "}
        <bdi>{name === "medium" ? t(`channels.${fact[name]}`) : fact[name]}</bdi>
      </p>
    ));
}

function WritingFile({ org, fact }: { org: string; fact: Fact }) {
  const t = useTranslations("instruction.sheet");
  if (fact.event !== "confirm-in-writing" || !fact.documentId) return null;
  return (
    <p>
      <a href={`/api/files/${org}/${fact.documentId}`}>{t("writingFile")}</a>
    </p>
  );
}

function Sent({ org, fact, mayOpen }: { org: string; fact: Fact; mayOpen: boolean }) {
  const t = useTranslations("instruction.sheet");
  if (!fact.letter) return null;
  return (
    <p>
      {t("letter", { recipient: fact.recipient })}{" "}
      {fact.documentId && <a href={`/api/files/${org}/${fact.documentId}`}>{t("pdf")}</a>} ·{" "}
      <LetterState of={fact.letter} href={mayOpen ? `/${org}/outbox/${fact.letter.id}` : undefined} />
    </p>
  );
}
