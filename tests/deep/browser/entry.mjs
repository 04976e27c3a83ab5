// Types answers into the pages of nachlese-form --to entry and --to entry-contacts, by keys alone, and prints "ok ..." or "not ok ...":
//   node entry.mjs CHROMIUM FOLDER     FOLDER/entry.html and FOLDER/contacts.html, of tests/data/form/entry.ini, in German
// Saves FOLDER/typed.csv and FOLDER/contacts.csv; whoever calls reads them with nachlese-ingest.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';

const [executablePath, folder] = process.argv.slice(2);
const axe = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const widths = [{ width: 1300, height: 900, colorScheme: 'light' }, { width: 360, height: 780, colorScheme: 'dark' }];
let failed = 0;

function verdict(name, faults) {
    console.log(`${faults.length === 0 ? 'ok' : 'not ok'} browser entry: ${name}`);
    for (const fault of faults.slice(0, 10)) console.log(`  ${fault}`);
    failed += faults.length > 0;
}

async function open(context, file) {
    const page = await context.newPage();
    const address = pathToFileURL(resolve(folder, file)).href;
    page.noise = [];
    page.on('request', (request) => {
        if (request.url() !== address && !request.url().startsWith('blob:')) page.noise.push(`asks for ${request.url()}`);
    });
    page.on('console', (message) => page.noise.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => page.noise.push(`error: ${error.message}`));
    await page.goto(address);
    return page;
}

// Each string into the box that has the focus, then Enter; a text area is left with Tab.
async function type(page, ...typed) {
    for (const text of typed) {
        await page.keyboard.type(text);
        const area = await page.evaluate(() => document.activeElement.tagName === 'TEXTAREA');
        await page.keyboard.press(area ? 'Tab' : 'Enter');
    }
}

async function tabTo(page, id) {
    for (let i = 0; i < 200; i++) {
        if (await page.evaluate((wanted) => document.activeElement.id === wanted, id)) return;
        await page.keyboard.press('Tab');
    }
    throw new Error(`no key leads to ${id}`);
}

const take = (page) => page.keyboard.press('Control+Enter');
const shownFaults = (page) => page.evaluate(() => [...document.querySelectorAll('.fault')].filter((p) => !p.hidden && p.offsetParent).map((p) => p.textContent));
const status = (page) => page.evaluate(() => document.getElementById('status').textContent);
const isShown = (page, id) => page.evaluate((wanted) => document.getElementById(wanted).offsetParent !== null, id);
const stored = (page) =>
    page.evaluate(async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, (await indexedDB.databases()).length]));

async function audit(page, name) {
    const faults = [];
    for (const { width, height, colorScheme } of widths) {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme });
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (wider > 0) faults.push(`${wider} px wider than a window of ${width}`);
        // axe wants to be evaluated, which the page's own policy does not hold against the browser.
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run());
        for (const { id, help, nodes } of violations) faults.push(`axe ${id} at ${width}: ${help}, first: ${nodes[0].html.slice(0, 160)}`);
    }
    await page.setViewportSize({ width: 1300, height: 900 });
    verdict(`${name}: axe-core in two widths, light and dark`, faults);
}

// The page must refuse what is typed with these words beside the field, and nothing is taken.
async function refuses(page, id, typed, words, field = id) {
    await page.focus(`[id="${id}"]`);
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    const faults = await shownFaults(page);
    const invalid = await page.getAttribute(`[id="${field}"]`, 'aria-invalid');
    const said = faults.some((fault) => fault.includes(words));
    await take(page);
    const taken = await page.textContent('#count');
    verdict(`refuses ${JSON.stringify(typed)} in ${id}: ${words}`, [
        ...(said ? [] : [`said instead: ${faults.join(' / ') || 'nothing'}`]),
        ...(invalid === 'true' ? [] : ['the field is not marked']),
        ...(taken.startsWith('0 ') ? [] : [`taken: ${taken}`]),
    ]);
    await page.focus(`[id="${id}"]`);
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
}

async function checkRefusals(context) {
    const page = await open(context, 'entry.html');
    await page.keyboard.press('Enter');
    await take(page);
    verdict('nothing typed is nothing taken', (await status(page)) === 'Es ist noch nichts eingetippt.' ? [] : [await status(page)]);
    await type(page, '1', '2');
    await refuses(page, 'f-place', '4', 'gibt es hier nicht, sondern 1 bis 3');
    await refuses(page, 'f-place', '1 2', 'nur eine Antwort');
    await type(page, '2');
    await refuses(page, 'f-distance', '500,5', 'Möglich ist 0 bis 500');
    await refuses(page, 'f-distance', '-1', 'Möglich ist 0 bis 500');
    await refuses(page, 'f-distance', '1.5', 'Dezimalkomma');
    await refuses(page, 'f-distance', '1,25', 'Höchstens 1 Stellen');
    await refuses(page, 'f-distance', 'weit', 'keine Zahl');
    await refuses(page, 'f-rating', '6', 'gibt es hier nicht, sondern 0 bis 5');
    await refuses(page, 'f-help', '1 2 3', 'höchstens 2');
    await refuses(page, 'f-help', '1 4', '„bei nichts“ schließt');
    await refuses(page, 'f-help', '1 1', 'steht doppelt');
    await refuses(page, 'f-help', '5', 'ohne Angabe', 'f-help#other');
    await refuses(page, 'f-parts[food]', '6', 'sondern 1 bis 5');
    await refuses(page, 'f-wishes', '1 2 3', 'höchstens 2');
    await refuses(page, 'f-wishes', '2 2', 'steht doppelt');
    await refuses(page, 'f-consent', '', 'verlangt');
    const village = await isShown(page, 'q-distance');
    await page.focus('#f-place');
    await page.keyboard.press('Control+A');
    await type(page, '1');
    verdict('asked_if: shown to a village, not to a town', [
        ...(village ? [] : ['not shown to a village']), ...((await isShown(page, 'q-distance')) ? ['shown to a town'] : []),
    ]);
    await page.focus('#f-consent');
    await type(page, '2');
    verdict('without consent nothing else is asked', (await isShown(page, 'q-place')) ? ['still asked'] : []);
    await page.focus('#f-consent');
    await page.keyboard.press('Control+A');
    await type(page, '1');
    await audit(page, 'form with answers');
    verdict('nothing is requested or refused by the policy', page.noise);
    await page.close();
}

