import { expect, test } from 'vitest';
import { isPrivateAddress } from '../../../src/cli/links/private-address.ts';

test.each([
  ...['127.0.0.1', '127.255.0.9', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
  ...['169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '198.18.0.1'],
  ...['::1', '::', 'fe80::1', 'fe80::1%eth0', 'fd00::1', 'fc00::', 'ff02::1'],
  ...['::ffff:127.0.0.1', '::ffff:a00:1', '64:ff9b::10.0.0.1', '2002:7f00:1::', '2002:c0a8:101::1'],
])('%s belongs to no public place', (address) => {
  expect(isPrivateAddress(address)).toBe(true);
});

test.each([
  ...['8.8.8.8', '172.32.0.1', '172.15.0.1', '11.0.0.1', '100.128.0.1', '169.253.0.1'],
  ...[
    '2606:4700::1111',
    '2001:4860:4860::8888',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
    '2002:808:808::1',
  ],
])('%s is public', (address) => {
  expect(isPrivateAddress(address)).toBe(false);
});
