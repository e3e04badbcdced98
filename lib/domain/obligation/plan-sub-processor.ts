import type { SubProcessorContent } from "@/lib/domain/sub-processor/content";
import { onDay, type Obligation, obligationOf, type Row, since } from "./types";

/** A controller whose authorisation was given on another list than today's. */
export type ChangeToNotify = {
  controller: { id: string; name: string };
  authorisationId: string;
  since: number;
};

export type SubProcessorToPlan = {
  row: Row;
  name: string;
  content: Pick<SubProcessorContent, "contract" | "service"> & {
    guarantees: Pick<SubProcessorContent["guarantees"], "certifications">;
  };
  changes: readonly ChangeToNotify[];
};

export function planSubProcessor({ row, name, content, changes }: SubProcessorToPlan): Obligation[] {
  const { contract, service, guarantees } = content;
  const dated = (kind: Obligation["kind"], day: string | null, part = "", about = name) =>
    day === null ? [] : [obligationOf(row, kind, onDay(day), { part, about })];
  return [
    ...dated("sub-processor.contract-end", contract.endsOn),
    ...dated("sub-processor.service-end", service.endsOn),
    ...guarantees.certifications.flatMap(({ kind, reference, validUntil }, index) => {
      const part = [kind, reference || index].join(" ");
      return dated(
        "sub-processor.certification",
        validUntil,
        part,
        [name, reference].filter(Boolean).join(" · "),
      );
    }),
    ...changes.map(({ controller, authorisationId, since: from }) =>
      obligationOf({ ...row, controller }, "sub-processor.notify", since(from), {
        part: controller.id,
        about: name,
        path: `/authorisations/${authorisationId}`,
      }),
    ),
  ];
}
