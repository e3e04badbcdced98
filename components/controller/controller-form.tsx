"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FlatConflict } from "@/components/form/flat-conflict";
import { FormProvider } from "@/components/form/form-context";
import { FormNotice } from "@/components/form/form-notice";
import { useFlatForm } from "@/components/form/use-flat-form";
import { Line } from "@/components/shell/sheet";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { addController, saveController } from "@/lib/features/controller/actions";
import type { loadController } from "@/lib/features/controller/loaders";
import { controllerSchema } from "@/lib/features/controller/schema";
import type { CountryOption } from "@/lib/i18n/country-options";
import { ControllerFields } from "./controller-fields";
import { useControllerWords } from "./use-controller-words";

type Controller = Awaited<ReturnType<typeof loadController>>["controller"];
type ControllerFormProps = {
  org: string;
  /** Left out: a new one. */
  controller?: Controller;
  countries: readonly CountryOption[];
  today: string;
};

/** French first: it is the language of most controllers. */
const NEW = { language: "fr" };

/** Only a name is demanded: what else is missing is a gap of the entries, not a refusal of the form. */
export function ControllerForm({ org, controller, countries, today }: ControllerFormProps) {
  const t = useTranslations("controller");
  const { labels, read } = useControllerWords(countries);
  const action = controller ? saveController : addController;
  const form = useFlatForm({
    action: bindAction(action, org),
    schema: controllerSchema,
    names: Object.keys(labels),
    initial: controller ?? NEW,
    version: controller?.version,
    labelOf: (path) => labels[path],
  });
  const back = `/${org}/controllers${controller ? `/${controller.id}` : ""}`;
  return (
    <FormProvider value={form}>
      <Line>
        <FormNotice state={form.state} errors={form.errors} restored={form.restored} />
        <FlatConflict
          form={form}
          subject={controller?.legalName ?? ""}
          labels={labels}
          read={read}
          besides={{ id: controller?.id }}
          theirsHref={back}
        />
      </Line>
      <form key={form.key} {...form.props} hidden={form.isAside}>
        {controller && (
          <>
            <input type="hidden" name="id" value={controller.id} />
            <input type="hidden" name="version" value={form.hidden.version} />
            <input type="hidden" name="base" value={form.hidden.base} />
          </>
        )}
        <ControllerFields countries={countries} today={today} />
        <Line>
          <div className="form-end">
            <SubmitButton pending={form.pending}>{t(controller ? "edit.act" : "new.save")}</SubmitButton>
            <LinkButton href={back}>{t("edit.cancel")}</LinkButton>
          </div>
        </Line>
      </form>
    </FormProvider>
  );
}
