import { entryOf, required } from "@/lib/domain/invariant/required";

/** Files that one person has made or read at once in this process: a register in PDF takes seconds and 300 MB. */
const AT_ONCE = 3;

const turns = new Map<string, number>();

/** Begins one for a person; answers what ends it, or null where as many as may be are under way. */
export function beginTask(personId: string): (() => void) | null {
  const count = turns.get(personId) ?? 0;
  if (count >= AT_ONCE) return null;
  turns.set(personId, count + 1);
  let isEnded = false;
  return () => {
    if (isEnded) return;
    isEnded = true;
    const left = entryOf(turns, personId) - 1;
    if (left > 0) turns.set(personId, left);
    else turns.delete(personId);
  };
}

/** RFC 6585, section 4. The web process says it in words. */
export function tooMany(): Response {
  return new Response(null, { status: 429, headers: { "retry-after": "10" } });
}

/** Calls `then` once when the response's body was read to the end, broke off or was cancelled. */
export function untilRead(response: Response, then: () => void): Response {
  const reader = required(response.body, "body of a response that is streamed").getReader();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (!done) return controller.enqueue(value);
        then();
        controller.close();
      } catch (error) {
        then();
        controller.error(error);
      }
    },
    async cancel(reason) {
      then();
      await reader.cancel(reason);
    },
  });
  return new Response(body, { status: response.status, headers: response.headers });
}
