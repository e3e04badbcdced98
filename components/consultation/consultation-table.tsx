"use client";

import { PeriodTable } from "@/components/shell/period-table";
import type { loadConsultations } from "@/lib/features/consultation/loaders";
import { ConsultationStatus } from "./consultation-status";

type ConsultationTableProps = { org: string; rows: Awaited<ReturnType<typeof loadConsultations>>["rows"] };

export function ConsultationTable({ org, rows }: ConsultationTableProps) {
  return (
    <PeriodTable
      noun="consultation"
      path={`/${org}/telephone/consultations`}
      rows={rows}
      isClosed={({ state }) => state === "closed" || state === "revoked"}
      statusOf={({ state }) => <ConsultationStatus of={state} />}
    />
  );
}
