import { z } from "zod";
import { closeClients } from "@/lib/platform/database/clients";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { makeDossier } from "./write/make";

// A process of its own that makes one dossier, as the job does: its organisation and its id are the two words.
const [org, id] = z.tuple([z.uuid(), z.uuid()]).parse(process.argv.slice(2));
await makeDossier(jobContext("dossier-making", org, new Date()), id, new AbortController().signal);
await closeClients();
