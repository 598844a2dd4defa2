import { expect, test } from "vitest";
import { dayOf, readMoment } from "./read-day.ts";

test.each([
  ["2024-05-10", "2024-05-10"],
  ["2024-05-10T23:30:00-04:00", "2024-05-10"],
  ["20240510", "2024-05-10"],
  ["20240510T083000Z", "2024-05-10"],
  ["2024/05/10", "2024-05-10"],
  ["2024-131", "2024-05-10"],
  ["2024-05", "2024-05-01"],
  ["Fri, 10 May 2024 10:00:00 GMT", "2024-05-10"],
  ["10 May 24 10:00 EST", "2024-05-10"],
  ["10th May 2024", "2024-05-10"],
  ["May 10, 2024", "2024-05-10"],
  ["Friday, May 10, 2024 at 4:05 PM EDT", "2024-05-10"],
  ["Sept. 1, 2023", "2023-09-01"],
  ["Fri May 10 16:29:06 PST 2024", "2024-05-10"],
])("reads %j", (written, day) => {
  expect(dayOf(written)).toBe(day);
});

test.each(["", "yesterday", "2024-02-30", "31 June 2024", "5/10/2024", "99999999", "May 2024"])(
  "refuses %j",
  (written) => {
    expect(dayOf(written)).toBeNull();
  },
);

test("keeps the clock and the zone", () => {
  expect(readMoment("Fri, 10 May 2024 12:05:06 PM PDT")).toEqual({
    day: "2024-05-10",
    time: { hour: 12, minute: 5, second: 6 },
    offset: -420,
  });
});
