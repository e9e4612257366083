import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { configFolder, dataFolder } from '../../src/cli/data-folder.ts';

describe('the data folder', () => {
  test.each<[string, NodeJS.Platform, NodeJS.ProcessEnv, string]>([
    ['Linux', 'linux', {}, join(homedir(), '.local/share/certplan')],
    ['Linux with XDG_DATA_HOME', 'linux', { XDG_DATA_HOME: '/data' }, '/data/certplan'],
    ['a BSD', 'freebsd', { XDG_DATA_HOME: '/data' }, '/data/certplan'],
    ['macOS', 'darwin', {}, join(homedir(), 'Library/Application Support/certplan')],
    ['Windows', 'win32', { LOCALAPPDATA: '/local' }, '/local/certplan/Data'],
    ['Windows without a word', 'win32', {}, join(homedir(), 'AppData/Local/certplan/Data')],
  ])('of %s', (_, platform, env, folder) => {
    expect(dataFolder(platform, env)).toBe(folder);
  });

  test('a relative XDG_DATA_HOME does not count, as its specification says', () => {
    const own = join(homedir(), '.local/share/certplan');
    expect(dataFolder('linux', { XDG_DATA_HOME: 'data' })).toBe(own);
    expect(dataFolder('linux', { XDG_DATA_HOME: '' })).toBe(own);
  });
});

describe('the folder of what users set up', () => {
  test.each<[string, NodeJS.Platform, NodeJS.ProcessEnv, string]>([
    ['Linux', 'linux', {}, join(homedir(), '.config/certplan')],
    ['Linux with XDG_CONFIG_HOME', 'linux', { XDG_CONFIG_HOME: '/c' }, '/c/certplan'],
    ['Linux, relative', 'linux', { XDG_CONFIG_HOME: 'c' }, join(homedir(), '.config/certplan')],
    ['macOS', 'darwin', {}, join(homedir(), 'Library/Application Support/certplan')],
    ['macOS with XDG_CONFIG_HOME', 'darwin', { XDG_CONFIG_HOME: '/c' }, '/c/certplan'],
    ['Windows', 'win32', { APPDATA: '/roaming' }, '/roaming/certplan/Config'],
    ['Windows without a word', 'win32', {}, join(homedir(), 'AppData/Roaming/certplan/Config')],
  ])('of %s', (_, platform, env, folder) => {
    expect(configFolder(platform, env)).toBe(folder);
  });
});
