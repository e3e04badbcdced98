"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { RadioChoice } from "@/components/ui/choice";
import { TextArea } from "@/components/ui/text-input";
import { setControllerAside } from "@/lib/features/controller-archive/actions";
import type { loadArchive } from "@/lib/features/controller-archive/loaders";
import { CONTACT_FATES, controllerArchiveSchema } from "@/lib/features/controller-archive/schema";

type Loaded = Awaited<ReturnType<typeof loadArchive>>;
type ArchiveFormProps = { org: string } & Pick<Loaded, "controller" | "contacts">;

const typedSchema = controllerArchiveSchema.pick({ reason: true, contacts: true });
const FIELDS: readonly string[] = ["reason", "contacts"];

/** Requires a reason and, where there are contacts, a decision on their access. */
export function ArchiveForm({ org, controller: { id, version }, contacts }: ArchiveFormProps) {
  const t = useTranslations("controller");
  const form = useServerForm({
    action: bindAction(setControllerAside, org),
    schema: typedSchema,
    labelOf: (path) => (FIELDS.includes(path) ? t(`archive.${path}`, { count: contacts.length }) : undefined),
    describeIssue: useNounIssues("controller"),
  });
  const { state, pending } = form;
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} />
      {state.status === "conflict" && <p className="reason mt-3">{t("changedMeanwhile")}</p>}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      {contacts.length > 0 && (
        <>
          <ContactList contacts={contacts} />
          <RadioChoice
            {...form.choice("contacts")}
            label={t("archive.contacts", { count: contacts.length })}
            defaultValue={String(form.valueOf("contacts") ?? "")}
            choices={CONTACT_FATES.map((value) => ({
              value,
              label: t(`archive.fates.${value}`),
              hint: t(`archive.fateHints.${value}`),
            }))}
          />
        </>
      )}
      <TextArea
        {...form.field("reason")}
        label={t("archive.reason")}
        hint={t("archive.reasonHint")}
        required
      />
      <div className="form-end">
        <SubmitButton pending={pending}>{t("archive.act")}</SubmitButton>
        <LinkButton href={`/${org}/controllers/${id}`}>{t("edit.cancel")}</LinkButton>
      </div>
    </form>
  );
}

function ContactList({ contacts }: Pick<Loaded, "contacts">) {
  const t = useTranslations("contact.states");
  return (
    <ul className="mt-3">
      {contacts.map(({ id, name, email, status }) => (
        <li key={id}>
          {name}{" "}
          <span className="muted">
            <bdi>{email}</bdi> · {t(status)}
          </span>
        </li>
      ))}
    </ul>
  );
}
