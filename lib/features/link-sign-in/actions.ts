"use server";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { actAsAnonymous } from "@/lib/platform/request/action";
import { atLeast } from "@/lib/platform/request/minimum-duration";
import { COOKIE_OPTIONS, LINK_COOKIE } from "@/lib/platform/auth/cookie";
import { LINK_LIMITS, linkRequestSchema, placeOfSignIn, SIGN_IN_PATHS } from "./schema";
import { requestLink } from "@/lib/features/link-sign-in/write/mutations";

/** Milliseconds: longer than any branch takes, so that timing reveals nothing. */
const ANSWER_MS = 700;

/** Answers alike, after the same delay, whether or not the address has a portal. */
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
  const next = linkRequestSchema.shape.next.parse(form.get("next"));
  redirect(`${SIGN_IN_PATHS[placeOfSignIn(next)]}/code?${new URLSearchParams({ next })}`);
}
