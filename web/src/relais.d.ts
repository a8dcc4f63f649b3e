/** The module's worker, as `build/npm` provides it; `core.ts` gives its operations their types. */
declare module "relais/worker" {
  export function connect(options?: object): Promise<unknown>;
}
