import { spawn } from "node:child_process";
import { join } from "node:path";
import { itemAt } from "@/lib/domain/invariant/required";
import { processLimits, TOO_MUCH_MEMORY, wallLimit } from "@/lib/platform/log/process-limits";
import { PdfError, type PdfFailure } from "./pdf-error";

export type PdfImage = { file: "logo.png" | "logo.jpg"; bytes: Uint8Array };

export type PdfRequest = {
  /** Typst file, from the root of the project. */
  template: `lib/${string}.typ`;
  /** JSON that the template reads as data, never as markup. */
  data: unknown;
  locale: string;
  /** A text that the template may attach to the document, kept to the byte. */
  attachment?: string;
  /** A picture that the template may draw, under this name at the root of its files. */
  image?: PdfImage;
  /** PDF/UA-1 for people; PDF/A-3a for archives, tagged as well. */
  standard?: "ua-1" | "a-3a";
  /** Seconds of processor time, and memory. */
  limits?: { seconds: number; megabytes: number };
};

/** A volume takes 1.5 s and 260 to 350 MB; a single record that says all it may, some times both. */
const LIMITS = { seconds: 120, megabytes: 2_400 };

/** Compilers that run in parallel in one process of ours. */
const COMPILERS = 2;
const turns: Promise<unknown>[] = Array.from({ length: COMPILERS }, () => Promise.resolve());
let asked = 0;

/**
 * A tagged PDF, compiled by typst in a child process of its own: it is synchronous, and what it may take of time
 * and memory is limited. Two at a time in this process, so that ten exports asked for together do not add up.
 * Throws `PdfError`.
 */
export function renderPdf(request: PdfRequest): Promise<Uint8Array> {
  const place = asked++ % COMPILERS;
  const turn = itemAt(turns, place).then(() => compileInChild(request));
  turns[place] = turn.catch(() => undefined);
  return turn;
}

function compileInChild({ limits = LIMITS, ...request }: PdfRequest): Promise<Uint8Array> {
  // The bundler must not move the child: it is run by Node, from the folder that Amana was started in.
  const root = /* turbopackIgnore: true */ process.cwd();
  const program = join(root, "lib/platform/pdf/compile-child.mjs");
  const child = spawn(process.execPath, [...processLimits(root, limits), program], {
    stdio: ["pipe", "pipe", "pipe"],
    // The child prints untrusted input, so it receives no secret and no address.
    env: {
      NODE_ENV: "production",
      TZ: "UTC",
      FONTCONFIG_FILE: join(root, "lib/platform/pdf/no-fonts.conf"),
    },
    timeout: wallLimit(limits.seconds),
    killSignal: "SIGKILL",
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  // A child that dies before it has read everything closes the pipe; its exit says why.
  child.stdin.on("error", () => undefined);
  child.stdin.end(
    JSON.stringify({
      ...request,
      image: request.image && {
        file: request.image.file,
        base64: Buffer.from(request.image.bytes).toString("base64"),
      },
      root,
    }),
  );
  return new Promise((resolve, reject) => {
    child.on("error", (error) => reject(new PdfError("crash", error.message)));
    child.on("close", (code, signal) => {
      if (code === 0) return resolve(new Uint8Array(Buffer.concat(out)));
      const detail = Buffer.concat(err).toString("utf8").slice(0, 4000);
      reject(new PdfError(failureOf(code, signal, detail), detail));
    });
  });
}

function failureOf(code: number | null, signal: NodeJS.Signals | null, detail: string): PdfFailure {
  if (detail.includes(TOO_MUCH_MEMORY)) return "memory";
  if (signal === "SIGKILL") return "time";
  return code === 1 ? "compile" : "crash";
}
