type UploadEvent = { lines?: number; error?: string; done?: true };

/** Sends a file of people; `onLines` hears how many lines are read. Returns the reason why it was refused, or null. */
export async function sendPeople(
  action: string,
  form: FormData,
  onLines: (lines: number) => void,
): Promise<string | null> {
  const headers = { accept: "application/x-ndjson" };
  const response = await fetch(action, { method: "POST", body: form, headers }).catch(() => null);
  if (!response?.ok || !response.body) return "failed";
  let answer: UploadEvent = { error: "failed" };
  const text = response.body.pipeThrough(new TextDecoderStream());
  for await (const event of linesOf(text)) {
    if (event.lines !== undefined) onLines(event.lines);
    else answer = event;
  }
  return answer.done ? null : (answer.error ?? "failed");
}

async function* linesOf(text: ReadableStream<string>): AsyncGenerator<UploadEvent> {
  const reader = text.getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read().catch(() => ({ value: "", done: true }));
    const parts = (rest + (value ?? "")).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) yield JSON.parse(part) as UploadEvent;
    if (done) return;
  }
}
