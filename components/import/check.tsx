import { useTranslations } from "next-intl";
import { Line } from "@/components/shell/sheet";
import type { LoadedImport } from "@/lib/features/import/loaders";
import { AbsentRows } from "./absent-rows";
import { CheckActs } from "./check-acts";
import { CheckStateProvider } from "./check-state";
import { CheckRows } from "./check-rows";
import { CheckTally } from "./check-tally";
import { CnilFacts } from "./cnil-facts";
import { ControllerNames } from "./controller-names";
import { DecisionForm } from "./decision-form";
import { QuestionList } from "./question-list";
import { SubProcessorNames } from "./sub-processor-names";

type CheckProps = { org: string; loaded: LoadedImport };

/** Previews the import; writes nothing. */
export function Check({ org, loaded }: CheckProps) {
  const t = useTranslations("import-page");
  const { run, plan, known, file } = loaded;
  const open = { id: run.id, version: run.version };
  const rows = plan.tally.new + plan.tally.changed;
  const { absent } = loaded;
  const coming = rows + absent.marked + absent.ended;
  return (
    <CheckStateProvider>
      <Line>
        <CheckTally tally={plan.tally} absent={absent} stored={0} />
        {file.cnil && <CnilFacts cnil={file.cnil} entries={file.rows} />}
        {loaded.register === "controller" && !file.cnil && (
          <p className="prose-line mt-5">{t("acts.ownRegister")}</p>
        )}
        {rows === 0 && file.rows > 0 && <NothingToSave unchanged={plan.tally.unchanged} />}
        <CheckActs
          org={org}
          run={open}
          plan={plan.fingerprint}
          coming={coming}
          setAside={plan.tally["set-aside"]}
          hasColumns={!file.cnil}
        />
      </Line>
      <DecisionForm org={org} run={open}>
        {plan.questions.length > 0 && <QuestionList questions={plan.questions} />}
        {plan.controllers.length > 0 && <ControllerNames controllers={plan.controllers} known={known} />}
        {plan.companies.length > 0 && (
          <SubProcessorNames companies={plan.companies} register={loaded.register} />
        )}
        {absent.total > 0 && <AbsentRows org={org} loaded={loaded} />}
        <CheckRows here={`/${org}/records/import/${run.id}`} loaded={loaded} />
      </DecisionForm>
    </CheckStateProvider>
  );
}

function NothingToSave({ unchanged }: { unchanged: number }) {
  const t = useTranslations("import-page");
  return (
    <section className="blank">
      <h2>{t(unchanged > 0 ? "nothing.title" : "nothing.asideTitle")}</h2>
      <p>{unchanged > 0 ? t("nothing.text", { count: unchanged }) : t("nothing.asideText")}</p>
    </section>
  );
}
