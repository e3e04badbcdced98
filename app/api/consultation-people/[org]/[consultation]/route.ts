import { done, type Outcome } from "@/lib/domain/outcome/outcome";
import { countryColumnSchema, numberCountrySchema } from "@/lib/features/choice/schema";
import { MAX_PEOPLE_BYTES } from "@/lib/features/consultation/schema";
import { receivePeople } from "@/lib/features/consultation/write/people";
import type { StaffCtx } from "@/lib/platform/request/context";
import { asksForProgress, receiveWithProgress } from "@/lib/platform/transport/progress-route";
import { receiveInOrganisation } from "@/lib/platform/transport/upload-route";

type Context = { params: Promise<{ org: string; consultation: string }> };

const numbersIn = (form: FormData) => ({
  numberCountry: numberCountrySchema.parse(form.get("numberCountry")),
  countryColumn: countryColumnSchema.parse(form.get("countryColumn")),
});

const FAULT = "a file of people could not be read";

/** Answers a script line by line while the file is read, and a plain form by a redirect. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { org, consultation: consultationId } = await params;
  if (!/^[0-9a-f-]{36}$/.test(consultationId)) return new Response(null, { status: 404 });
  const whole = { params: Promise.resolve({ org }) };
  if (asksForProgress(request))
    return receiveWithProgress({
      maxBytes: MAX_PEOPLE_BYTES,
      receive: (ctx, file, { form, onLines }) =>
        receivePeople(ctx, { consultationId, file, ...numbersIn(form), onLines }),
      fault: FAULT,
    })(request, whole);
  const receive = async (ctx: StaffCtx, file: File, form: FormData): Promise<Outcome<string>> => {
    const outcome = await receivePeople(ctx, { consultationId, file, ...numbersIn(form) });
    return outcome.ok ? done("#people") : outcome;
  };
  const page = `/telephone/consultations/${consultationId}`;
  return receiveInOrganisation({ page, maxBytes: MAX_PEOPLE_BYTES, receive, fault: FAULT })(request, whole);
}