// Three responses; between the second's first and last answer the page is loaded anew.
async function checkTyping(context) {
    const page = await open(context, 'entry.html');
    const before = await page.evaluate(() => document.body.innerText);
    verdict('what was typed before is asked for before it is shown', [
        ...(before.includes('Hier wurde schon etwas eingetippt') ? [] : ['not asked for']), ...(before.includes('Küche') ? ['shown'] : []),
    ]);
    await audit(page, 'question about what was typed before');
    await tabTo(page, 'delete');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter'); // the dialog's first button: yes, delete
    await page.waitForSelector('#phone');
    await tabTo(page, 'phone');
    await page.keyboard.press('Enter');
    await type(page, '1', '2', '12,5', '0', '1 3', '3', '5', '3 1', '=Danke; "sehr", gern', '1', '1', '2');
    await take(page);
    const first = await page.textContent('#count');
    // A number that was typed before its question turns out not to be asked.
    await type(page, '1', '2', '7');
    await page.focus('[id="f-place"]');
    await page.keyboard.press('Control+A');
    await type(page, '1', '5', '4', '4');
    await page.reload();
    await page.keyboard.press('Enter'); // show and go on
    const typed = await page.inputValue('[id="f-help"]');
    await page.focus('[id="f-parts[talk]"]');
    await type(page, '2', '2', 'Zeile eins', '2', '2');
    await take(page);
    await type(page, '1', '3', 'vom Mond', '', '10', '5', 'Kuchen; Tee', '', '', '', '', '', '');
    const refused = await shownFaults(page);
    await page.focus('[id="f-rating"]');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await take(page);
    verdict('three responses by keys alone, with a reload in the middle', [
        ...(first.startsWith('1 ') ? [] : [`after the first: ${first}`]),
        ...(typed === '4' ? [] : [`after the reload the box held "${typed}"`]),
        ...(refused.length > 0 ? [] : ['10 was taken for a rating up to 5']),
        ...((await page.textContent('#count')).startsWith('3 ') ? [] : [await page.textContent('#count'), ...(await shownFaults(page))]),
    ]);
    const second = await open(context, 'entry.html');
    await second.keyboard.press('Enter');
    await page.bringToFront();
    await page.focus('[id="f-consent"]');
    await page.keyboard.type('1');
    const stopped = await page.evaluate(() => document.body.innerText);
    verdict('two windows do not write over each other', stopped.includes('in einem anderen Fenster') ? [] : ['no word']);
    await page.close();
    await second.bringToFront();
    await tabTo(second, 'finish');
    const download = second.waitForEvent('download');
    await second.keyboard.press('Enter');
    await (await download).saveAs(resolve(folder, 'typed.csv'));
    await audit(second, 'dialog at the end');
    await second.keyboard.press('Enter');
    await second.waitForSelector('#phone');
    verdict('“Fertig” leaves nothing in any storage', (await stored(second)) === '[{},{},"",0]' ? [] : [await stored(second)]);
    verdict('nothing is requested while typing', [...page.noise, ...second.noise]);
    await second.close();
}

// The pages of file:// share one storage, and some browsers have none for them.
async function checkWithoutStorage(browser) {
    const context = await browser.newContext();
    await context.addInitScript(() => {
        Storage.prototype.setItem = () => {
            throw new Error('no room');
        };
    });
    const page = await open(context, 'entry.html');
    await page.keyboard.press('Enter');
    await type(page, '1');
    const notice = await isShown(page, 'unkept');
    verdict('a browser that keeps nothing is told of', notice ? page.noise : ['no word']);
    await context.close();
}

// Escape is the harmless answer.
async function checkEscape(context) {
    const page = await open(context, 'entry.html');
    await page.keyboard.press('Enter');
    await type(page, '1', '1');
    await take(page);
    await tabTo(page, 'finish');
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    await (await download).delete();
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    const kept = (await stored(page)).includes('records');
    verdict('Escape deletes nothing', kept ? [] : ['deleted']);
    await page.evaluate(() => localStorage.clear());
    await page.close();
}

async function checkContacts(context) {
    const page = await open(context, 'contacts.html');
    await type(page, '1', '1', '1 2', 'Ada Probe', 'ada@example.org');
    const during = await stored(page);
    await take(page);
    await type(page, '1', '2');
    const hidden = await isShown(page, 'q-reach');
    await take(page);
    const after = await stored(page);
    verdict('contact data are in no storage', [during, after].filter((text) => text !== '[{},{},"",0]'));
    verdict('without consent no contact data are asked for', hidden ? ['asked for'] : []);
    await audit(page, 'contact data');
    await tabTo(page, 'save');
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    await (await download).saveAs(resolve(folder, 'contacts.csv'));
    verdict('contact data: nothing is requested', page.noise);
    await page.close();
}

const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const context = await browser.newContext({ viewport: { width: 1300, height: 900 }, acceptDownloads: true });
await checkRefusals(context);
await checkTyping(context);
await checkWithoutStorage(browser);
await checkEscape(context);
await checkContacts(context);
await browser.close();
process.exit(failed > 0 ? 1 : 0);
