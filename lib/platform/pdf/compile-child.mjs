import { createRequire } from "node:module";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { drawableJson, readCoverage } from "./glyphs.mjs";

/**
 * Reads one request as JSON on stdin, writes a tagged PDF/UA-1 on stdout, says what went wrong on stderr.
 * Request: { root, template, locale, data, attachment?, image?: { file, base64 }, maxBytes, tooMuchMemory }.
 * The template reads `sys.inputs`: `data` (JSON), `locale`, `replaced` (characters no font draws) and `attachment`; the
 * image stands at "/<file>".
 */
const require = createRequire(import.meta.url);
const FONTS = [
  "noto-sans/400Regular/NotoSans_400Regular.ttf",
  "noto-sans/600SemiBold/NotoSans_600SemiBold.ttf",
  "noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf",
  "noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf",
].map((file) => require.resolve(`@expo-google-fonts/${file}`));

const request = JSON.parse(await readInput());
new Worker(new URL("./memory-worker.mjs", import.meta.url), {
  workerData: { maxBytes: request.maxBytes, message: request.tooMuchMemory },
}).unref();
process.stdout.write(compile(request), () => process.exit(0));

function compile({ root, template, locale, data, attachment, image }) {
  const replaced = new Set();
  const drawable = drawableJson(data, readCoverage([FONTS[0], FONTS[2]]), replaced);
  const compiler = NodeCompiler.create({
    workspace: root,
    fontArgs: [{ fontPaths: FONTS.map((font) => join(font, "..")) }],
  });
  if (image) compiler.mapShadow(join(root, image.file), Buffer.from(image.base64, "base64"));
  const inputs = {
    locale,
    data: drawable,
    replaced: [...replaced].length > 0 ? "yes" : "",
    attachment: attachment ?? "",
  };
  const compiled = compiler.compile({ mainFilePath: join(root, template), inputs });
  if (!compiled.result) fail(compiler.fetchDiagnostics(compiled.takeDiagnostics()));
  return compiler.pdf(compiled.result, { pdfStandard: "ua-1" });
}

function fail(diagnostics) {
  process.stderr.write(JSON.stringify(diagnostics.map(({ message, hints }) => ({ message, hints }))));
  process.exit(1);
}

async function readInput() {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
