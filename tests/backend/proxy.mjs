// A line between client and server that breaks: it waits, or is cut before a request gets through, after it
// got through and before the answer, or in the midst of the answer; or a server in front of it says 500 or
// 429.
import { connect, createServer } from "node:net";

/** @typedef {"none" | "delay" | "cut-before" | "cut-after" | "cut-within" | "says-500" | "says-429"} Fault */
export const faults = /** @type {Fault[]} */ ([
  "delay",
  "cut-before",
  "cut-after",
  "cut-within",
  "says-500",
  "says-429",
]);

const said = (status, code) => {
  const body = JSON.stringify({ code, detail: "a fault of the test" });
  return (
    `HTTP/1.1 ${status} Fault\r\ncontent-type: application/problem+json\r\nconnection: close\r\n` +
    `content-length: ${body.length}\r\n\r\n${body}`
  );
};

/**
 * @param {import("node:test").TestContext} t
 * @param {() => number} port of the server, which may be another after a while
 * @param {() => Fault} next fault, asked for at each request
 */
export async function proxyFor(t, port, next) {
  const sockets = new Set();
  const server = createServer((client) => {
    sockets.add(client);
    const upstream = connect(port(), "127.0.0.1");
    let fault = /** @type {Fault} */ ("none");
    const end = () => {
      sockets.delete(client);
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      socket.on("error", end);
      socket.on("close", end);
    }
    client.on("data", (data) => {
      if (/^(GET|POST) /.test(data.toString("latin1", 0, 5))) fault = next();
      if (fault === "cut-before") return end();
      if (fault === "says-500") return client.end(said(500, "internal"));
      if (fault === "says-429") return client.end(said(429, "too-many-requests"));
      if (fault !== "delay") return upstream.write(data);
      setTimeout(() => upstream.writable && upstream.write(data), 50);
    });
    upstream.on("data", (data) => {
      if (fault === "cut-after") return end();
      if (fault !== "cut-within") return client.write(data);
      client.write(data.subarray(0, data.length >> 1), end);
    });
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;
}
