import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where Debian and others put it; a browser of playwright's own is never downloaded. */
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Starts a headless Chromium that asks nobody for anything.
 * @throws Error when none is installed
 */
export async function startChromium(): Promise<Browser> {
  const executablePath = places.find((place) => existsSync(place));
  if (executablePath === undefined) {
    throw new Error(`no Chromium at ${places.join(' or ')}, install it: apt-get install chromium`);
  }
  return chromium.launch({
    executablePath,
    args: [
      // Continuous integration runs as root in a container, where Chromium's own sandbox cannot start.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
