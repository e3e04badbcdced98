import Link from "next/link";
import { useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { RecordField } from "@/components/ui/record-field";
import { workPath } from "@/lib/domain/dpo-work/kinds";
import type { LoadedWork } from "@/lib/features/dpo-work/loaders";

/** Shows the attendance after every correction, and the trainings before and after this one. */
export function AttendancePart({ org, loaded }: { org: string; loaded: LoadedWork }) {
  const t = useTranslations("dpo-work.sheet");
  const { work, derived, repeated, repeats, mayWrite } = loaded;
  const next = mayWrite && work.state === "held" && repeats.length === 0 && (
    <LinkButton tone="bare" href={`/${org}${workPath("training")}/new?repeats=${work.id}`}>
      {t("repeat")}
    </LinkButton>
  );
  return (
    <Part id="attendance" title={t("present")} aside={next}>
      <dl>
        <RecordField label={t("staff")}>
          <Names of={derived.attendance?.staff ?? []} />
        </RecordField>
        <RecordField label={t("others")}>
          <Names of={derived.attendance?.others ?? []} />
        </RecordField>
        {repeated && (
          <RecordField label={t("repeats")}>
            <TrainingLink org={org} of={repeated} />
          </RecordField>
        )}
        {repeats.length > 0 && (
          <RecordField label={t("repeatedBy")}>
            {repeats.map((training) => (
              <span key={training.id} className="block">
                <TrainingLink org={org} of={training} />
              </span>
            ))}
          </RecordField>
        )}
      </dl>
    </Part>
  );
}

function Names({ of }: { of: readonly string[] }) {
  const t = useTranslations("dpo-work.sheet");
  if (of.length === 0) return <span className="faint">{t("nobody")}</span>;
  return (
    <ul>
      {of.map((name) => (
        <li key={name}>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  );
}

function TrainingLink({ org, of }: { org: string; of: { id: string; reference: string; title: string } }) {
  return (
    <Link href={`/${org}${workPath("training", of.id)}`} prefetch={false}>
      <bdi>{of.reference}</bdi> · <bdi>{of.title}</bdi>
    </Link>
  );
}
