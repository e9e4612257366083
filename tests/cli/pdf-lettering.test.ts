/** A PDF in a language whose letters come from a font of the system: there, and not there. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { decodeLine, encodeEvent } from '../../src/progress/journal.ts';
import { describePeer, hasCommand } from '../support/peers.ts';
import { HOOK_MILLISECONDS, Sandbox } from './run.ts';
import { NO_FILES, quickPlan } from './sample.ts';

const place = new Sandbox();

/** The plan as if it had been made for this language. */
function setLanguage(name: string, language: 'de' | 'ja'): void {
  const file = place.journal(name);
  const [first = '', ...rest] = readFileSync(file, 'utf8').split('\n');
  const line = decodeLine(first);
  if (line.kind !== 'event' || line.event.type !== 'created') throw new Error('no plan in it');
  const event = { ...line.event, plan: { ...line.event.plan, language } };
  writeFileSync(file, [encodeEvent(event), ...rest].join('\n'));
}

beforeAll(async () => {
  await place.ok(quickPlan('in-japanese', ...NO_FILES));
  setLanguage('in-japanese', 'ja');
  await place.ok(quickPlan('in-german', ...NO_FILES));
  setLanguage('in-german', 'de');
}, HOOK_MILLISECONDS);

const exportCover = (name: string, fonts: string) =>
  place.run(['export', 'pdf', '--sections', 'cover', '--plan', name], {
    env: { CERTPLAN_FONTS: fonts },
  });

const textIn = (bytes: Buffer): string =>
  execFileSync('pdftotext', ['-', '-'], { input: bytes, encoding: 'utf8' });

const noFonts = (): string => {
  const folder = join(place.root, 'no-fonts');
  mkdirSync(folder, { recursive: true });
  return folder;
};

describe('without a font for Japanese', () => {
  test('the PDF is in English, and stderr says once why and what helps', async () => {
    const { code, stderr, bytes } = await exportCover('in-japanese', noFonts());
    expect(code).toBe(0);
    expect(stderr.match(/written in English/g)).toHaveLength(1);
    expect(stderr).toMatch(/fonts-noto-cjk or fonts-droid-fallback.*CERTPLAN_FONTS/);
    expect(bytes.toString('latin1')).toContain('/Lang (en)');
  });

  test('German needs none', async () => {
    const { code, stderr, bytes } = await exportCover('in-german', noFonts());
    expect([code, stderr]).toEqual([0, '']);
    expect(bytes.toString('latin1')).toContain('/Lang (de)');
  });
});

const DROID = '/usr/share/fonts/truetype/droid';
describePeer(
  'fonts-droid-fallback',
  () => {
    test('with one, the PDF is in Japanese', async () => {
      const { code, stderr, bytes } = await exportCover('in-japanese', DROID);
      expect([code, stderr]).toEqual([0, '']);
      expect(bytes.toString('latin1')).toContain('/Lang (ja)');
      expect(textIn(bytes)).toContain('主な日程');
    });
  },
  hasCommand('ls', [`${DROID}/DroidSansFallbackFull.ttf`]) && hasCommand('pdftotext', ['-v']),
);
