import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { isolateArabic } from "./directions.mjs";
import { readFonts } from "./fonts.mjs";
import { drawableJson, readCoverage } from "./glyphs.mjs";

/**
 * Reads one request as JSON on stdin, writes a tagged PDF on stdout, says what went wrong on stderr.
 * Request: { root, template, locale, data, attachment?, image?: { file, base64 }, standard? }.
 * The template reads `sys.inputs`: `data` (JSON), `locale`, `replaced` (characters no font draws) and `attachment`; the
 * image stands at "/<file>".
 */
const request = JSON.parse(await readInput());
process.stdout.write(compile(request), () => process.exit(0));

function compile({ root, template, locale, data, attachment, image, standard }) {
  const replaced = new Set();
  isolateArabic(data, locale);
  const fonts = readFonts();
  const [regular, , arabic] = fonts;
  const drawable = drawableJson(data, readCoverage([regular, arabic]), replaced);
  const compiler = NodeCompiler.create({
    workspace: root,
    fontArgs: [{ fontBlobs: fonts }],
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
  return compiler.pdf(compiled.result, { pdfStandard: standard ?? "ua-1" });
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
