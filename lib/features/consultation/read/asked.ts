import type { Choice } from "@/lib/domain/choice/choices";
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
  controller: string;
  state: string;
  first_day: string | null;
  last_day: string | null;
  content: unknown;
  asked: number[];
  language: string;
  revoked_at: Date | null;
  choices: (Choice & { id: string })[];
};

/** Reads what the link of a scope asks, and what was answered through it; null where nobody made it. */
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
  const on = { day: todayIn("Europe/Paris", now.getTime()), now: now.getTime() };
  return {
    ...rest,
    firstDay,
    lastDay,
    content: consultationContentSchema.parse(content),
    status: linkStatus(link, on),
  };
}
