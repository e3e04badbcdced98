"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { soleOf } from "@/components/form/sole-of";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { Line } from "@/components/shell/sheet";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { RadioChoice } from "@/components/ui/choice";
import { TextArea } from "@/components/ui/text-input";
import type { LifeEvent } from "@/lib/domain/breach/lifecycle";
import { stepBreach } from "@/lib/features/breach/actions";
import { breachMoveSchema } from "@/lib/features/breach/schema";
import { InstantPair } from "./instant-pair";

type MoveFormProps = {
  org: string;
  breach: { id: string; version: number };
  moves: readonly LifeEvent[];
  now: { on: string; time: string };
  /** Controllers that nobody told: closing asks why of each. */
  untold: readonly Named[];
  /** Controllers told wrongly that they are affected, and not told since that they are not: the same. */
  unrectified: readonly Named[];
};
type ServerForm = ReturnType<typeof useServerForm>;
type Named = { id: string; legalName: string };

/** Contained, closed, reopened: with its instant, and a reason where one is owed. */
export function MoveForm({ org, breach, moves, now, untold, unrectified }: MoveFormProps) {
  const t = useTranslations("breach.move");
  const labelOfLeft = (path: string) => {
    const [list, at, field] = path.split(".");
    if (field !== "reason" || (list !== "untold" && list !== "unrectified")) return undefined;
    const named = { untold, unrectified }[list][Number(at)];
    return named && t(`${list}Reason`, { name: named.legalName });
  };
  const form = useServerForm({
    action: bindAction(stepBreach, org),
    schema: breachMoveSchema,
    initial: { ...now, event: soleOf(moves) },
    labelOf: (path) => labelOfLeft(path) ?? (t.has(path) ? t(path) : undefined),
    describeIssue: useNounIssues("breach"),
  });
  return (
    <form key={form.key} {...form.props}>
      <input type="hidden" name="id" value={breach.id} />
      <input type="hidden" name="version" value={breach.version} />
      <Line>
        <FormNotice {...form.notice} conflict={t("changedMeanwhile")} />
        <RadioChoice
          {...form.choice("event")}
          label={t("event")}
          defaultValue={String(form.valueOf("event") ?? "")}
          choices={moves.map((value) => ({
            value,
            label: t(`events.${value}.label`),
            hint: t(`events.${value}.hint`),
          }))}
        />
        <InstantPair form={form} day="on" hour="time" today={now.on} />
        {moves.includes("closed") && (
          <>
            <LeftReasons form={form} list="untold" of={untold} />
            <LeftReasons form={form} list="unrectified" of={unrectified} />
          </>
        )}
        <TextArea {...form.field("reason")} rows={2} label={t("reason")} hint={t("reasonHint")} dir="auto" />
        <div className="form-end">
          <SubmitButton pending={form.pending}>{t("save")}</SubmitButton>
          <LinkButton href={`/${org}/breaches/${breach.id}`}>{t("cancel")}</LinkButton>
        </div>
      </Line>
    </form>
  );
}

type LeftReasonsProps = {
  form: ServerForm;
  list: "untold" | "unrectified";
  of: readonly Named[];
};

/** Asks of each controller that the closing leaves so why. */
function LeftReasons({ form, list, of }: LeftReasonsProps) {
  const t = useTranslations("breach.move");
  if (of.length === 0) return null;
  return (
    <fieldset className="mt-4">
      <legend>{t(list, { count: of.length })}</legend>
      {of.map(({ id, legalName }, at) => (
        <div key={id}>
          <input type="hidden" name={`${list}.${at}.controllerId`} value={id} />
          <TextArea
            {...form.field(`${list}.${at}.reason`)}
            rows={2}
            label={t(`${list}Reason`, { name: legalName })}
            dir="auto"
          />
        </div>
      ))}
    </fieldset>
  );
}
