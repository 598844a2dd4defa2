import { beforeAll, describe, expect, it } from "vitest";
import type { CountRecord } from "../core/record.ts";
import type { Coder } from "./create-coder.ts";
import { createCoder } from "./create-coder.ts";

let coder: Coder;
beforeAll(async () => {
  coder = await createCoder();
});

/** Every number that a text's records of what happened carry, as "CATEGORY field low-high". */
function numbers(text: string): readonly string[] {
  const records = coder.code({ id: "r", date: "2024-06-12", text });
  const happened = records.filter((r) => r.status === "actual");
  const told = happened.flatMap(({ event, size }) =>
    (Object.entries(size) as [string, CountRecord | null][]).flatMap(([field, count]) =>
      count === null ? [] : [`${event[0]} ${field} ${count.low}-${count.high ?? ""}`],
    ),
  );
  return [...new Set(told)];
}

describe("numbers of people", () => {
  it.each<[string, readonly string[]]>([
    ["An ambush near Tillia killed 14 recruits and wounded nine.", ["ASSAULT dead 14-14", "ASSAULT injured 9-9"]],
    ["A bomb killed two guards, bringing the death toll this year to 60.", ["ASSAULT dead 2-2"]],
    ["A missile hit a bakery in Homs. At least five people died.", ["ASSAULT dead 5-"]],
    ["Police arrested two miners and seized 40 rifles.", ["COERCE arrested 2-2"]],
    ["Soldiers carried out a raid to capture a rebel commander.", []],
    ["The minister condemned the attack that killed 30 monks.", ["ASSAULT dead 30-30"]],
    ["Nearly 200 nurses protested in Suva.", ["PROTEST participants 180-200"]],
    ["Marchers filled the square in 2023.", []],
  ])("%s", (text, expected) => {
    expect(numbers(text)).toEqual(expected);
  });

  it("leaves the dead of a flood to the flood", () => {
    const text = "A missile hit a bakery in Homs. A flood killed five people in Kano.";
    expect(coder.code({ id: "r", date: "2024-06-12", text })[0]?.size.dead).toBeNull();
  });

  it("says who is counted, not that people are", () => {
    const [record] = coder.code({
      id: "r",
      date: "2024-06-12",
      text: "Rebels killed one soldier and three civilians.",
    });
    expect(record?.size.dead).toMatchObject({ low: 4, high: 4, text: "one soldier and three" });
    expect(record?.size.dead?.by.map(({ text, low }) => [text, low])).toEqual([
      ["soldier", 1],
      ["civilians", 3],
    ]);
    const [plain] = coder.code({ id: "r", date: "2024-06-12", text: "Rebels killed four people." });
    expect(plain?.size.dead?.by).toEqual([]);
  });
});
