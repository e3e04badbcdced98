import { parseArgs } from "node:util";
import { nameNoun, readCalled } from "./new-noun/names";
import { writeNoun } from "./new-noun/write-noun";
import { projectRoot } from "./start/build";
import { runToEnd } from "./start/run";

const USAGE =
  'npm run new:noun -- visit visits V --fr "visite, visites" --en "visit, visits" --ar "زيارة, زيارات"';

/** Adds a versioned noun with a list and a sheet by the pattern of the others, to be filled in from there. */
await runToEnd(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { fr: { type: "string" }, en: { type: "string" }, ar: { type: "string" } },
  });
  const [noun, nouns, letters] = positionals;
  if (!noun || !nouns || !letters) throw new Error(`Usage: ${USAGE}`);
  const names = nameNoun({ noun, nouns, letters, called: readCalled(values) });
  const { created, changed } = await writeNoun(projectRoot, names, new Date());
  for (const path of created) console.log(`new      ${path}`);
  for (const path of changed) console.log(`changed  ${path}`);
  console.log(
    `${created.length} new files, ${changed.length} changed. Next: npm run generate, npm run schema:sql, npm run verify.`,
  );
});
