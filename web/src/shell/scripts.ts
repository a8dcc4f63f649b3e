/** Under Trusted Types only this origin's scripts may start workers; text never becomes markup or code. */
export function allowOwnScripts(): void {
  const factory = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): unknown } }).trustedTypes;
  factory?.createPolicy("default", {
    createScriptURL: (url: string) => (new URL(url, document.baseURI).origin === location.origin ? url : null),
  });
}

/** Keeps the page's files for work without a network; silent where the browser has no service workers. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  void navigator.serviceWorker.register("service-worker.js").catch(() => undefined);
}
