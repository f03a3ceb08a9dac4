// Programs that tests start. None outlives them; each takes a free port or number by itself, so that no two
// can want the same.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";

export function start(command, args, options) {
  const program = spawn(command, args, options);
  process.once("exit", () => program.kill());
  const ended = new Promise((resolve) => {
    program.once("error", ({ message }) => resolve(message));
    program.once("exit", (status, signal) => resolve(`${command} ended with ${status ?? signal}`));
  });
  return Object.assign(program, { ended });
}

/** Within half a minute, unless the program ends before. */
async function soon(program, waited, said = () => "") {
  let late;
  const reason = await Promise.race([
    waited.then((found) => ({ found })),
    program.ended,
    new Promise((resolve) => {
      late = setTimeout(resolve, 30000, `${program.spawnfile} did not start in time`);
    }),
  ]);
  clearTimeout(late);
  if (typeof reason === "string") throw new Error(`${reason}\n${said()}`);
  return reason.found;
}

/** What a program prints that matches. */
export function printed(program, stream, pattern) {
  let said = "";
  return soon(
    program,
    new Promise((resolve) =>
      stream.on("data", (data) => {
        said += data;
        const found = pattern.exec(said);
        if (found) resolve(found[1]);
      }),
    ),
    () => said,
  );
}

/** The port that a program listens on, of one that doesn't say. */
export function listening(program) {
  const look = (resolve) => {
    const port = portOf(program.pid);
    if (port) resolve(port);
    else if (program.exitCode === null) setTimeout(look, 50, resolve);
  };
  return soon(program, new Promise(look));
}

function portOf(pid) {
  try {
    const sockets = readdirSync(`/proc/${pid}/fd`).map(
      (fd) => /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1],
    );
    for (const line of readFileSync(`/proc/${pid}/net/tcp`, "utf8").split("\n")) {
      const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
      if (state === "0A" && sockets.includes(inode)) return parseInt(local.split(":")[1], 16);
    }
  } catch {
    // It ended, or closed one of its files meanwhile.
  }
  return undefined;
}
