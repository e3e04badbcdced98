"use client";

import { useTranslations } from "next-intl";
import { FlatConflict } from "@/components/form/flat-conflict";
import { FormProvider } from "@/components/form/form-context";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
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
  const base = controller ?? NEW;
  const form = useServerForm({
    action: action.bind(null, org),
    schema: controllerSchema,
    initial: base,
    labelOf: (path) => labels[path],
  });
  const { state, pending, send } = form;
  const back = `/${org}/controllers${controller ? `/${controller.id}` : ""}`;
  const shared = {
    subject: controller?.legalName ?? "",
    labels,
    base,
    read,
    pending,
    send,
    theirsHref: back,
  };
  return (
    <FormProvider value={form}>
      <Line>
        <FormNotice state={state} errors={form.errors} done={t("saved")} />
        {state.status === "conflict" && <FlatConflict conflict={state} {...shared} />}
      </Line>
      <form {...form.props}>
        {controller && (
          <>
            <input type="hidden" name="id" value={controller.id} />
            <input
              type="hidden"
              name="version"
              value={state.status === "conflict" ? state.version : controller.version}
            />
          </>
        )}
        <ControllerFields countries={countries} today={today} />
        <Line>
          <div className="form-end">
            <SubmitButton pending={pending}>{t(controller ? "edit.act" : "new.save")}</SubmitButton>
            <LinkButton href={back}>{t(state.status === "done" ? "edit.back" : "edit.cancel")}</LinkButton>
          </div>
        </Line>
      </form>
    </FormProvider>
  );
}
