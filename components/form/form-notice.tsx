"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ErrorBox } from "@/components/ui/error-box";
import { ErrorSummary, type FieldError } from "@/components/ui/error-summary";
import type { FormState } from "@/lib/forms/form-state";
import { formatInstant } from "@/lib/i18n/format";
import type { useServerForm } from "./use-server-form";

type FormNoticeProps = {
  state: FormState;
  errors?: readonly FieldError[];
  done?: ReactNode;
  restored?: ReturnType<typeof useServerForm>["notice"]["restored"];
  /** Shown on a concurrent save where the form cannot compare both versions. */
  conflict?: string;
};

const FAULT_WORDS = { unavailable: "unavailable", "too-long": "tooLong", failed: "failed" } as const;

/** Announces first that typed values are still present. */
export function FormNotice({ state, errors = [], done, restored, conflict }: FormNoticeProps) {
  const t = useTranslations("form");
  const path = usePathname();
  if (restored && errors.length === 0) return <Restored {...restored} />;
  switch (state.status) {
    case "signed-out":
      return (
        <Notice title={t("signedOut.title")}>
          {t("signedOut.text")}{" "}
          <Link href={`/sign-in?next=${encodeURIComponent(path)}`} prefetch={false}>
            {t("signedOut.link")}
          </Link>
        </Notice>
      );
    case "second-factor":
      return (
        <Notice title={t("secondFactor.title")}>
          {t("secondFactor.text")}{" "}
          <Link href="/account/second-factor" target="_blank" prefetch={false}>
            {t("secondFactor.link")}
          </Link>
        </Notice>
      );
    case "forbidden":
      return <Notice title={t("forbidden.title")}>{t("forbidden.text")}</Notice>;
    case "not-found":
      return <Notice title={t("notFound.title")}>{t("notFound.text")}</Notice>;
    case "unavailable":
    case "too-long":
    case "failed":
      return (
        <Notice title={t(`${FAULT_WORDS[state.status]}.title`)}>
          {t(`${FAULT_WORDS[state.status]}.text`)}{" "}
          {state.incident && <span className="hash">{state.incident}</span>}
        </Notice>
      );
    case "done":
      return errors.length === 0 && done ? (
        <p className="muted mt-3" role="status">
          {done}
        </p>
      ) : (
        <ErrorSummary errors={errors} />
      );
    case "conflict":
      return (
        <>
          <ErrorSummary errors={errors} />
          {conflict && (
            <p className="reason mt-3" role="alert">
              {conflict}
            </p>
          )}
        </>
      );
    default:
      return <ErrorSummary errors={errors} />;
  }
}

function Restored({ savedAt, forget, conflicts }: NonNullable<FormNoticeProps["restored"]>) {
  const t = useTranslations("form.restored");
  const when = formatInstant(savedAt, "Africa/Casablanca", useLocale());
  return (
    <>
      <p className="muted mt-3" role="status">
        {t("text", { when })}{" "}
        <Button tone="bare" onClick={forget}>
          {t("forget")}
        </Button>
      </p>
      {conflicts.length > 0 && (
        <section className="reason mt-3" role="alert">
          <p>{t("newer")}</p>
          {conflicts.map(({ name, label, base, yours, theirs }) => (
            <dl key={name}>
              <dt>
                <b>{label}</b>
              </dt>
              {[
                ["base", base],
                ["yours", yours],
                ["theirs", theirs],
              ].map(([of = "", written = ""]) => (
                <dd key={of} className="whitespace-pre-line">
                  {t(of)} <bdi dir="auto">{written || t("blank")}</bdi>
                </dd>
              ))}
            </dl>
          ))}
        </section>
      )}
    </>
  );
}

function Notice({ title, children }: { title: string; children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <ErrorBox title={title} tabIndex={-1} ref={ref}>
      <p>{children}</p>
    </ErrorBox>
  );
}
