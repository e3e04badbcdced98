"use server";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { actAsAnonymous } from "@/lib/platform/request/action";
import { atLeast } from "@/lib/platform/request/minimum-duration";
import { COOKIE_OPTIONS, LINK_COOKIE } from "@/lib/platform/auth/cookie";
import { LINK_LIMITS, linkRequestSchema } from "./schema";
import { requestLink } from "@/lib/features/portal-sign-in/write/mutations";

/** Longer than any of its ways takes, shorter than anybody minds. */
const ANSWER_MS = 700;

/** The same page, as late, whether or not the address may enter a portal. */
export async function submitLinkRequest(_state: FormState, form: FormData): Promise<FormState> {
  const jar = await cookies();
  const held = jar.get(LINK_COOKIE)?.value ?? "";
  const state = await atLeast(ANSWER_MS, () =>
    actAsAnonymous({
      schema: linkRequestSchema,
      form,
      verb: ({ device, now }, input) => requestLink(input, held, device, now),
      then: ({ browser }) =>
        void jar.set(LINK_COOKIE, browser, { ...COOKIE_OPTIONS, maxAge: LINK_LIMITS.lifeMs / 1000 }),
    }),
  );
  if (state.status !== "done") return state;
  redirect(
    `/portal/sign-in/code?${new URLSearchParams({ next: linkRequestSchema.shape.next.parse(form.get("next")) })}`,
  );
}
