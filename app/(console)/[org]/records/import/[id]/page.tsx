import { getTranslations } from "next-intl/server";
import { Check } from "@/components/import/check";
import { ColumnsForm } from "@/components/import/columns-form";
import { ReadingForm } from "@/components/import/reading-form";
import { SheetChoice } from "@/components/import/sheet-choice";
import { FileFacts } from "@/components/import/file-facts";
import { Abandoned, Committed } from "@/components/import/outcome";
import { StepNote, Steps, type ImportStep } from "@/components/import/steps";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Planning } from "@/components/import/planning";
import { Writing } from "@/components/import/writing";
import { Words } from "@/components/shell/words";
import { loadImport, type AnyImport } from "@/lib/features/import/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled("import-page", "title");

export default async function ImportPage({ params, searchParams }: PageProps) {
  const { org, id } = await params;
  const loaded = await loadImport(org, id, await searchParams);
  const t = await getTranslations("import-page");
  const step = stepOf(loaded);
  const isCnil = isOfCnil(loaded);
  const { fileName } = loaded.run;
  const lead =
    loaded.kind !== "import" ? <bdi>{fileName}</bdi> : <FileFacts fileName={fileName} file={loaded.file} />;
  return (
    <Sheet>
      <PageHead note={<StepNote current={step} isCnil={isCnil} />} title={t("title")} lead={lead}>
        <Steps current={step} isCnil={isCnil} />
      </PageHead>
      <Words of={["form", "import", "import-page"]}>
        <Stage org={org} step={step} loaded={loaded} />
      </Words>
    </Sheet>
  );
}

function Stage({ org, step, loaded }: { org: string; step: ImportStep; loaded: AnyImport }) {
  switch (loaded.kind) {
    case "closed":
      return (
        <Line>
          {loaded.run.state === "abandoned" ? (
            <Abandoned org={org} />
          ) : (
            <Committed org={org} run={loaded.run} register={loaded.register} />
          )}
        </Line>
      );
    case "progress":
      return <Writing org={org} run={loaded.run} progress={loaded.progress} />;
    case "planning":
      return <Planning org={org} run={loaded.run} isRefused={loaded.isRefused} />;
    case "choice":
      return <SheetChoice org={org} choice={loaded} />;
    case "import":
      if (step === "check") return <Check org={org} loaded={loaded} />;
      return (
        <>
          <ReadingForm
            org={org}
            run={loaded.run}
            file={loaded.file}
            reading={loaded.reading}
            register={loaded.register}
            asked={loaded.asked}
          />
          <ColumnsForm
            key={loaded.run.version}
            org={org}
            run={loaded.run}
            register={loaded.register}
            columns={loaded.file.columns}
            hasOtherSheets={(loaded.file.sheet?.others ?? 0) > 0}
          />
        </>
      );
  }
}

/** The CNIL's workbook has fixed columns, so there is no column step. */
function isOfCnil(loaded: AnyImport): boolean {
  if (loaded.kind === "import") return loaded.file.cnil !== null;
  return loaded.kind === "progress" && loaded.isCnil;
}

function stepOf(loaded: AnyImport): ImportStep {
  if (loaded.kind === "closed") return loaded.run.state === "committed" ? "done" : "check";
  if (loaded.kind === "progress") return "done";
  if (loaded.kind === "choice") return "columns";
  // The file is still being read: there is nothing to check yet.
  if (loaded.kind === "planning") return isOfCnil(loaded) ? "file" : "columns";
  return loaded.file.cnil !== null || loaded.query.step === "check" ? "check" : "columns";
}
