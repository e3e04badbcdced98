"use client";

import { Save, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { Checkbox, RadioChoice } from "@/components/ui/choice";
import { Select, TextArea, TextInput } from "@/components/ui/text-input";
import { submitNotice } from "@/lib/features/breach-notice/actions";
import type { FormState } from "@/lib/forms/form-state";
import type { loadNotice } from "@/lib/features/breach-notice/loaders";
import { MAIN_RECIPIENT, NO_RECIPIENT, noticeSaveSchema } from "@/lib/features/breach-notice/schema";
import { BothClocks } from "./notice-words";
import { JointFields } from "./joint-fields";
import { LOCALE_NAMES, LOCALES } from "@/lib/i18n/locale";

type Loaded = Awaited<ReturnType<typeof loadNotice>>;
export type NoticeFormProps = {
  org: string;
  of: Pick<
    Loaded,
    | "notice"
    | "reachable"
    | "withheld"
    | "isFirst"
    | "earlier"
    | "terms"
    | "hasPortal"
    | "canSend"
    | "mayIssue"
    | "delay"
    | "joint"
  >;
};

const LANGUAGES = LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale] }));
const BEFORE = ["whatHappened", "cause", "systems", "personCategories"] as const;
const AFTER = ["protection", "contactPoint", "consequences", "measures"] as const;

/** The draft in the words of the letter, and whom it goes to: one button keeps it, the other issues it. */
export function NoticeForm({ org, of }: NoticeFormProps) {
  const t = useTranslations("breach-notice");
  const { notice, withheld, delay, isFirst, earlier, mayIssue } = of;
  const isRectifying = notice.phase === "rectifying";
  const form = useServerForm({
    action: bindAction(submitNotice, org),
    schema: noticeSaveSchema,
    initial: initialOf(of),
    labelOf: (path) => {
      if (path === "lateReason" && delay?.rule === "own-threshold") return t("thresholdReason");
      const [list, at, name] = path.split(".");
      const joint = list === "joint" ? of.joint[Number(at)] : undefined;
      if (joint) return t(jointLabel(name, joint.addresses), { name: joint.name });
      return t.has(`form.${path}`) ? t(`form.${path}`) : undefined;
    },
    describeIssue: useNounIssues("breach-notice"),
  });
  const area = (name: (typeof BEFORE | typeof AFTER)[number] | "dataKinds") => {
    const names = withheld.find(({ field }) => field === name)?.names ?? [];
    const isCertain = names.some((one) => one.isCertain);
    const listed = names.map(({ found }) => found).join(", ");
    return (
      <TextArea
        key={name}
        {...form.field(name)}
        label={t(`form.${name}`)}
        hint={names.length > 0 ? t(isCertain ? "withheld" : "withheldInDoubt", { names: listed }) : undefined}
        rows={3}
        dir="auto"
        optional
      />
    );
  };
  const count = (name: "persons" | "records") => (
    <TextInput
      {...form.field(name)}
      label={t(`form.${name}`)}
      hint={t("countHint")}
      inputMode="numeric"
      narrow
      optional
    />
  );
  const issued = issuedMeanwhile(form.state);
  return (
    <form {...form.props} key={form.key}>
      <FormNotice {...form.notice} conflict={t("changedMeanwhile")} />
      {issued && (
        <p className="reason mt-3" role="alert">
          {t("portal.issued", { name: issued.name })} <BothClocks at={issued.at} />{" "}
          <a href={`/${org}/breaches/notices/${notice.id}`}>{t("openIssued")}</a>
        </p>
      )}
      <input type="hidden" name="id" value={notice.id} />
      <input type="hidden" name="version" value={notice.version} />
      <input type="hidden" name="seenIssued" value={earlier.length} />
      {isRectifying && [area("whatHappened"), area("contactPoint")]}
      {!isRectifying && (
        <>
          {BEFORE.map(area)}
          {count("persons")}
          {area("dataKinds")}
          {count("records")}
          {AFTER.map(area)}
        </>
      )}
      <Select {...form.field("locale")} label={t("form.locale")} options={LANGUAGES} narrow />
      {!isRectifying && (
        <TextInput {...form.field("mandate")} label={t("form.mandate")} hint={t("mandateHint")} optional />
      )}
      {!isFirst && !isRectifying && (
        <Checkbox
          name="isFinal"
          defaultChecked={notice.phase === "final"}
          label={t("form.isFinal")}
          hint={t("finalHint")}
        />
      )}
      {delay !== null && isFirst && !isRectifying && (
        <TextArea
          {...form.field("lateReason")}
          label={t(delay.rule === "contract" ? "form.lateReason" : "thresholdReason")}
          hint={delay.rule === "contract" ? t("lateHint") : t("thresholdHint", { hours: delay.hours })}
          rows={2}
          dir="auto"
          required
        />
      )}
      {mayIssue && !issued && <Sending form={form} of={of} />}
      {!issued && (
        <div className="form-end">
          {mayIssue && (
            <SubmitButton icon={Send} name="act" value="issue" pending={form.pending}>
              {t("issue")}
            </SubmitButton>
          )}
          <SubmitButton tone="bare" icon={Save} name="act" value="save" pending={form.pending}>
            {t("save")}
          </SubmitButton>
        </div>
      )}
    </form>
  );
}

