/** Pages in a real browser: Debian's Chromium, headless, without a network. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

export const CHROMIUM = '/usr/bin/chromium';

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    // Its own sandbox does not work inside a container; the page is ours.
    args: ['--no-sandbox'],
  });

export interface OpenOptions extends BrowserContextOptions {
  /** What the page takes for now; RFC 3339. */
  readonly now: string;
}

export interface OpenPage {
  readonly page: Page;
  /** Addresses that were asked for, the file itself aside. */
  readonly asked: readonly string[];
  /** What the browser complained about: mistakes of the script, refusals of the policy. */
  readonly complaints: readonly string[];
}

/** Opens the file as a double click would, in a profile of its own. */
export async function openPage(
  browser: Browser,
  file: string,
  { now, ...options }: OpenOptions,
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
  const page = await context.newPage();
  const address = pathToFileURL(file).href;
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== address) asked.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  if (options.javaScriptEnabled !== false) await page.clock.setFixedTime(now);
  await page.goto(address);
  return { page, asked, complaints };
}

/** Writes the page into a folder. */
export function fileOf(folder: string, html: string, name = 'plan.html'): string {
  const file = join(folder, name);
  writeFileSync(file, html);
  return file;
}
