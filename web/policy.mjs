/**
 * The page's content security policy, in one place: the build writes it into the page and into `_headers`, `serve.mjs`
 * sends it. Nothing leaves: every list is this origin or nothing. Trusted Types: lit-html parses its own constant
 * templates; `relais-document` is parsed inert and copied by a list (handover/safe.ts); `default` lets this origin's
 * scripts start workers and refuses everything else.
 */
const directives = {
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "'self'",
  "img-src": "'self' data: blob:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "worker-src": "'self'",
  "manifest-src": "'self'",
  "frame-src": "'none'",
  "object-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "default lit-html relais-document",
};

const written = Object.entries(directives).map(([name, list]) => `${name} ${list}`).join("; ");

/** For the meta tag, where `frame-ancestors` means nothing. */
export const pagePolicy = written;

/** What a host sends with every file. */
export const headers = {
  "Content-Security-Policy": `${written}; frame-ancestors 'none'`,
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};
