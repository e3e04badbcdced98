import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Instant } from "@/components/ui/deadline";
import { LetterState } from "@/components/ui/letter-state";
import { Hash, Seal } from "@/components/ui/seal";
import { CASABLANCA_AND_PARIS, formatInSecondCity, formatInstant } from "@/lib/i18n/format";
import type { LoadedRequest } from "./request-status";

type Fact = LoadedRequest["request"]["facts"][number];
type LifeProps = { org: string; of: LoadedRequest };

export function RequestLife({ org, of }: LifeProps) {
  const t = useTranslations("authorisation");
  const { facts } = of.request;
  if (facts.length === 0) return null;
  return (
    <Part id="life" title={t("parts.life")} article={t("article")} note={<bdi>28(9)</bdi>}>
      <ol>
        {facts.toReversed().map((fact) => (
          <li key={fact.id} className="border-b border-rule py-2">
            <b>{t(`events.${fact.isRelay ? "relay" : fact.event}`)}</b> · <FactInstant at={fact.at} />
            <FactSource fact={fact} />
            <Signed fact={fact} />
            <FactWords fact={fact} />
            <Papers org={org} fact={fact} of={of} />
            <Recorded fact={fact} />
          </li>
        ))}
      </ol>
    </Part>
  );
}

function FactInstant({ at }: { at: number }) {
  const locale = useLocale();
  return (
    <>
      <Instant iso={new Date(at).toISOString()} text={formatInstant(at, "Africa/Casablanca", locale)} />{" "}
      <span className="muted">{formatInSecondCity(at, CASABLANCA_AND_PARIS, locale)}</span>
    </>
  );
}

function FactSource({ fact: { event, channel, authorKind } }: { fact: Fact }) {
  const t = useTranslations("authorisation");
  if (channel === "" || (event === "receive" && authorKind === "system")) return null;
  const isWord = event === "receive" && channel !== "portal";
  return (
    <span className="muted"> · {t(`${isWord ? "receivedBy" : "channels"}.${channel as "e-mail"}`)}</span>
  );
}

function Signed({ fact }: { fact: Fact }) {
  const t = useTranslations("authorisation");
  const locale = useLocale();
  const when = formatInstant(fact.at, "Africa/Casablanca", locale);
  if (fact.textDigest)
    return (
      <div className="my-2">
        <Seal
          title={
            fact.signatory ? t("signed", { name: fact.signatory, capacity: fact.capacity }) : t("sealed")
          }
          when={when}
          hash={fact.textDigest}
        >
          {fact.power || undefined}
        </Seal>
      </div>
    );
  if (!fact.signatory) return null;
  return (
    <p className="prose-line">
      {t("signed", { name: fact.signatory, capacity: fact.capacity })} · <bdi>{fact.power}</bdi>
    </p>
  );
}

function FactWords({ fact }: { fact: Fact }) {
  const t = useTranslations("authorisation.move");
  return (["reason", "source"] as const)
    .filter((name) => fact[name] !== "" && fact[name] !== "portal")
    .map((name) => (
      <p key={name} className="prose-line whitespace-pre-line">
        <span className="muted">{t(name)}</span> · <bdi>{fact[name]}</bdi>
      </p>
    ));
}

function Papers({ org, fact, of: { may, papers } }: LifeProps & { fact: Fact }) {
  const t = useTranslations("authorisation");
  const paper = papers.get(fact.documentId ?? "");
  // A receipt names the letter that was sent with the request itself.
  const letter = fact.event === "receive" ? null : fact.letter;
  if (!paper && !letter) return null;
  return (
    <p>
      {paper && (
        <>
          <a href={`/api/files/${org}/${paper.id}`}>
            <bdi>{paper.fileName}</bdi>
          </a>{" "}
          <Hash value={paper.sha256} />
        </>
      )}
      {paper && letter && " · "}
      {letter && (
        <>
          {t("letterState", { recipient: fact.recipient })} ·{" "}
          <LetterState of={letter} href={may.openLetters ? `/${org}/outbox/${letter.id}` : undefined} />
        </>
      )}
    </p>
  );
}

function Recorded({ fact }: { fact: Fact }) {
  const t = useTranslations("authorisation");
  const locale = useLocale();
  if (fact.authorName === "") return null;
  return (
    <p className="muted text-[12.5px]">
      {t("recorded", {
        when: formatInstant(fact.recordedAt, "Africa/Casablanca", locale),
        author: fact.authorName,
      })}
    </p>
  );
}
