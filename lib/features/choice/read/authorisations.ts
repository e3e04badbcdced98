import { z } from "zod";
import { authorisationStatus, type Power } from "@/lib/domain/minor/authorisation";
import type { Risk, VerificationMeans } from "@/lib/domain/minor/verification";
import type { Tx } from "@/lib/platform/database/transaction";
import { openSealed, sealText } from "@/lib/platform/secrets/seal";

const PURPOSE = "parental-authorisation";

const peopleSchema = z.object({ parent: z.string(), born: z.string() });
/** Holder of parental responsibility by name, and the child's birthdate. */
type People = z.output<typeof peopleSchema>;

export function sealPeople(people: People): Buffer<ArrayBuffer> {
  return sealText(PURPOSE, JSON.stringify(people));
}

/** Finds the authorisations of choices, the last first, with what each comes to on a day. */
export async function findAuthorisations(tx: Tx, choiceIds: readonly string[], day: string) {
  const rows = await tx.parentalAuthorisation.findMany({
    where: { choiceId: { in: [...choiceIds] } },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    select: {
      ...{ id: true, choiceId: true, peopleSealed: true, country: true, power: true, risk: true },
      ...{ means: true, proof: true, authorisedOn: true, authorName: true },
    },
  });
  return rows.map(({ peopleSealed, country, power, risk, means, ...row }) => {
    const { parent, born } = peopleSchema.parse(JSON.parse(openSealed(PURPOSE, peopleSealed)));
    return {
      ...{ ...row, parent, country },
      // The database admits no others.
      ...{ power: power as Power, risk: risk as Risk, means: means as VerificationMeans },
      status: authorisationStatus({ country: country || null, born }, day),
    };
  });
}
