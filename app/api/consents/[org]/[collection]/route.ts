import { done, invalid } from "@/lib/domain/outcome/outcome";
import {
  consentExtentSchema,
  countryColumnSchema,
  MAX_CONSENT_BYTES,
  numberCountrySchema,
} from "@/lib/features/choice/schema";
import { receiveConsentFile } from "@/lib/features/choice/write/consent-file";
import { receiveInOrganisation } from "@/lib/platform/transport/upload-route";

type Context = { params: Promise<{ org: string; collection: string }> };

export async function POST(request: Request, { params }: Context) {
  const { org, collection } = await params;
  if (!/^[0-9a-f-]{36}$/.test(collection)) return new Response(null, { status: 404 });
  const receive = receiveInOrganisation({
    page: `/telephone/consents/${collection}`,
    maxBytes: MAX_CONSENT_BYTES,
    receive: async (ctx, file, form) => {
      const extent = consentExtentSchema.safeParse(form.get("extent"));
      if (!extent.success) return invalid("extent", "extent");
      const numberCountry = numberCountrySchema.parse(form.get("numberCountry"));
      const outcome = await receiveConsentFile(ctx, {
        collectionId: collection,
        extent: extent.data,
        file,
        numberCountry,
        countryColumn: countryColumnSchema.parse(form.get("countryColumn")),
      });
      return outcome.ok ? done(`?read=${outcome.value.id}#files`) : outcome;
    },
    fault: "a file of consents could not be read",
  });
  return receive(request, { params: Promise.resolve({ org }) });
}
