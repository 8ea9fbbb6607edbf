// Opens a brief in a real browser and looks at it as a reader would: with a keyboard, on a phone, on paper.
//     node brief_in_browser.mjs BRIEF.html
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const file = process.argv[2];
if (!file || !existsSync(file)) {
  console.error(`brief_in_browser: ${file ?? "no file named"}: expected the path of a brief`);
  process.exit(1);
}
const address = pathToFileURL(resolve(file)).href;

let passed = 0;
let failed = 0;
function expect(what, holds, found = "") {
  if (holds) {
    ++passed;
  } else {
    ++failed;
    console.error(`FAILED: ${what}${found === "" ? "" : `; found ${found}`}`);
  }
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});

async function open(viewport, options = {}) {
  const context = await browser.newContext({ viewport, ...options });
  const page = await context.newPage();
  const messages = [];
  const requests = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) messages.push(message.text());
  });
  page.on("pageerror", (error) => messages.push(error.message));
  page.on("request", (request) => {
    if (request.url() !== address && !request.url().startsWith("data:")) requests.push(request.url());
  });
  await page.goto(address);
  if (options.javaScriptEnabled !== false)
    await page
      .waitForFunction(() => document.documentElement.classList.contains("charts-drawn"), undefined, { timeout: 20000 })
      .catch(() => {});
  return { context, page, messages, requests };
}

// Words that stick out of the window, or that their own box hides.
function cutOff() {
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    const style = getComputedStyle(element);
    if (style.display === "none" || style.visibility === "hidden" || element.closest(".skip, .visually-hidden, thead, script")) continue;
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const name = `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} "${(element.textContent ?? "").trim().slice(0, 40)}"`;
    if (box.left < -0.5 || box.right > innerWidth + 0.5) found.push(`${name} from ${Math.round(box.left)} to ${Math.round(box.right)}`);
    else if (style.overflowX !== "visible" && !(element instanceof SVGElement) && element.scrollWidth > element.clientWidth + 1)
      found.push(`${name} hides its end`);
  }
  // Text of charts may leave the drawing although the drawing fits.
  for (const svg of document.querySelectorAll(".chart svg")) {
    const frame = svg.getBoundingClientRect();
    for (const text of svg.querySelectorAll("text")) {
      const box = text.getBoundingClientRect();
      if (text.textContent && box.width > 0 && (box.left < frame.left - 1 || box.right > frame.right + 1))
        found.push(`chart text "${text.textContent}"`);
    }
  }
  return found;
}

