import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { messageOf } from "../../core/errors.ts";
import { readSources, reportReader } from "../read-reports.ts";

const FOLDER = join(
  process.env["DRAGOMAN_DATA"] ?? join(import.meta.dirname, "../../../../shared"),
  "gold/ingest/warc/warcio/test/data",
);
const FILES = existsSync(FOLDER) ? readdirSync(FOLDER).sort() : [];

async function* nothing(): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new Uint8Array());
}

test.skipIf(FILES.length === 0)(
  "every archive of warcio's tests is read, or refused with file, record and cause",
  async () => {
    let read = 0;
    for (const name of FILES) {
      const path = join(FOLDER, name);
      const refused: string[] = [];
      let reports = 0;
      for await (const item of readSources([path], reportReader(), nothing())) {
        if ("issue" in item) refused.push(messageOf(item.issue.code, item.issue.data));
        else reports++;
      }
      expect(reports + refused.length, name).toBeGreaterThan(0);
      for (const message of refused)
        expect(message).toMatch(/^.*\.w?arc.*:\d+: .*(?:is left out \(.+\)|none of its \d+ records)/);
      if (reports > 0) read++;
    }
    expect(read).toBeGreaterThanOrEqual(10);
  },
);
