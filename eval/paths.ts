import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The project's root folder, whether this runs from eval/ or from dist/eval/. */
export function projectRoot(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return folder;
    if (folder === dirname(folder)) throw new Error("package.json is not found above this file");
  }
}

/** The shared development data: a folder beside the project, or what DRAGOMAN_DATA names. */
export function dataFolder(): string {
  return resolve(process.env["DRAGOMAN_DATA"] ?? join(projectRoot(), "../shared"));
}
