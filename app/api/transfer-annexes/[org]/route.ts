import { takeAnnexes } from "@/lib/features/transfer-annexes/mutations";
import { annexesTakeSchema } from "@/lib/features/transfer-annexes/schema";
import { takeInOrganisation } from "@/lib/platform/take-route";

/** The annexes of a transfer as a file. */
export const POST = takeInOrganisation({
  schema: annexesTakeSchema,
  take: (ctx, _org, input) => takeAnnexes(ctx, input),
  back: (org, { input }) =>
    input ? `/${org}/transfers/${input.id}?error=annexes#annexes` : `/${org}/transfers`,
  fault: "the annexes of a transfer failed",
});
