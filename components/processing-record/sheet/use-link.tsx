import Link from "next/link";
import { useTranslations } from "next-intl";
import { repairOf, type SubProcessorStatus } from "@/lib/domain/processing-record/sub-processors";

type UseLinkProps = {
  org: string;
  controllerId: string;
  status: SubProcessorStatus;
};

/** Links a refused use, article 28(2), to the step that permits it. */
export function UseLink({ org, controllerId, status }: UseLinkProps) {
  const t = useTranslations("record.form.listed");
  const { id, requestId, name } = status;
  const mend = repairOf(status);
  const href = {
    ask: `/authorisations/new?controller=${controllerId}&subProcessor=${id}`,
    request: `/authorisations/${requestId}`,
    sheet: `/sub-processors/${id}`,
  }[mend];
  return (
    <Link href={`/${org}${href}`} prefetch={false}>
      {t.rich(mend, { name, bdi: (chunks) => <bdi>{chunks}</bdi> })}
    </Link>
  );
}