for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
  for (const colorScheme of ["light", "dark"]) {
    const at = `at ${viewport.width}x${viewport.height}, ${colorScheme}`;
    const { context, page, messages, requests } = await open(viewport, { colorScheme });

    const charts = await page.evaluate(() =>
      [...document.querySelectorAll("figure")].map((figure) => ({
        title: figure.querySelector("h3")?.textContent ?? "",
        marks: figure.querySelectorAll(".chart svg .role-mark path, .chart svg .role-mark rect, .chart canvas").length,
        words: document.getElementById(figure.getAttribute("aria-describedby"))?.textContent.length ?? 0,
        width: figure.querySelector(".chart svg")?.getBoundingClientRect().width ?? 0,
      })));
    for (const chart of charts) {
      expect(`chart "${chart.title}" is drawn ${at}`, chart.marks > 0 && chart.width > 200, `${chart.marks} marks, ${chart.width} pixels wide`);
      expect(`chart "${chart.title}" has words for those who cannot see it`, chart.words > 20);
    }
    const statements = await page.locator(".statements tbody tr").count();
    expect(`there are statements ${at}`, statements > 0);
    expect(`every statement of the table is in the text ${at}`, (await page.locator(".text .ref").count()) === statements);
    if (process.env.BRIEF_CHARTS) expect(`there are ${process.env.BRIEF_CHARTS} charts`, charts.length >= Number(process.env.BRIEF_CHARTS), charts.length);

    if (process.env.BRIEF_WHAT_IF) {
      const whatIf = await page.evaluate(() => {
        const section = document.querySelector(".what-if");
        return section && {
          title: section.querySelector("h2").textContent,
          finding: section.querySelector(".finding").textContent,
          charts: section.querySelectorAll("figure .chart svg").length,
          rows: Math.max(...[...section.querySelectorAll(".chart svg")].map((svg) => svg.querySelectorAll(".role-axis-label text").length)),
          basis: section.querySelector(".basis").textContent,
        };
      });
      expect(`there is a section on ${process.env.BRIEF_WHAT_IF} ${at}`, whatIf?.title.includes(process.env.BRIEF_WHAT_IF));
      expect(`it says in a sentence who gains how much ${at}`, /gains \d+\.\d\d percent \(.* to .*\)/.test(whatIf?.finding), whatIf?.finding);
      expect(`it has charts of welfare, labels and trade ${at}`, whatIf?.charts >= 3, whatIf?.charts);
      expect(`no chart has more rows than can be read ${at}`, whatIf?.rows <= 30, whatIf?.rows);
      expect(`its sizes, assumptions and cautions are said ${at}`, /Assumption: .*Caution: .*OECD/s.test(whatIf?.basis));
    }

    // Tab through the page until the focus comes round.
    const reached = [];
    for (let i = 0; i < 20000; ++i) {
      await page.keyboard.press("Tab");
      const where = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        const box = element.getBoundingClientRect();
        return { id: element.id, ref: element.classList.contains("ref"), name: element.getAttribute("aria-label") ?? "", seen: box.width > 0 && box.height > 0,
          ring: getComputedStyle(element).outlineStyle !== "none" };
      });
      if (!where) break;
      if (where.ref) reached.push(where);
      if (reached.length === statements) break;
    }
    expect(`Tab reaches every statement ${at}`, new Set(reached.map((ref) => ref.id)).size === statements, `${reached.length} of ${statements}`);
    expect(`the focus on a statement is seen ${at}`, reached.every((ref) => ref.seen && ref.ring));
    expect(`every statement says its verdict when it has the focus ${at}`,
      reached.every((ref) => /confirmed|consistent|contradicted|no evidence/.test(ref.name)));

    let shown = 0;
    let closed = 0;
    for (const { id } of reached) {
      await page.locator(`#${id}`).focus();
      await page.keyboard.press("Enter");
      const evidence = await page.evaluate((ref) => {
        const panel = document.getElementById("panel");
        if (!panel) return "no evidence is shown";
        const link = document.getElementById(ref);
        const row = document.getElementById(`e${link.dataset.s}`);
        const box = panel.getBoundingClientRect();
        if (link.getAttribute("aria-expanded") !== "true") return "not marked as expanded";
        if (box.width < 200 || box.height < 40) return "too small to see";
        if (box.left < 0 || box.right > innerWidth) return "outside of the window";
        if (!panel.textContent.includes(row.querySelector(".why").textContent.trim().slice(0, 30))) return "another statement's evidence";
        return "";
      }, id);
      if (evidence === "") ++shown;
      else console.error(`  ${id} ${at}: ${evidence}`);
      await page.keyboard.press("Escape");
      if (await page.evaluate((ref) => !document.getElementById("panel") && document.activeElement.id === ref, id)) ++closed;
    }
    expect(`Enter shows the evidence of every statement ${at}`, shown === statements, `${shown} of ${statements}`);
    expect(`Escape closes it and gives the focus back ${at}`, closed === statements, `${closed} of ${statements}`);

    for (const state of ["closed", "open"]) {
      if (state === "open" && reached.length > 0) {
        await page.locator(`#${reached[reached.length - 1].id}`).focus();
        await page.keyboard.press("Enter");
      }
      const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(`no horizontal scrolling ${at}, evidence ${state}`, widths[0] <= widths[1], widths.join(" in "));
      const hidden = await page.evaluate(cutOff);
      expect(`nothing is cut off ${at}, evidence ${state}`, hidden.length === 0, hidden.slice(0, 5).join("; "));
    }
    expect(`the console stays silent ${at}`, messages.length === 0, messages.slice(0, 3).join(" | "));
    expect(`nothing is asked of the network ${at}`, requests.length === 0, requests.slice(0, 3).join(" "));
    await context.close();
  }
}

{
  const { context, page } = await open({ width: 794, height: 1123 });
  await page.emulateMedia({ media: "print" });
  const rows = await page.evaluate(() =>
    [...document.querySelectorAll(".statements .why")].filter((cell) => {
      const box = cell.getBoundingClientRect();
      return getComputedStyle(cell).display !== "none" && box.width > 50 && box.height > 5;
    }).length);
  const statements = await page.locator(".statements tbody tr").count();
  expect("on paper the evidence of every statement is there", rows === statements, `${rows} of ${statements}`);
  expect("on paper the page is dark on white", await page.evaluate(() => getComputedStyle(document.body).backgroundColor) === "rgb(255, 255, 255)");
  const pdf = await page.pdf({ format: "A4" });
  expect("it prints", pdf.length > 10000);
  await context.close();
}
{
  const { context, page, messages } = await open({ width: 390, height: 844 }, { javaScriptEnabled: false });
  expect("without JavaScript the text is there", (await page.locator(".text p").first().innerText()).length > 0);
  const links = await page.evaluate(() => [...document.querySelectorAll(".ref")].every((ref) => document.querySelector(ref.getAttribute("href"))));
  expect("without JavaScript every statement leads to its evidence", links);
  expect("without JavaScript the console stays silent", messages.length === 0, messages.join(" | "));
  await context.close();
}

await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
