import type { Choice } from "@/lib/domain/choice/choices";
import { agreedQuestions } from "@/lib/domain/consultation/agreement";
import { consultationContentSchema } from "@/lib/domain/consultation/content";
import type { ConsultationState } from "@/lib/domain/consultation/lifecycle";
import { linkStatus } from "@/lib/domain/consultation/link";
import { todayIn } from "@/lib/domain/time/zones";
import type { Reader } from "@/lib/platform/read/reader";

type AskedRow = {
  org: string;
  link: string;
  reference: string;
  processor: string;
  processor_contact: string;
  processor_address: string;
  controller: string;
  controller_contact: string;
  controller_address: string;
  state: string;
  first_day: string | null;
  last_day: string | null;
  content: unknown;
  asked: number[];
  language: string;
  revoked_at: Date | null;
  choices: (Choice & { id: string })[];
};

/**
 * Reads what the link of a scope asks, what was answered through it, and the numbers of what is agreed and may be withdrawn;
 * null where nobody made it.
 */
export async function askedByLink(reader: Reader, now: Date) {
  const [row] = await reader.$queryRaw<AskedRow[]>`SELECT * FROM consultation_asked()`;
  if (!row) return null;
  const { state, first_day: firstDay, last_day: lastDay, revoked_at: revokedAt, content, ...rest } = row;
  const link = {
    // The database admits no others.
    state: state as ConsultationState,
    firstDay,
    lastDay,
    revokedAt: revokedAt?.getTime() ?? null,
  };
  const day = todayIn("Europe/Paris", now.getTime());
  const read = consultationContentSchema.parse(content);
  return {
    ...rest,
    firstDay,
    lastDay,
    content: read,
    status: linkStatus(link, { day, now: now.getTime() }),
    agreed: agreedQuestions({ ...read, asked: rest.asked }, rest.choices, { at: now.getTime(), day }),
  };
}
