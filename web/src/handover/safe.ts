/**
 * The core's HTML of a document as nodes of this page: parsed without running or fetching anything, then copied
 * element by element from a list of those that a document may have. Nothing else comes through: no script, style,
 * link, form, image or handler.
 */
const elements = new Set([
  "article", "section", "header", "footer", "main", "div", "span", "h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "dl", "dt", "dd",
  "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "strong", "em", "b", "i", "small", "time", "code",
  "blockquote", "br", "hr", "abbr", "mark", "bdi", "figure", "figcaption",
]);
const attributes = new Set(["class", "lang", "dir", "scope", "datetime", "colspan", "rowspan", "title", "start"]);

type Policy = { createHTML(text: string): string };
let policy: Policy | undefined;

function parsed(html: string): Document {
  const factory = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): Policy } }).trustedTypes;
  policy ??= factory?.createPolicy("relais-document", { createHTML: (text: string) => text }) ?? { createHTML: (text) => text };
  return new DOMParser().parseFromString(policy.createHTML(html), "text/html");
}

/** Nodes of what the document's body holds; its own style is for the saved file, the page has another. */
export function documentNodes(html: string): DocumentFragment {
  const made = document.createDocumentFragment();
  copyChildren(parsed(html.replace(/<style\b[^]*?<\/style>/gi, "")).body, made);
  return made;
}

function copyChildren(from: Node, to: Node): void {
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) to.appendChild(document.createTextNode(child.nodeValue ?? ""));
    else if (child instanceof Element || child.nodeType === Node.ELEMENT_NODE) copyElement(child as Element, to);
  }
}

function copyElement(from: Element, to: Node): void {
  const name = from.localName;
  if (from.namespaceURI !== "http://www.w3.org/1999/xhtml" || !elements.has(name)) {
    if (name !== "script" && name !== "style" && name !== "template" && from.namespaceURI === "http://www.w3.org/1999/xhtml") copyChildren(from, to);
    return;
  }
  // One main content and one title a page.
  const copy = document.createElement(name === "main" ? "div" : name);
  for (const { name: attribute, value } of from.attributes) if (attributes.has(attribute)) copy.setAttribute(attribute, value);
  copyChildren(from, copy);
  to.appendChild(copy);
}
