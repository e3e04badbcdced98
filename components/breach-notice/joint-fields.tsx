import { useTranslations } from "next-intl";
import type { useServerForm } from "@/components/form/use-server-form";
import { Checkbox } from "@/components/ui/choice";
import { Select, TextArea, TextInput } from "@/components/ui/text-input";
import type { JointRecipient } from "@/lib/domain/breach/joint-recipients";

type JointProps = { form: ReturnType<typeof useServerForm>; of: readonly JointRecipient[] };

/**
 * Asks of each joint controller of the client, 26(1), at which address it is written to, or why it is not. None is chosen
 * beforehand: the addresses are those of a free text, and nobody said whose they are.
 */
export function JointFields({ form, of }: JointProps) {
  const t = useTranslations("breach-notice.joint");
  if (of.length === 0) return null;
  return (
    <fieldset className="mt-4">
      <legend>{t("legend", { count: of.length })}</legend>
      {of.map(({ name, addresses, addressee }, at) => (
        <div key={name}>
          <input type="hidden" name={`joint.${at}.name`} value={name} />
          <TextInput
            {...form.field(`joint.${at}.addressee`)}
            label={t("addressee", { name })}
            hint={addressee === name ? undefined : t("addresseeHint")}
            dir="auto"
          />
          {addresses.length > 0 && (
            <Select
              {...form.field(`joint.${at}.address`)}
              label={t("address", { name })}
              options={[
                { value: "", label: t("nowhere") },
                ...addresses.map((address) => ({ value: address, label: address })),
              ]}
            />
          )}
          <TextInput
            {...form.field(`joint.${at}.typed`)}
            label={t(addresses.length > 0 ? "typed" : "address", { name })}
            hint={t("typedHint")}
            type="email"
            dir="ltr"
          />
          <Checkbox
            name={`joint.${at}.isShared`}
            label={t("isShared", { name })}
            hint={form.errorOf(`joint.${at}.isShared`)}
          />
          <TextArea
            {...form.field(`joint.${at}.reason`)}
            label={t("reason", { name })}
            hint={t("reasonHint")}
            rows={2}
            dir="auto"
          />
        </div>
      ))}
    </fieldset>
  );
}
