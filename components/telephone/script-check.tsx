"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Part } from "@/components/shell/sheet";
import { Status, type StatusKind } from "@/components/ui/status";
import { Select, TextArea, TextInput } from "@/components/ui/text-input";
import { checkScript, markScript, type MentionState } from "@/lib/domain/telephone-prospecting/script";
import type { Mention } from "@/lib/domain/telephone-prospecting/script-mentions";

const KINDS: Record<MentionState, StatusKind> = {
  present: "ok",
  absent: "ok",
  "not-due": "plain",
  late: "warn",
  unknown: "warn",
  missing: "late",
  stale: "late",
  wrong: "late",
};
/** States that a wording mends. */
const WANTING: readonly MentionState[] = ["late", "missing", "unknown"];

type ScriptCheckProps = { today: string; wordings: Record<Mention, string>; isFrench: boolean };

/** Judges a script as it is typed; the text does not leave the browser. */
export function ScriptCheck({ today, wordings, isFrench }: ScriptCheckProps) {
  const t = useTranslations("telephone");
  const [text, setText] = useState("");
  const [day, setDay] = useState(today);
  const [recorded, setRecorded] = useState("");
  const isRecorded = recorded === "" ? null : recorded === "yes";
  const findings = text.trim() === "" ? [] : checkScript(text, { day: day || today, isRecorded });
  return (
    <>
      <Part title={t("script.text")}>
        <TextArea
          name="script"
          label={t("script.text")}
          labelHidden
          rows={10}
          lang="fr"
          dir="ltr"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="pair">
          <TextInput
            name="on"
            type="date"
            label={t("script.on")}
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
          <Select
            name="recorded"
            label={t("script.recorded")}
            blank={t("call.unknown")}
            value={recorded}
            onChange={(event) => setRecorded(event.target.value)}
            options={(["yes", "no"] as const).map((value) => ({ value, label: t(`call.${value}`) }))}
          />
        </div>
      </Part>
      <Part title={t("script.result")}>
        {findings.length === 0 ? (
          <p className="muted">{t("script.empty")}</p>
        ) : (
          <ul className="call-findings" aria-live="polite">
            {findings.map(({ mention, article, state }) => (
              <li key={mention}>
                <Status kind={KINDS[state]}>{t(`script.states.${state}`)}</Status>
                <div>
                  <b>{t(`script.mentions.${mention}`)}</b>{" "}
                  <small className="muted">
                    <bdi>{article}</bdi>
                  </small>
                  {WANTING.includes(state) && (
                    <Wording
                      french={wordings[mention]}
                      own={isFrench ? null : t(`script.wordings.${mention}`)}
                    />
                  )}
                </div>
              </li>
            ))}
          </ul>
        )}
        <p className="muted">{t("script.limits")}</p>
      </Part>
      {findings.some(({ spans }) => spans.length > 0) && (
        <Part title={t("script.marked")}>
          <MarkedScript text={text} findings={findings} />
        </Part>
      )}
    </>
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

type MarkedProps = { text: string; findings: ReturnType<typeof checkScript> };

function MarkedScript({ text, findings }: MarkedProps) {
  const t = useTranslations("telephone.script.mentions");
  return (
    <p className="marked-script" lang="fr" dir="ltr">
      {markScript(text, findings).map((part, index) =>
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
