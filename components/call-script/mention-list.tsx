import { useTranslations } from "next-intl";
import { Status, type StatusKind } from "@/components/ui/status";
import type { MentionFinding, MentionState, ScriptPart } from "@/lib/domain/telephone-prospecting/script";
import type { Mention } from "@/lib/domain/telephone-prospecting/script-mentions";

const KINDS: Record<MentionState, StatusKind> = {
  present: "ok",
  absent: "ok",
  "not-due": "plain",
  late: "warn",
  unknown: "warn",
  unclear: "warn",
  missing: "late",
  stale: "late",
  wrong: "late",
};
/** States that a wording mends. */
const WANTING: readonly MentionState[] = ["late", "missing", "unknown", "unclear"];

export type Wordings = Record<Mention, string>;

type MentionListProps = {
  findings: readonly MentionFinding[];
  /** In French; absent where nothing is proposed. */
  wordings?: Wordings;
  isFrench: boolean;
};

/** Each mention with what the text has of it, and a wording for what lacks. */
export function MentionList({ findings, wordings, isFrench }: MentionListProps) {
  const t = useTranslations("telephone");
  return (
    <ul className="call-findings" aria-live="polite">
      {findings.map(({ mention, article, state }) => (
        <li key={mention}>
          <Status kind={KINDS[state]}>{t(`script.states.${state}`)}</Status>
          <div>
            <b>{t(`script.mentions.${mention}`)}</b>{" "}
            <small className="muted">
              <bdi>{article}</bdi>
            </small>
            {wordings && WANTING.includes(state) && (
              <Wording french={wordings[mention]} own={isFrench ? null : t(`script.wordings.${mention}`)} />
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** A sentence to adapt, in French as it is said, and in the reader's language. */
function Wording({ french, own }: { french: string; own: string | null }) {
  const t = useTranslations("telephone.script");
  return (
    <>
      <p>
        {t("wording")}{" "}
        <q lang="fr" dir="ltr">
          {french}
        </q>
      </p>
      {own && <p className="muted">{own}</p>}
    </>
  );
}

export function MarkedScript({ parts }: { parts: readonly ScriptPart[] }) {
  const t = useTranslations("telephone.script.mentions");
  return (
    <p className="marked-script" lang="fr" dir="ltr">
      {parts.map((part, index) =>
        part.mentions.length === 0 ? (
          <span key={index}>{part.text}</span>
        ) : (
          <mark key={index} title={part.mentions.map((mention) => t(mention)).join(" · ")}>
            {part.text}
          </mark>
        ),
      )}
    </p>
  );
}

/** A text in a language whose mentions are not known. */
export function PlainScript({ text, language }: { text: string; language: string }) {
  return (
    <p className="marked-script" lang={language === "other" ? undefined : language} dir="auto">
      {text}
    </p>
  );
}
