import { memberPlace, peek } from "../bytes.ts";
import type { Reader } from "../reader.ts";
import { gunzip } from "./gunzip.ts";

/** gzip around any other format. The name inside is the name without its ending. */
export const gzipReader: Reader = {
  format: "gzip",
  recognises: ({ bytes }) => bytes[0] === 0x1f && bytes[1] === 0x8b,
  async *read(input) {
    const inner = input.path.replace(/\.gz$/i, "").replace(/\.tgz$/i, ".tar");
    const place = {
      ...memberPlace(input, "", input.line, input.told),
      path: inner === input.path ? input.path : inner,
    };
    yield { kind: "input", input: await peek(gunzip(input), place) };
  },
};
