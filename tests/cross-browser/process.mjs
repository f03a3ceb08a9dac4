// Programs that tests start. They end with the tests; each chooses a free port or display by itself, so
// that no two collide.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";

export function start(command, args, options) {
  const program = spawn(command, args, options);
  const end = () => program.kill();
  process.once("exit", end);
  const ended = new Promise((resolve) => {
    program.once("error", ({ message }) => resolve(message));
    program.once("exit", (status, signal) => resolve(`${command} ended with ${status ?? signal}`));
  });
  void ended.then(() => process.off("exit", end));
  return Object.assign(program, { ended });
}

/** Waits half a minute for a program to be ready; throws if it ends before. */
async function startedWithin(program, ready, output = () => "") {
  let late;
  const reason = await Promise.race([
    ready.then((found) => ({ found })),
    program.ended,
    new Promise((resolve) => {
      late = setTimeout(resolve, 30000, `${program.spawnfile} did not start in time`);
    }),
  ]);
  clearTimeout(late);
  if (typeof reason === "string") throw new Error(`${reason}\n${output()}`);
  return reason.found;
}

/** Waits until a program prints a match, and returns its first group. */
export function printed(program, stream, pattern) {
  let output = "";
  return startedWithin(
    program,
    new Promise((resolve) =>
      stream.on("data", (data) => {
        output += data;
        const found = pattern.exec(output);
        if (found) resolve(found[1]);
      }),
    ),
    () => output,
  );
}

/** The port that a program listens on, read from the system. */
export function listening(program) {
  const look = (resolve) => {
    const port = portOf(program.pid);
    if (port) resolve(port);
    else if (program.exitCode === null) setTimeout(look, 50, resolve);
  };
  return startedWithin(program, new Promise(look));
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
    // The program ended, or closed a file.
  }
  return undefined;
}

/**
 * Kills a process that the tests started and all that it started, but never the test itself; of those, only
 * `named` where it is set.
 */
export function killAll(pid, named) {
  const parents = new Map();
  for (const id of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      // The name, in brackets, may hold spaces.
      const [, parent] = /\) \S (\d+) /.exec(readFileSync(`/proc/${id}/stat`, "utf8"));
      parents.set(Number(id), Number(parent));
    } catch {
      // It ended meanwhile.
    }
  }
  const below = (id) => id === pid || (parents.has(id) && below(parents.get(id)));
  for (const id of [...parents.keys()].filter((id) => id !== process.pid && below(id))) {
    try {
      if (!named || named.test(readFileSync(`/proc/${id}/cmdline`, "utf8"))) process.kill(id, "SIGKILL");
    } catch {
      // It ended meanwhile.
    }
  }
}
