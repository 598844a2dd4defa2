import { describe, expect, it } from "vitest";
import { forbiddenRange } from "./address-ranges.ts";

describe("addresses that are never asked", () => {
  it.each([
    ["127.0.0.1", "loopback"],
    ["127.255.255.254", "loopback"],
    ["::1", "loopback"],
    ["0.0.0.0", "unspecified"],
    ["::", "unspecified"],
    ["10.1.2.3", "private"],
    ["172.16.0.1", "private"],
    ["172.31.255.255", "private"],
    ["192.168.1.1", "private"],
    ["169.254.169.254", "link-local"],
    ["fe80::1", "link-local"],
    ["fe80::1%eth0", "link-local"],
    ["100.64.0.1", "shared by a carrier's customers"],
    ["100.127.255.255", "shared by a carrier's customers"],
    ["fd00::1", "unique local"],
    ["fc00::1", "unique local"],
    ["224.0.0.1", "multicast"],
    ["ff02::1", "multicast"],
    ["198.19.0.1", "benchmarking"],
    ["203.0.113.9", "documentation"],
    ["2001:db8::1", "documentation"],
    ["255.255.255.255", "reserved"],
    ["::ffff:127.0.0.1", "loopback"],
    ["::ffff:7f00:1", "loopback"],
    ["0:0:0:0:0:ffff:10.0.0.1", "private"],
    ["::ffff:0:10.0.0.1", "private"],
    ["::127.0.0.1", "loopback"],
    ["64:ff9b::192.168.0.1", "private"],
    ["64:ff9b:1::808:808", "private"],
    ["2002:7f00:1::", "loopback"],
    // Teredo: the client 127.0.0.1 with its bits inverted.
    ["2001:0:4136:e378:8000:63bf:80ff:fffe", "loopback"],
    ["localhost", "no address"],
    ["", "no address"],
  ])("refuses %s as %s", (address, range) => expect(forbiddenRange(address)).toBe(range));
});

describe("public addresses", () => {
  it.each([
    "8.8.8.8",
    "172.15.0.1",
    "172.32.0.1",
    "100.63.255.255",
    "100.128.0.1",
    "192.0.1.1",
    "2606:4700::1111",
    "2a00:1450:4001::5",
    "::ffff:8.8.8.8",
    "64:ff9b::8.8.8.8",
    "2002:808:808::1",
  ])("allows %s", (address) => expect(forbiddenRange(address)).toBeNull());
});
