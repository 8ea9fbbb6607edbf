// What the page does beyond showing itself: evidence opens at its statement, and charts are drawn.
(() => {
  "use strict";
  document.documentElement.classList.add("js");

  const refs = [...document.querySelectorAll(".ref")];
  const pieces = [...document.querySelectorAll(".text .said")];
  const wide = window.matchMedia("(min-width: 68rem)");
  let open = null; // the link whose evidence is shown
  let panel = null;

  const numbers = (element) => element.dataset.s.split(" ");

  function element(tag, className, text) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function close(restoreFocus) {
    if (!open) return;
    const closed = open;
    const held = panel.contains(document.activeElement);
    panel.remove();
    closed.setAttribute("aria-expanded", "false");
    closed.removeAttribute("aria-controls");
    for (const piece of pieces) piece.classList.remove("active");
    document.querySelector(".text").style.minHeight = "";
    open = panel = null;
    if (restoreFocus || held) closed.focus();
  }

  // In the margin the evidence stands at the height of its statement, but never reaches below the text.
  function place() {
    if (!panel) return;
    panel.style.removeProperty("--top");
    const text = document.querySelector(".text");
    text.style.minHeight = "";
    if (!wide.matches) return;
    const paragraph = panel.parentElement.getBoundingClientRect();
    const section = text.getBoundingClientRect();
    const height = panel.getBoundingClientRect().height;
    const first = pieces.find((piece) => piece.classList.contains("active")) || open;
    let top = first.getClientRects()[0].top;
    top = Math.max(section.top, Math.min(top, section.bottom - height));
    panel.style.setProperty("--top", `${top - paragraph.top}px`);
    if (height > section.height) text.style.minHeight = `${height}px`;
  }

  function show(ref) {
    close(false);
    const number = ref.dataset.s;
    const row = document.getElementById(`e${number}`);
    panel = element("section", `panel ${row.className}`);
    panel.id = "panel";
    panel.setAttribute("aria-label", `Evidence for statement ${number}`);
    panel.setAttribute("aria-live", "polite");
    const top = element("div", "top");
    const verdict = row.querySelector(".badge").cloneNode(true);
    verdict.prepend(`${number} `);
    const button = element("button", "close", "Close");
    button.type = "button";
    button.addEventListener("click", () => close(true));
    top.append(verdict, button);
    panel.append(top, row.querySelector(".words").cloneNode(true));
    for (const part of row.querySelector(".why").children) panel.append(part.cloneNode(true));

    open = ref;
    ref.setAttribute("aria-expanded", "true");
    ref.setAttribute("aria-controls", "panel");
    for (const piece of pieces) piece.classList.toggle("active", numbers(piece).includes(number));
    ref.closest(".paragraph").append(panel);
    place();
  }

  for (const ref of refs) {
    ref.setAttribute("role", "button");
    ref.setAttribute("aria-expanded", "false");
    ref.addEventListener("click", (event) => {
      event.preventDefault();
      if (open === ref) close(false);
      else show(ref);
    });
    ref.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      ref.click();
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(true);
  });
  for (const piece of pieces) {
    piece.addEventListener("click", (event) => {
      // Marking words to copy them is no wish to see evidence.
      if (!window.getSelection().isCollapsed) return;
      event.stopPropagation();
      const ref = document.getElementById(`s${numbers(piece)[0]}`);
      if (ref) ref.click();
    });
  }
  window.addEventListener("resize", place);

  // Text and axes take the page's ink, so that dark mode and print need no second drawing.
  const ink = {
    axis: { labelColor: "currentColor", titleColor: "currentColor", domainColor: "currentColor", domainOpacity: 0.4, gridColor: "currentColor", gridOpacity: 0.14 },
    text: { fill: "currentColor" },
    legend: { labelColor: "currentColor", titleColor: "currentColor" },
    rule: { color: "currentColor" },
  };
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const drawings = [...document.querySelectorAll("script.specification")].map((script) => {
    const specification = JSON.parse(script.textContent);
    const figure = script.closest("figure");
    delete specification.title; // the page shows it as a heading
    specification.config.axis = { ...specification.config.axis, ...ink.axis };
    specification.config.text = { ...specification.config.text, ...ink.text };
    specification.config.legend = { ...specification.config.legend, ...ink.legend };
    specification.config.rule = { ...specification.config.rule, ...ink.rule };
    return window
      .vegaEmbed(figure.querySelector(".chart"), specification, { actions: false, ast: true, renderer: "svg", defaultStyle: false, hover: !still })
      .then(() => figure.classList.add("drawn"));
  });
  Promise.all(drawings).then(
    () => document.documentElement.classList.add("charts-drawn"),
    (error) => console.error(error),
  );

  window.addEventListener("beforeprint", () => {
    close(false);
    for (const details of document.querySelectorAll(".sources details")) details.open = true;
  });
})();
