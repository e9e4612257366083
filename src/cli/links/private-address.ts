/** Which IP addresses belong to no public place: a stranger's link must not lead into a home or office. */
import { BlockList, isIPv6 } from 'node:net';

const IPV4: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
];

const IPV6: readonly (readonly [network: string, prefix: number])[] = [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
];

/** Networks of IPv6 in which an IPv4 address is wrapped, with the place of its first half. */
const WRAPPED: readonly (readonly [network: string, prefix: number, group: number])[] = [
  ['::ffff:0:0', 96, 6],
  ['64:ff9b::', 96, 6],
  ['2002::', 16, 1],
];

const blocked = new BlockList();
for (const [network, prefix] of IPV4) blocked.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of IPV6) blocked.addSubnet(network, prefix, 'ipv6');

/** @param address as the resolver gives it, without brackets */
export function isPrivateAddress(address: string): boolean {
  if (!isIPv6(address)) return blocked.check(address, 'ipv4');
  const plain = address.replace(/%.*$/, '');
  if (blocked.check(plain, 'ipv6')) return true;
  for (const [network, prefix, group] of WRAPPED) {
    const list = new BlockList();
    list.addSubnet(network, prefix, 'ipv6');
    if (list.check(plain, 'ipv6')) return blocked.check(wrappedIn(plain, group), 'ipv4');
  }
  return false;
}

/** The IPv4 address in two groups of an IPv6 address. */
function wrappedIn(address: string, group: number): string {
  // The parser of addresses writes them in one form: eight groups of hex, the longest run of zeros as "::".
  const canonical = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [head = '', tail] = canonical.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
  return [groups[group], groups[group + 1]]
    .map((text) => Number.parseInt(text ?? '0', 16))
    .flatMap((value) => [value >> 8, value & 255])
    .join('.');
}
