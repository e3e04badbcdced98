"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { HiddenInput } from "@/components/form/hidden-input";
import { SignWithKey } from "@/components/form/sign-with-key";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { PortalPart } from "@/components/shell/portal-page";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Checkbox, RadioChoice } from "@/components/ui/choice";
import { FieldGroup } from "@/components/ui/field";
import { Select, TextArea, TextInput } from "@/components/ui/text-input";
import { STATED_KINDS } from "@/lib/domain/instruction/kind";
import { TRANSFER_EFFECTS } from "@/lib/domain/instruction/types";
import { askInstructionKey, sendInstruction } from "@/lib/features/portal-instruction/actions";
import type { loadGiving } from "@/lib/features/portal-instruction/loaders";
import { instructionGiveSchema } from "@/lib/features/portal-instruction/schema";

type LoadedForm = Awaited<ReturnType<typeof loadGiving>>;
type Form = ReturnType<typeof useServerForm>;

export function InstructionForm({ contact, giving }: { contact: string; giving: LoadedForm }) {
  const t = useTranslations("portal-instruction");
  const { amends, today } = giving;
  const form = useServerForm({
    action: bindAction(sendInstruction, contact),
    schema: instructionGiveSchema,
    initial: { effectiveOn: today, transferEffect: "unanswered", text: amends?.text, kind: amends?.kind },
    labelOf: (path) => (t.has(`fields.${path}`) ? t(`fields.${path}`) : undefined),
    describeIssue: useNounIssues("instruction", "portal-instruction.refusals"),
  });
  const back = `/portal/${contact}/instructions${amends ? `/${amends.id}` : ""}`;
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} conflict={t("changedMeanwhile")} />
      {amends && (
        <>
          <HiddenInput form={form} name="amends" value={amends.id} />
          <HiddenInput form={form} name="version" value={amends.version} />
        </>
      )}
      <PortalPart title={t("parts.what")}>
        <TextArea {...form.field("text")} label={t("fields.text")} hint={t("hints.text")} rows={6} required />
        <Select
          {...form.field("kind")}
          label={t("fields.kind")}
          hint={t("hints.kind")}
          blank={t("chooseKind")}
          options={STATED_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          required
        />
        <TextInput {...form.field("effectiveOn")} type="date" narrow label={t("fields.effectiveOn")} />
        {!amends && <Superseded earlier={giving.earlier} form={form} />}
      </PortalPart>
      <PortalPart title={t("parts.scope")}>
        <Records records={giving.records} form={form} />
        <Transfers form={form} />
      </PortalPart>
      <PortalPart title={t("parts.who")}>
        <p className="mt-3">{t("author", { name: giving.author })}</p>
        <TextInput {...form.field("power")} label={t("fields.power")} hint={t("hints.power")} required />
      </PortalPart>
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t(amends ? "sendAmended" : "send")}</SubmitButton>
        {giving.hasPasskey && <SignWithKey ask={(sent) => askInstructionKey(contact, sent)} />}
        <LinkButton href={back}>{t("cancel")}</LinkButton>
      </div>
    </form>
  );
}

function Superseded({ earlier, form }: { earlier: LoadedForm["earlier"]; form: Form }) {
  const t = useTranslations("portal-instruction");
  if (earlier.length === 0) return null;
  return (
    <Select
      {...form.field("supersedesId")}
      label={t("fields.supersedesId")}
      blank={t("none")}
      options={earlier.map(({ id, number, text }) => ({
        value: id,
        label: `${number} · ${text.slice(0, 60)}`,
      }))}
      optional
    />
  );
}

function Records({ records, form }: { records: LoadedForm["records"]; form: Form }) {
  const t = useTranslations("portal-instruction");
  const ticked = [form.valueOf("recordIds")].flat();
  const { error, ...registered } = form.choice("recordIds");
  if (records.length === 0) return null;
  return (
    <FieldGroup id="recordIds" label={t("fields.recordIds")} hint={t("hints.recordIds")} error={error}>
      {records.map(({ id, reference, activity }) => (
        <Checkbox
          key={id}
          {...registered}
          id={`record-${id}`}
          value={id}
          label={
            <>
              <bdi>{reference}</bdi> · {activity}
            </>
          }
          defaultChecked={ticked.includes(id)}
        />
      ))}
    </FieldGroup>
  );
}

function Transfers({ form }: { form: Form }) {
  const t = useTranslations("portal-instruction");
  return (
    <>
      <RadioChoice
        {...form.choice("transferEffect")}
        label={t("fields.transferEffect")}
        defaultValue={String(form.valueOf("transferEffect") ?? "unanswered")}
        choices={TRANSFER_EFFECTS.map((value) => ({ value, label: t(`transfers.${value}`) }))}
      />
      <TextArea
        {...form.field("transferText")}
        label={t("fields.transferText")}
        hint={t("hints.transferText")}
        rows={2}
        optional
      />
    </>
  );
}
