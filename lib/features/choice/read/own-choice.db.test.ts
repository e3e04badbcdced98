import { expect, it } from "vitest";
import { answerParental, makeChoice, makeParentalRequest } from "@/prisma/factories/choice";
import { addPeople, makeOpenConsultation } from "@/prisma/factories/consultation";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { withOrg } from "@/lib/platform/database/transaction";
import { openDatabase } from "@/scripts/test/open-database";
import { findAuthorisations } from "./authorisations";
import { findOwnChoicesOf } from "./own-choice";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const { id: controllerId } = await makeController(ctx);
const GROWN = new Date("2030-06-01T09:00:00Z");
const PURPOSE = "Ateliers";
const MAIL = { act: "mail", purpose: PURPOSE, fr: "Courriels ?", en: "Messages?", ar: "رسائل؟" };

it("a young person's own choice is not asked until a link about the same has left, and ends with their choice", async () => {
  const number = "06 44 55 66 51";
  const { id, token } = await makeParentalRequest(ctx, { controllerId, number, purpose: PURPOSE });
  await answerParental(token, "authorise");
  const found = (at: Date) =>
    withOrg(ctx.scope, async (tx) => {
      const rows = await findAuthorisations(tx, [id], at.getTime());
      return [...(await findOwnChoicesOf(tx, rows, at.getTime())).values()];
    });
  expect(await found(ctx.now)).toEqual([]);
  const since = "2030-05-10";
  expect(await found(GROWN)).toEqual([{ kind: "holds", since, chosenAt: null, asked: null }]);

  const grown = { ...ctx, now: GROWN };
  const consultation = await makeOpenConsultation(grown, { controllerId, questions: [MAIL] });
  await addPeople(grown, consultation.id, [`${number};;fr`]);
  expect(await found(GROWN)).toMatchObject([{ asked: null }]);
  await withOrg(ctx.scope, (tx) =>
    tx.consultationPerson.updateMany({
      where: { consultationId: consultation.id },
      data: { handedAt: GROWN },
    }),
  );
  const asked = { id: consultation.id, reference: consultation.reference, at: GROWN.getTime() };
  expect(await found(GROWN)).toMatchObject([{ kind: "holds", asked }]);

  // Withdrawn by the young person, on the telephone.
  const later = { ...ctx, now: new Date("2030-06-03T09:00:00Z") };
  const own = { act: "mail", purpose: PURPOSE, outcome: "withdrawn", on: "2030-06-02", time: "10:30" };
  await makeChoice(later, { controllerId, number, ...own });
  expect(await found(later.now)).toMatchObject([{ kind: "chosen" }]);
});
