import { defineDocument } from "@/lib/platform/versioned/define-document";
import {
  type ConsultationRow,
  findConsultation,
  flattenConsultation,
} from "@/lib/features/consultation/read/queries";

type Fields = Pick<
  ConsultationRow,
  "reference" | "controllerId" | "instructionId" | "title" | "state" | "content" | "endedOn"
>;

export const consultationDocument = defineDocument<ConsultationRow, Fields>()({
  noun: "consultation",
  table: "consultation",
  versions: "consultation_version",
  facts: "consultation_fact",
  key: "consultationId",
  find: findConsultation,
  columnsOf: (_tx, _ctx, { content: { firstDay, lastDay } }) => ({ firstDay, lastDay }),
  versionOf: (
    { reference, title, state, controllerId, instructionId, content },
    change: "created" | "saved" | "moved",
  ) => ({
    change,
    reference,
    title,
    state,
    snapshot: { title, controllerId, instructionId, state, content },
  }),
  flatten: flattenConsultation,
  labelOf: ({ reference, title }) => `${reference} · ${title}`,
});
