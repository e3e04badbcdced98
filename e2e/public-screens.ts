import { required } from "@/lib/domain/invariant/required";
import { lettersTo } from "@/prisma/factories/account";
import { answerParental, makeParentalRequest } from "@/prisma/factories/choice";
import { makeAnswered } from "@/prisma/factories/consultation";
import { adoptMeasure } from "@/prisma/factories/measure";
import { makeController } from "@/prisma/factories/register";
import type { MadeOrganisation } from "@/prisma/factories/organisation";
import { makeOpenPage } from "@/prisma/factories/public-page";
import { makeWholeSubProcessor } from "@/prisma/factories/sub-processor";
import { askToSubscribe, makeSubscriber, makeSubscribersNotified } from "@/prisma/factories/subscription";

/** Pages that strangers open: an organisation's, and those of the links of its letters. */
export async function publicScreensOf(ownerUrl: string, organisation: MadeOrganisation): Promise<string[]> {
  await adoptMeasure(organisation, "two-factors");
  const page = await makeOpenPage(organisation);
  const { link } = await askToSubscribe(ownerUrl, organisation, page);
  const email = await makeSubscriber(ownerUrl, organisation, page);
  await makeWholeSubProcessor(organisation);
  await makeSubscribersNotified(organisation);
  const told = (await lettersTo(ownerUrl, email)).find(({ template }) => template === "public-changes");
  const leave = new URL(required(told?.secrets.leave, "link to leave")).pathname;
  const controllerId = (await makeController(organisation)).id;
  const { token } = await makeAnswered(organisation, { controllerId });
  const asked = await makeParentalRequest(organisation, { controllerId });
  const given = await makeParentalRequest(organisation, { controllerId, number: "06 44 55 66 79" });
  await answerParental(given.token, "authorise");
  return [
    `/parents/${asked.token}`,
    `/parents/${asked.token}?notice=undeclared`,
    `/parents/${given.token}`,
    `/parents/${given.token}/receipt`,
    `/answer/${token}`,
    `/answer/${token}?notice=blank`,
    `/answer/${token}/receipt`,
    "/answer/unknown/ended",
    `/public/${page}`,
    `/public/${page}/request`,
    new URL(link).pathname,
    leave,
    "/subscriptions/spent",
    "/subscriptions/leave/spent",
    "/public/nowhere",
  ];
}
