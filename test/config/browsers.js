// Finds a browser for the tests: the one named by the environment, then the usual places, then an installation of its own.
// It says what it did, because a silent choice of browser is the first thing to doubt when a test behaves differently elsewhere.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { delimiter, join } from 'node:path';

/** Whether the process may install system packages and must start browsers without their sandbox. */
const isRoot = process.getuid?.() === 0;

/** Flags every Chromium of ours is started with: no own traffic, one language, and garbage collection within reach of leak tests. */
export const chromiumFlags = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-search-engine-choice-screen',
  '--no-first-run',
  // There is none where tests run, and drawing as if there were costs a tenth of all work.
  '--disable-gpu',
  '--lang=en-US',
  '--js-flags=--expose-gc',
];

/**
 * What a browser is told about the person in front of it: the zone and the language never depend on the machine.
 * Everything else of the environment is passed on.
 */
export const browserEnvironment = { ...process.env, TZ: 'UTC', LANG: 'en_US.UTF-8', LANGUAGE: 'en_US' };

/**
 * @typedef {object} BrowserKind
 * @property {string} name
 * @property {string} variable environment variable that names the executable
 * @property {readonly string[]} commands looked up in PATH
 * @property {readonly string[]} places looked up as they are
 * @property {readonly string[]} debianPackages
 * @property {string} [puppeteerName] what the test runner can download by itself
 */

/** @type {Record<'chromium' | 'firefox' | 'webkit', BrowserKind>} */
const kinds = {
  chromium: {
    name: 'Chromium',
    variable: 'CHROME_PATH',
    // The shell is the same engine without windows, bars and tabs around its pages: it does the same tests in little more than half the time.
    commands: ['chromium-headless-shell', 'chrome-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'],
    places: [
      '/usr/lib/chromium/chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    ],
    debianPackages: ['chromium-headless-shell', 'fonts-dejavu-core'],
    puppeteerName: 'chrome-headless-shell',
  },
  firefox: {
    name: 'Firefox',
    variable: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
    debianPackages: ['firefox-esr', 'fonts-dejavu-core'],
    puppeteerName: 'firefox',
  },
  webkit: {
    name: 'WebKit',
    variable: 'WEBKIT_DRIVER_PATH',
    commands: ['WebKitWebDriver'],
    places: [],
    debianPackages: ['webkit2gtk-driver', 'xvfb', 'xauth', 'fonts-dejavu-core'],
  },
};

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} command */
function inPath(command) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, command)).find(isExecutable);
}

/** @param {BrowserKind} kind */
function find(kind) {
  const named = process.env[kind.variable];
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`${kind.variable} names ${named}, which cannot be executed.`);
  }
  return kind.commands.map(inPath).find(Boolean) ?? kind.places.find(isExecutable);
}

/** @param {readonly string[]} packages */
function installFromDebian(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  console.log(`Installing ${packages.join(', ')} with apt-get.`);
  execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { stdio: ['ignore', 'ignore', 'inherit'], env });
}

/**
 * The build that fits the test runner; one that lies there from an earlier run is taken as it is.
 *
 * @param {string} name
 */
function download(name) {
  console.log(`Downloading ${name} with puppeteer.`);
  const tool = 'node_modules/puppeteer/lib/cjs/puppeteer/node/cli.js';
  const { status, stdout } = spawnSync(process.execPath, [tool, 'browsers', 'install', name, '--path', '.cache/browsers', '--format', '{{path}}'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return status === 0 ? stdout.trim().split('\n').at(-1) : undefined;
}

/**
 * The executable of a browser (of WebKit: of its driver); installs one where none is found.
 *
 * @param {keyof typeof kinds} id
 * @returns {string}
 */
export function browserPath(id) {
  const kind = kinds[id];
  let path = find(kind);
  if (!path && isRoot && inPath('apt-get')) {
    console.log(`No ${kind.name} found.`);
    installFromDebian(kind.debianPackages);
    path = find(kind);
  }
  if (!path && kind.puppeteerName) path = download(kind.puppeteerName);
  if (!path) {
    throw new Error(`No ${kind.name} found. Install it (Debian: apt-get install ${kind.debianPackages.join(' ')}) or name it in ${kind.variable}.`);
  }
  console.log(`${kind.name}: ${path}`);
  return path;
}

/** @returns {Promise<number>} a port nobody listens on */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** @param {number} port */
function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
    socket.once('connect', () => socket.end());
  });
}

/**
 * Starts WebKit's driver under a virtual screen; the caller stops it.
 *
 * @returns {Promise<{port: number, miniBrowser: string, stop: () => void}>}
 */
export async function startWebKit() {
  const driver = browserPath('webkit');
  const port = await freePort();
  const screen = inPath('xvfb-run');
  const own = [driver, `--port=${port}`, '--host=127.0.0.1'];
  // A group of its own, so that stopping it also stops the virtual screen and the browser.
  const child = spawn(screen ?? driver, screen ? ['-a', '-s', '-screen 0 1600x1200x24', ...own] : own.slice(1), {
    detached: true,
    stdio: 'ignore',
    env: { ...browserEnvironment, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: isRoot ? '1' : '', GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1' },
  });
  /** @type {Error | undefined} */
  let failure;
  child.once('error', (error) => {
    failure = error;
  });
  child.once('exit', (code) => {
    failure ??= new Error(`WebKitWebDriver ended with ${code}.`);
  });
  for (const end = Date.now() + 20_000; !(await answers(port)); ) {
    if (failure) throw failure;
    if (Date.now() > end) throw new Error('WebKitWebDriver did not start within 20 seconds.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const libraries = existsSync('/usr/lib') ? readdirSync('/usr/lib').map((name) => join('/usr/lib', name)) : [];
  const places = libraries.flatMap((folder) => ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'].map((name) => join(folder, name, 'MiniBrowser')));
  return {
    port,
    miniBrowser: process.env['MINIBROWSER_PATH'] ?? places.find(isExecutable) ?? 'MiniBrowser',
    stop: () => {
      try {
        if (child.pid) process.kill(-child.pid, 'SIGTERM');
      } catch {
        // It has ended by itself.
      }
    },
  };
}
