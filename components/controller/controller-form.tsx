"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FlatForm } from "@/components/form/flat-form";
import { useFlatForm } from "@/components/form/use-flat-form";
import { addController, saveController } from "@/lib/features/controller/actions";
import type { loadController } from "@/lib/features/controller/loaders";
import { Line } from "@/components/shell/sheet";
import { controllerSchema } from "@/lib/features/controller/schema";
import type { CountryOption } from "@/lib/i18n/country-options";
import { ControllerFields } from "./controller-fields";
import { useControllerWords } from "./use-controller-words";

type Controller = Awaited<ReturnType<typeof loadController>>["controller"];
type ControllerFormProps = {
  org: string;
  /** Absent for a new one. */
  controller?: Controller;
  countries: readonly CountryOption[];
  today: string;
};

/** Defaults to French, the language of most controllers; in which role one acts is asked, 4(7) and 4(8). */
const NEW = { language: "fr" };

/** Requires a name and a role alone: other missing data are gaps of the entries, not refusals. */
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
    <FlatForm
      form={form}
      subject={controller?.legalName ?? ""}
      labels={labels}
      read={read}
      saved={controller ? { id: controller.id } : null}
      back={back}
      act={t(controller ? "edit.act" : "new.save")}
      cancel={t("edit.cancel")}
      around={Line}
    >
      <ControllerFields countries={countries} today={today} />
    </FlatForm>
  );
}
