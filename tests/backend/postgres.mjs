// PostgreSQL of Debian for a test: a cluster of its own in a folder of its own, on a free port of this
// machine. It never runs as root: root hands it to the user that Debian's package has for it.
import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const isRoot = process.getuid() === 0;

/** The folder of the newest PostgreSQL's programs; "" where there is none. */
export function programs() {
  const folder = "/usr/lib/postgresql";
  try {
    const newest = readdirSync(folder).sort((a, b) => Number(b) - Number(a))[0];
    return newest ? join(folder, newest, "bin") : "";
  } catch {
    return "";
  }
}

/** Starts a cluster that ends with the test; gives the addresses of fresh databases. */
export async function postgresFor(t) {
  const bin = programs();
  if (!bin) throw new Error("PostgreSQL is missing: apt-get install postgresql");
  const folder = mkdtempSync(join(tmpdir(), "stegvis-postgres-"));
  if (isRoot) {
    const { stdout } = spawnSync("id", ["-u", "postgres"], { encoding: "utf8" });
    chownSync(folder, Number(stdout), Number(stdout));
  }
  chmodSync(folder, 0o700);
  const data = join(folder, "data");
  run(bin, "initdb", "-D", data, "-U", "stegvis", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C");
  const port = await freePort();
  const settings = `-k ${folder} -p ${port} -h 127.0.0.1 -c max_connections=60 -c fsync=on`;
  const control = (...words) => run(bin, "pg_ctl", "-D", data, "-l", join(folder, "log"), ...words);
  const start = () => control("-w", "-o", settings, "start");
  const stop = (how = "fast") => control("-w", "-m", how, "stop");
  start();
  t.after(() => {
    stop("immediate");
    rmSync(folder, { recursive: true, force: true });
  });
  let count = 0;
  return {
    start,
    stop,
    database() {
      const name = `test${++count}`;
      run(bin, "createdb", "-h", "127.0.0.1", "-p", String(port), "-U", "stegvis", name);
      return `postgres://stegvis@127.0.0.1:${port}/${name}`;
    },
  };
}

function run(bin, program, ...words) {
  const command = isRoot ? ["runuser", "-u", "postgres", "--", join(bin, program)] : [join(bin, program)];
  const { status, stdout, stderr, error } = spawnSync(command[0], [...command.slice(1), ...words], {
    encoding: "utf8",
    cwd: tmpdir(),
    // The server that pg_ctl leaves behind must not hold this process's pipes.
    stdio: program === "pg_ctl" ? "ignore" : "pipe",
    timeout: 60_000,
  });
  if (status !== 0) throw new Error(`${program}: ${error ?? ""} ${stderr ?? ""} ${stdout ?? ""}`);
}

function freePort() {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => done(port));
    });
  });
}
