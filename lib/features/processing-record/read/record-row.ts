import { jointControllersOf } from "@/lib/domain/controller/joint-controllers";
import type { ControllerFacts } from "@/lib/domain/controller/types";
import { asController } from "@/lib/domain/organisation/as-controller";
import type { OrganisationFacts } from "@/lib/domain/organisation/types";
import { recordContentSchema, type RecordContent } from "@/lib/domain/processing-record/content";
import type { Capacity, RecordState } from "@/lib/domain/processing-record/types";
import type { Prisma } from "@/lib/generated/prisma/client";

export const partySelect = {
  id: true,
  legalName: true,
  isPlaceholder: true,
  country: true,
  address: true,
  registrationNumber: true,
  contactName: true,
  contactEmail: true,
  contactPhone: true,
  dpoContact: true,
  hasNoDpo: true,
  representative: true,
  representativeReason: true,
  establishments: true,
  targeting: true,
  targetCountries: true,
  clientRole: true,
  otherControllers: true,
  archivedAt: true,
} satisfies Prisma.ControllerSelect;

export type Party = Prisma.ControllerGetPayload<{ select: typeof partySelect }>;

/** Columns of an entry, without its controller. */
export const recordColumns = {
  id: true,
  capacity: true,
  reference: true,
  controllerId: true,
  state: true,
  stateSince: true,
  content: true,
  version: true,
  updatedAt: true,
} satisfies Prisma.ProcessingRecordSelect;

export const recordSelect = {
  ...recordColumns,
  controller: { select: partySelect },
} satisfies Prisma.ProcessingRecordSelect;

type StoredRecord = Prisma.ProcessingRecordGetPayload<{ select: typeof recordSelect }>;

/** Controller is null in the own register. */
export type RecordRow = Omit<StoredRecord, "content" | "state" | "capacity"> & {
  content: RecordContent;
  state: RecordState;
  capacity: Capacity;
};

export function readRecord(row: StoredRecord): RecordRow {
  return {
    ...row,
    content: recordContentSchema.parse(row.content),
    state: row.state as RecordState,
    capacity: row.capacity as Capacity,
  };
}

export function partyFacts({
  id: _id,
  archivedAt: _at,
  representativeReason,
  clientRole,
  otherControllers,
  ...party
}: Party): ControllerFacts {
  return {
    ...party,
    representativeAbsentReason: representativeReason,
    isRoleUnsaid: clientRole === "",
    jointControllers: jointControllersOf({ clientRole, otherControllers }),
  };
}

/** Organisation itself in the own register, article 30(1)(a). */
export function controllerOf(
  { controller }: Pick<RecordRow, "controller">,
  organisation: OrganisationFacts,
): ControllerFacts {
  return controller ? partyFacts(controller) : asController(organisation);
}
