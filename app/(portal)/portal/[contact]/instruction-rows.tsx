import type { ReactNode } from "react";
import { InstructionStatusBadge } from "@/components/instruction/instruction-status";
import { PortalList } from "@/components/portal/portal-list";
import { PortalPart } from "@/components/shell/portal-page";
import type { loadAllGiven } from "@/lib/features/portal-instruction/loaders";

type InstructionRowsProps = {
  contact: string;
  title: string;
  rows: Awaited<ReturnType<typeof loadAllGiven>>["asked"];
  markOf: (id: string) => ReactNode;
};

export function InstructionRows({ contact, title, rows, markOf }: InstructionRowsProps) {
  if (rows.length === 0) return null;
  return (
    <PortalPart title={title}>
      <PortalList
        label={title}
        rows={rows.map(({ id, number, text, status }) => ({
          id,
          href: `/portal/${contact}/instructions/${id}`,
          reference: <bdi>{number}</bdi>,
          title: text,
          status: (
            <>
              {markOf(id)} <InstructionStatusBadge status={status} />
            </>
          ),
        }))}
      />
    </PortalPart>
  );
}
