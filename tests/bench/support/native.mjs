/** The native command, asked over its batch stream. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const command = process.env.RELAIS ?? fileURLToPath(new URL("../../../build/release/relais", import.meta.url));

/** The results of several operations, `[{op, params}]`, in order; an error of one of them is thrown. */
export function ask(lines) {
  const input = lines.map(({ op, params }, i) => JSON.stringify({ id: String(i), op, params })).join("\n") + "\n";
  const { stdout, status, stderr } = spawnSync(command, ["batch"], { input, encoding: "utf8", maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(`relais batch: ${stderr}`);
  return stdout.trimEnd().split("\n").map((line) => {
    const { result, error } = JSON.parse(line);
    if (error) throw new Error(JSON.stringify(error));
    return result;
  });
}

export const askOne = (op, params) => ask([{ op, params }])[0];
