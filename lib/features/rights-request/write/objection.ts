import type { Channel } from "@/lib/domain/rights-request/rights";
import type { ChoiceSource } from "@/lib/domain/choice/choices";
import type { RequestRow } from "@/lib/features/rights-request/read/queries";
import { identifierIn } from "@/lib/features/choice/read/identifier";
import { openPerson } from "@/lib/features/rights-request/read/person";
import { addChoice } from "@/lib/features/choice/write/add-choice";
import type { Unit } from "@/lib/platform/versioned/definition";

const SOURCES: Record<Channel, ChoiceSource> = {
  telephone: "call",
  "e-mail": "email",
  letter: "letter",
  "public-form": "form",
  portal: "portal",
};

/**
 * An objection to marketing is absolute, 21(3): it is a refusal in the register of choices as soon as its controller is
 * known, whatever becomes of the request.
 */
export async function refuseMarketing(unit: Unit, row: RequestRow, controllerId: string): Promise<void> {
  if (!row.rights.includes("marketing-objection")) return;
  const person = openPerson(row.contactSealed);
  for (const said of new Set([person?.contact, person?.calledNumber])) {
    const identifier = identifierIn(said ?? "");
    if (identifier === null) continue;
    await addChoice(unit, {
      controllerId,
      contact: identifier.value,
      act: identifier.kind,
      purpose: "",
      outcome: "refused",
      // The database admits no other channel.
      source: SOURCES[row.channel as Channel],
      proof: row.reference,
      validUntil: null,
      decidedAt: row.receivedAt,
    });
  }
}
