"use client";

import { PenLine } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useFormStatus } from "react-dom";
import { SignWithKey } from "@/components/form/sign-with-key";
import { PortalPart } from "@/components/shell/portal-page";
import { Button, SubmitButton } from "@/components/ui/button";
import { askDecisionKey } from "@/lib/features/portal-decision/actions";
import type { FormState } from "@/lib/forms/form-state";
import type { loadRequest } from "@/lib/features/portal-decision/loaders";
import { formatInstant } from "@/lib/i18n/format";

type Loaded = Awaited<ReturnType<typeof loadRequest>>;

export type Deciding = Pick<
  Loaded,
  "request" | "choices" | "signatory" | "organisation" | "controller" | "name" | "state" | "hasPasskey"
>;

type Values = Record<string, unknown>;
const SHOWN_FIELDS = ["choice", "conditions", "reason", "signatory", "capacity", "power"] as const;
const READ = ["id", "version", "textDigest", "listDigest", "reading"] as const;

type ReviewProps = { contact: string; values: Values; action: (form: FormData) => void; of: Deciding };

/** Sends nothing until signed; going back loses nothing. */
export function DecisionReview({ contact, values, action, of }: ReviewProps) {
  const t = useTranslations("portal-decision");
  return (
    <PortalPart id="decision" title={t("review.title")}>
      <p className="lead mt-3" role="status">
        {t("review.lead", { organisation: of.organisation, reference: of.request.reference })}
      </p>
      <Typed values={values} />
      <form action={action}>
        {[...SHOWN_FIELDS, ...READ].map((name) => (
          <input key={name} type="hidden" name={name} value={textOf(values[name])} />
        ))}
        <p className="muted mt-4">{t("review.kept")}</p>
        <div className="form-end">
          <Acts />
          {of.hasPasskey && <SignWithKey ask={(form) => askDecisionKey(contact, form)} />}
        </div>
      </form>
    </PortalPart>
  );
}

/** Disables both buttons while one is pending. */
function Acts() {
  const t = useTranslations("portal-decision");
  const { pending } = useFormStatus();
  return (
    <>
      <SubmitButton name="step" value="sign" icon={PenLine} pending={pending}>
        {t("review.sign")}
      </SubmitButton>
      <Button type="submit" name="step" value="edit" disabled={pending}>
        {t("review.edit")}
      </Button>
    </>
  );
}

type Conflict = Extract<FormState, { status: "conflict" }>;

/** Names the concurrent decision and retains the typed values. */
export function DecidedMeanwhile({ state, of }: { state: Conflict; of: Deciding }) {
  const t = useTranslations("portal-decision");
  const locale = useLocale();
  const when = state.at ? formatInstant(Date.parse(state.at), of.request.zone, locale) : "";
  return (
    <PortalPart id="decision" title={t("meanwhile.title")}>
      <p className="reason mt-3" role="alert">
        {t("meanwhile.text", { author: state.author, when })}
      </p>
      <p className="muted mt-3">{t("meanwhile.typed")}</p>
      <Typed values={state.values} />
    </PortalPart>
  );
}

/** Omits empty values. */
function Typed({ values }: { values: Values }) {
  const t = useTranslations("portal-decision");
  const shown = SHOWN_FIELDS.filter((name) => name !== "conditions" || values.choice === "conditions");
  return (
    <dl className="mt-3">
      {shown
        .map((name) => ({ name, text: textOf(values[name]) }))
        .filter(({ text }) => text !== "")
        .map(({ name, text }) => (
          <div className="field two" key={name}>
            <dt>{t(`fields.${name}`)}</dt>
            <dd className="whitespace-pre-line" dir="auto">
              {name === "choice" && t.has(`choices.${text}`) ? <b>{t(`choices.${text}`)}</b> : text}
            </dd>
          </div>
        ))}
    </dl>
  );
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join("\n");
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
