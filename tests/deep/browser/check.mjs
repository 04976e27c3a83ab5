// Opens pages of nachlese-report in Chromium as readers do and prints "ok ..." or "not ok ..." lines:
//   node check.mjs CHROMIUM FOLDER     FOLDER/*.html are the pages
// Each is checked with axe-core in light, dark and phone width, with all folds open; nothing may be requested, refused by the
// page's own policy or wider than the window. On a phone no picture with a table and no table of page one may be wider than the
// window, one form of a picture is there, and its letters can be read.
import { readFileSync, readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';

const [executablePath, folder] = process.argv.slice(2);
const axe = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const views = [
    { name: 'light', width: 1300, height: 900, colorScheme: 'light' },
    { name: 'dark', width: 1300, height: 900, colorScheme: 'dark' },
    { name: 'phone', width: 360, height: 780, colorScheme: 'light' },
    { name: 'small dark phone', width: 320, height: 640, colorScheme: 'dark' },
];
let failed = 0;

function verdict(name, faults) {
    console.log(`${faults.length === 0 ? 'ok' : 'not ok'} browser ${name}`);
    for (const fault of faults.slice(0, 10)) console.log(`  ${fault}`);
    failed += faults.length > 0;
}

async function open(browser, file, view) {
    const { width, height, colorScheme } = view;
    const context = await browser.newContext({ viewport: { width, height }, colorScheme });
    const page = await context.newPage();
    const noise = [];
    const address = pathToFileURL(resolve(folder, file)).href;
    page.on('request', (request) => {
        if (request.url() !== address) noise.push(`asks for ${request.url()}`);
    });
    page.on('console', (message) => noise.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => noise.push(`error: ${error.message}`));
    await page.goto(address);
    return { context, page, noise };
}

// Runs in the page: what a phone would cut, and letters of pictures that are too small.
function phoneFaults(least) {
    const found = [];
    const width = document.documentElement.clientWidth;
    const shown = (element) => element.checkVisibility();
    for (const element of document.querySelectorAll('.front table, .fits table, .picture svg')) {
        if (!shown(element)) continue;
        const { left, right } = element.getBoundingClientRect();
        if (left < -0.5 || right > width + 0.5) found.push(`wider than the window: ${element.outerHTML.slice(0, 80)}`);
        for (const cell of element.querySelectorAll('th, td'))
            if (cell.scrollWidth > cell.clientWidth + 1) found.push(`cut: ${cell.textContent.slice(0, 60)}`);
    }
    for (const picture of document.querySelectorAll('.picture')) {
        const forms = [...picture.querySelectorAll('svg')].filter(shown);
        if (forms.length !== 1) found.push(`${forms.length} forms of a picture are there: ${picture.textContent.slice(0, 60)}`);
        for (const form of forms.filter((svg) => svg.closest('.slim'))) {
            const scale = form.getBoundingClientRect().width / form.viewBox.baseVal.width;
            const sizes = [...form.querySelectorAll('text')].map((text) => parseFloat(getComputedStyle(text).fontSize) * scale);
            if (Math.min(...sizes) < least) found.push(`letters of ${Math.min(...sizes).toFixed(1)} px: ${picture.textContent.slice(0, 60)}`);
        }
    }
    for (const element of document.querySelectorAll('*'))
        if (element.scrollWidth > element.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
            if (element.tabIndex < 0) found.push(`scrolls, and no key reaches it: ${element.outerHTML.slice(0, 80)}`);
    return found;
}

async function checkView(browser, file, view) {
    const { width } = view;
    const { context, page, noise } = await open(browser, file, view);
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wider > 0) noise.push(`the page is ${wider} px wider than the window`);
    if (width <= 360) noise.push(...(await page.evaluate(phoneFaults, width === 360 ? 12 : 10.5)));
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    for (const { id, help, nodes } of violations)
        noise.push(`axe ${id}: ${help} (${nodes.length}), first: ${nodes[0].html.slice(0, 160)}`);
    verdict(`${file} ${view.name}`, noise);
    await context.close();
}

// The first key leads to the contents; from there a link leads to its heading.
async function checkKeyboard(browser, file) {
    const { context, page, noise } = await open(browser, file, views[0]);
    // One sheet alone has no contents, and then nothing is to be skipped.
    if (await page.evaluate(() => !document.querySelector('nav') && !document.querySelector('.skip'))) {
        verdict(`${file} keyboard`, noise);
        await context.close();
        return;
    }
    await page.keyboard.press('Tab');
    const first = await page.evaluate(() => document.activeElement.className);
    if (first !== 'skip') noise.push(`the first key does not reach the skip link but "${first}"`);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const link = await page.evaluate(() => document.activeElement.closest('nav') && document.activeElement.getAttribute('href'));
    if (!link) noise.push('behind the skip link there is no link of the contents');
    const lost = await page.evaluate(() =>
        [...document.querySelectorAll('a[href^="#"]')].map((a) => a.getAttribute('href').slice(1)).filter((id) => !document.getElementById(id)),
    );
    for (const id of lost) noise.push(`a link leads nowhere: #${id}`);
    verdict(`${file} keyboard`, noise);
    await context.close();
}

// On paper all folds are open, and no picture or row may be cut.
async function checkPaper(browser, file) {
    const { context, page, noise } = await open(browser, file, views[0]);
    await page.emulateMedia({ media: 'print' });
    const faults = await page.evaluate(() => {
        const found = [];
        for (const element of document.querySelectorAll('figure, tr'))
            if (getComputedStyle(element).breakInside !== 'avoid') found.push(`a page may cut ${element.outerHTML.slice(0, 80)}`);
        for (const table of document.querySelectorAll('details > :last-child table'))
            if (!table.checkVisibility({ contentVisibilityAuto: true }) || table.getBoundingClientRect().height === 0)
                found.push(`folded away on paper: ${table.caption.textContent}`);
        return found;
    });
    const pdf = await page.pdf({ preferCSSPageSize: true });
    if (!pdf.subarray(0, 5).equals(Buffer.from('%PDF-'))) noise.push('no PDF came out');
    verdict(`${file} paper`, [...noise, ...faults]);
    await context.close();
}

const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
for (const file of readdirSync(folder).filter((name) => name.endsWith('.html')).sort()) {
    for (const view of views) await checkView(browser, file, view);
    await checkKeyboard(browser, file);
    await checkPaper(browser, file);
}
await browser.close();
process.exit(failed > 0 ? 1 : 0);