/** By whom and when the draft was issued since the page was opened: nothing more is done to it, and what was typed stays in sight. */
function issuedMeanwhile(state: FormState): { name: string; at: number } | null {
  const issue =
    state.status === "refused"
      ? state.issues.find(({ key }) => key === "breach-notice.issuedAlready")
      : undefined;
  return issue ? { name: String(issue.params?.name ?? ""), at: Number(issue.params?.at ?? 0) } : null;
}

function jointLabel(field: string | undefined, addresses: readonly string[]) {
  if (field === "reason") return "joint.reason";
  if (field === "addressee") return "joint.addressee";
  if (field === "isShared") return "joint.isShared";
  return field === "typed" && addresses.length > 0 ? "joint.typed" : "joint.address";
}

function initialOf({ notice, reachable, joint }: NoticeFormProps["of"]) {
  const { content, locale, mandate, lateReason } = notice;
  const first = reachable.find(({ address }) => address !== "");
  const recipient = first ? (first.contactId ?? first.route ?? MAIN_RECIPIENT) : NO_RECIPIENT;
  const { natures: _natures, examples: _examples, delay: _delay, ...shown } = content;
  const told = joint.map(({ name, addressee }) => ({ name, addressee, address: "", typed: "", reason: "" }));
  return { ...shown, locale, mandate, lateReason, recipient, silenceMinutes: 60, joint: told };
}

type Form = ReturnType<typeof useServerForm>;

function Sending({
  form,
  of: { notice, reachable, terms, hasPortal, canSend, joint },
}: {
  form: Form;
  of: NoticeFormProps["of"];
}) {
  const t = useTranslations("breach-notice");
  const choices = reachable
    .filter(({ address }) => address !== "")
    .map(({ contactId, route, name, address }) => ({
      value: contactId ?? route ?? MAIN_RECIPIENT,
      label: name,
      hint: (
        <>
          {route && `${t(`routes.${route}`)} `}
          <bdi>{address}</bdi>
        </>
      ),
    }));
  return (
    <>
      {terms?.means && (
        <p className="muted mt-3" dir="auto">
          {t("means", { means: terms.means })}
        </p>
      )}
      {notice.isDrill && (
        <Checkbox name="reachesClient" label={t("form.reachesClient")} hint={t("drillHint")} />
      )}
      <RadioChoice
        {...form.choice("recipient")}
        label={t("form.recipient")}
        hint={canSend ? undefined : t("noServer")}
        defaultValue={String(form.valueOf("recipient") ?? "")}
        choices={[
          ...choices,
          {
            value: NO_RECIPIENT,
            label: t("noRecipient"),
            hint: t(hasPortal ? "noRecipientHint" : "noPortal"),
          },
        ]}
      />
      <JointFields form={form} of={joint} />
      <TextInput
        {...form.field("silenceMinutes")}
        label={t("form.silenceMinutes")}
        hint={t("silenceHint")}
        inputMode="numeric"
        narrow
      />
      <Checkbox
        name="areNamesConfirmed"
        label={t("form.areNamesConfirmed")}
        hint={form.errorOf("areNamesConfirmed")}
      />
    </>
  );
}
