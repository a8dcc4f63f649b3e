import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { headers, pagePolicy } from "./policy.mjs";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Writes the policy into the built page and, for hosts that read it, into `_headers`. */
function securityPolicy(): Plugin {
  return {
    name: "relais-security-policy",
    apply: "build",
    transformIndexHtml: () => [
      { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: pagePolicy }, injectTo: "head-prepend" },
    ],
    generateBundle() {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
      this.emitFile({ type: "asset", fileName: "_headers", source: `/*\n${lines.join("\n")}\n` });
    },
  };
}

export default defineConfig({
  root: here("."),
  base: "./",
  resolve: { alias: [{ find: /^relais\/(.*)$/, replacement: `${here("../build/npm")}/$1.js` }] },
  build: {
    outDir: here("../build/web"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: "es" },
  server: { fs: { allow: [here("..")] } },
  plugins: [
    securityPolicy(),
    VitePWA({
      injectRegister: false,
      registerType: "prompt",
      filename: "service-worker.js",
      manifest: {
        name: "Relais",
        short_name: "Relais",
        description: "Le bureau d’une assistante, dans un onglet. The desk of an assistant, in one tab.",
        lang: "fr",
        display: "standalone",
        background_color: "#f6f5f1",
        theme_color: "#15625c",
        icons: [
          { src: "icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
          { src: "icon-maskable.svg", sizes: "any", type: "image/svg+xml", purpose: "maskable" },
        ],
      },
      workbox: {
        inlineWorkboxRuntime: true,
        sourcemap: false,
        maximumFileSizeToCacheInBytes: 8 << 20, // the module is above the default of 2 MiB
        globPatterns: ["**/*.{js,css,html,svg,wasm,webmanifest}"],
        navigateFallback: "index.html",
        cleanupOutdatedCaches: true,
      },
    }),
  ],
});
