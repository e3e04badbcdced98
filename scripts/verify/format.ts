import { execFile } from "node:child_process";
import { childEnvironment } from "@/lib/platform/environment/env";
import { toolPath } from "../start/tool";

/**
 * Names the files of a folder that are not laid out as prettier writes them. oxfmt, which is native, looks at every file;
 * prettier decides on those that it would write otherwise, for the two disagree on a few. Throws where a tool fails.
 */
export async function findUnformatted(folder: string): Promise<string[]> {
  const doubtful = await listDifferent(folder, [toolPath("oxfmt"), "--list-different", "."]);
  if (doubtful.length === 0) return [];
  return listDifferent(folder, [toolPath("prettier"), "--list-different", ...doubtful]);
}

/** Both tools end with 1 where they list a file, and with more where they could not read one. */
function listDifferent(folder: string, command: string[]): Promise<string[]> {
  const options = { cwd: folder, env: childEnvironment({}), maxBuffer: 2 ** 24 };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, command, options, (error, stdout, stderr) => {
      const files = stdout.split("\n").filter((line) => line !== "");
      if (!error || (error.code === 1 && files.length > 0)) resolve(files);
      else reject(new Error(`${stdout}${stderr}`.trim(), { cause: error }));
    });
  });
}
