import { BlockList, isIP } from "node:net";

interface Range {
  readonly name: string;
  readonly networks: readonly string[];
}

/** Addresses that no news site has (RFC 6890 and the IANA special-purpose registries). */
const RANGES: readonly Range[] = [
  { name: "loopback", networks: ["127.0.0.0/8", "::1/128"] },
  { name: "unspecified", networks: ["0.0.0.0/8", "::/128"] },
  { name: "private", networks: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"] },
  { name: "link-local", networks: ["169.254.0.0/16", "fe80::/10"] },
  { name: "shared by a carrier's customers", networks: ["100.64.0.0/10"] },
  { name: "unique local", networks: ["fc00::/7", "fec0::/10"] },
  { name: "multicast", networks: ["224.0.0.0/4", "ff00::/8"] },
  { name: "benchmarking", networks: ["198.18.0.0/15", "2001:2::/48"] },
  {
    name: "documentation",
    networks: ["192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "3fff::/20"],
  },
  { name: "reserved", networks: ["192.0.0.0/24", "192.88.99.0/24", "240.0.0.0/4", "100::/64", "5f00::/16"] },
];

const LISTS: readonly (readonly [string, BlockList])[] = RANGES.map((r) => [r.name, blockListOf(r.networks)]);

/** Ways of writing an IPv4 address inside an IPv6 one: prefix in groups, and the group at which the address stands. */
const EMBEDDINGS: readonly { readonly prefix: readonly number[]; readonly at: number; readonly inverted?: true }[] = [
  { prefix: [0, 0, 0, 0, 0, 0xffff], at: 6 },
  { prefix: [0, 0, 0, 0, 0xffff, 0], at: 6 },
  { prefix: [0, 0, 0, 0, 0, 0], at: 6 },
  { prefix: [0x64, 0xff9b, 0, 0, 0, 0], at: 6 },
  { prefix: [0x2002], at: 1 },
  // Teredo hides the client's address by inverting its bits.
  { prefix: [0x2001, 0], at: 6, inverted: true },
];

/** The local-use NAT64 prefix may stand for any network of the site. */
const LOCAL_NAT64 = [0x64, 0xff9b, 1];

/**
 * Names the range that keeps an address from being asked, null for a public one. What is no address at all is refused too.
 *
 *     forbiddenRange("::ffff:10.0.0.1") // "private"
 */
export function forbiddenRange(address: string): string | null {
  const family = isIP(address);
  if (family === 0) return "no address";
  if (family === 4) return rangeOf(address, "ipv4");
  const groups = groupsOf(address);
  if (beginsWith(groups, LOCAL_NAT64)) return "private";
  const own = rangeOf(groups.map((g) => g.toString(16)).join(":"), "ipv6");
  if (own !== null) return own;
  for (const { prefix, at, inverted } of EMBEDDINGS) {
    if (!beginsWith(groups, prefix)) continue;
    const range = rangeOf(ipv4At(groups, at, inverted ? 0xffff : 0), "ipv4");
    if (range !== null) return range;
  }
  return null;
}

function rangeOf(address: string, family: "ipv4" | "ipv6"): string | null {
  return LISTS.find(([, list]) => list.check(address, family))?.[0] ?? null;
}

function blockListOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [base = "", bits] = network.split("/");
    list.addSubnet(base, Number(bits), base.includes(":") ? "ipv6" : "ipv4");
  }
  return list;
}

/** The eight groups of a valid IPv6 address; a zone ("%eth0") says nothing about the range. */
function groupsOf(address: string): readonly number[] {
  const plain = withoutDots(address.replace(/%.*$/, ""));
  const [left = "", right] = plain.split("::");
  const before = left ? left.split(":") : [];
  const after = right ? right.split(":") : [];
  const gap = right === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<string>(gap).fill("0"), ...after].map((g) => Number.parseInt(g, 16));
}

/** "::ffff:10.0.0.1" in groups alone. */
function withoutDots(address: string): string {
  return address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_whole, ...bytes: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(0, 4).map(Number);
    return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  });
}

function ipv4At(groups: readonly number[], at: number, mask: number): string {
  const [high = 0, low = 0] = groups.slice(at, at + 2).map((g) => g ^ mask);
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}

function beginsWith(groups: readonly number[], prefix: readonly number[]): boolean {
  return prefix.every((g, i) => groups[i] === g);
}
