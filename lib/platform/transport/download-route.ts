import type { z } from "zod";
import type { Outcome, Refusal } from "@/lib/domain/outcome/outcome";
import type { AuditorCtx, ContactCtx, StaffCtx } from "@/lib/platform/request/context";
import { log } from "@/lib/platform/log/log";
import {
  authenticate,
  authenticateAuditor,
  authenticateContact,
  isSameOrigin,
  isTooLong,
  readForm,
  seeOther,
} from "@/lib/platform/request/request";
import { beginTask, tooMany, untilRead } from "@/lib/platform/request/task-limit";
import { unlessProved } from "./prove-download";

type Body = Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;

/** A file made for whoever asked for it, whole or as it is being made; `fileName` in ASCII. */
export type Download<Made extends Body = Uint8Array<ArrayBuffer>> = {
  fileName: string;
  contentType: string;
  body: Made;
  /** Page that says what was made; a script that takes the file leads there. */
  location?: string;
};

/** Failure: the form's issue, the verb's refusal, or a fault (null). */
type FailedDownload<Input> = { input: Input | null; refusal: Refusal | null };

type DownloadRoute<Ctx, Schema extends z.ZodType> = {
  schema: Schema;
  /** Bytes of a file that is sent with the form, at most; none where it is left out. */
  maxBytes?: number;
  exportFile: (ctx: Ctx, key: string, input: z.output<Schema>) => Promise<Outcome<Download<Body>>>;
  /** The page where it may be asked for again. */
  back: (key: string, why: FailedDownload<z.output<Schema>>) => string;
  /** Message for the log of faults. */
  fault: string;
};

type OrganisationRoute<Schema extends z.ZodType> = DownloadRoute<StaffCtx, Schema> & {
  /**
   * True for what holds the rows of every client, people who were called, or links that let somebody in: it is made within five
   * minutes of a proof of the person alone. Each route answers, so that a new one is not forgotten.
   */
  isOfEverything: (input: z.output<Schema>) => boolean;
};

/** A post and not a link, for taking what an organisation keeps is written in its journal. */
export function downloadForOrganisation<Schema extends z.ZodType>({
  isOfEverything,
  ...of
}: OrganisationRoute<Schema>) {
  return async (request: Request, { params }: { params: Promise<{ org: string }> }) => {
    const { org } = await params;
    return answer(request, org, authenticate, {
      ...of,
      prove: (ctx: StaffCtx, form: FormData, input: z.output<Schema>) => {
        if (!isOfEverything(input)) return null;
        const back = of.back(org, { input, refusal: { kind: "invalid", issues: [] } });
        return unlessProved(ctx, { org, path: new URL(request.url).pathname, form, back });
      },
    });
  };
}

/** A route with what asks for a proof first; none where guests of the organisation take their own part. */
type Proved<Ctx, Schema extends z.ZodType> = DownloadRoute<Ctx, Schema> & {
  prove?: (ctx: Ctx, form: FormData, input: z.output<Schema>) => Promise<Response | null> | null;
};

/** Downloads for a controller's contact in its portal. */
export function downloadForPortal<Schema extends z.ZodType>(of: DownloadRoute<ContactCtx, Schema>) {
  return async (request: Request, { params }: { params: Promise<{ contact: string }> }) =>
    answer(request, (await params).contact, authenticateContact, of);
}

/** Downloads for an auditor. */
export function downloadForAuditor<Schema extends z.ZodType>(of: DownloadRoute<AuditorCtx, Schema>) {
  return async (request: Request, { params }: { params: Promise<{ grant: string }> }) =>
    answer(request, (await params).grant, authenticateAuditor, of);
}

async function answer<Ctx extends StaffCtx | ContactCtx | AuditorCtx, Schema extends z.ZodType>(
  request: Request,
  key: string,
  enter: (key: string) => Promise<Ctx | Response>,
  of: Proved<Ctx, Schema>,
): Promise<Response> {
  if (!isSameOrigin(request)) return new Response(null, { status: 403 });
  const ctx = await enter(key);
  if (ctx instanceof Response) return ctx;
  if (isTooLong(request, of.maxBytes ?? 0)) return tooLong(key, of);
  const endTurn = beginTask("personId" in ctx ? ctx.personId : ctx.actor.personId);
  if (!endTurn) return tooMany();
  let isHandedOn = false;
  try {
    const answered = await make(request, key, ctx, of);
    isHandedOn = answered.body !== null;
    return isHandedOn ? untilRead(answered, endTurn) : answered;
  } finally {
    if (!isHandedOn) endTurn();
  }
}

/** A form with a file is led back to its page with the reason. */
function tooLong<Ctx, Schema extends z.ZodType>(
  key: string,
  { maxBytes, back }: DownloadRoute<Ctx, Schema>,
): Response {
  if (maxBytes === undefined) return new Response(null, { status: 413 });
  const issues = [{ path: "file", key: "tooLarge" }];
  return seeOther(back(key, { input: null, refusal: { kind: "invalid", issues } }));
}

async function make<Ctx, Schema extends z.ZodType>(
  request: Request,
  key: string,
  ctx: Ctx,
  { schema, exportFile: take, back, fault, prove }: Proved<Ctx, Schema>,
): Promise<Response> {
  const form = await readForm(request);
  if (!form) return new Response(null, { status: 400 });
  const input = schema.safeParse(Object.fromEntries(form));
  if (!input.success) return seeOther(back(key, { input: null, refusal: { kind: "not-found" } }));
  const unproved = await prove?.(ctx, form, input.data);
  if (unproved) return unproved;
  try {
    const outcome = await take(ctx, key, input.data);
    if (!outcome.ok) return seeOther(back(key, { input: input.data, refusal: outcome.refusal }));
    return saved(outcome.value);
  } catch (error) {
    log.error({ err: error }, fault);
    return seeOther(back(key, { input: input.data, refusal: null }));
  }
}

/** Sends an attachment that no cache may store. */
function saved({ fileName, contentType, body, location }: Download<Body>): Response {
  return new Response(body, {
    headers: {
      "content-type": contentType,
      "content-disposition": `attachment; filename="${fileName}"`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
      ...(location ? { "content-location": location } : {}),
    },
  });
}
