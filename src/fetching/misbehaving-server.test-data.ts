import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { CERTIFICATE, CERTIFICATE_KEY } from "./certificate.test-data.ts";

export type Behaviour = (request: IncomingMessage, answer: ServerResponse) => void;

/** A server on a free port of this machine that behaves at each path as a test says, and remembers what it was asked. */
export class MisbehavingServer {
  readonly asked: string[] = [];
  private readonly scheme: "http" | "https";
  private readonly server: Server;
  private readonly behaviours = new Map<string, Behaviour>();
  private readonly sockets = new Set<Socket>();

  private constructor(scheme: "http" | "https") {
    this.scheme = scheme;
    const answerAll: RequestListener = (request, answer) => {
      const path = request.url ?? "";
      this.asked.push(path);
      const behaviour = this.behaviours.get(path);
      if (behaviour) behaviour(request, answer);
      else answer.writeHead(404).end();
    };
    this.server =
      scheme === "https"
        ? createSecureServer({ cert: CERTIFICATE, key: CERTIFICATE_KEY }, answerAll)
        : createServer(answerAll);
    this.server.on("connection", (socket: Socket) => {
      this.sockets.add(socket);
      socket.on("close", () => this.sockets.delete(socket));
      // A client that goes away in the middle is what these tests are about.
      socket.on("error", () => undefined);
    });
  }

  static async start(scheme: "http" | "https" = "http"): Promise<MisbehavingServer> {
    const own = new MisbehavingServer(scheme);
    await new Promise<void>((resolve) => own.server.listen(0, "127.0.0.1", resolve));
    return own;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  url(path: string): string {
    // The certificate is for a name.
    return `${this.scheme}://${this.scheme === "https" ? "localhost" : "127.0.0.1"}:${this.port}${path}`;
  }

  at(path: string, behaviour: Behaviour): string {
    this.behaviours.set(path, behaviour);
    return this.url(path);
  }

  answers(path: string, body: string | Uint8Array, headers: Record<string, string> = {}, status = 200): string {
    return this.at(path, (_request, answer) => answer.writeHead(status, headers).end(body));
  }

  /** Bytes as they are, past all that a server of HTTP would put right. */
  sendsRaw(path: string, bytes: string, then: "close" | "reset" | "wait"): string {
    return this.at(path, (_request, answer) => {
      const { socket } = answer;
      socket?.write(bytes, () => {
        if (then === "close") socket.end();
        if (then === "reset") socket.resetAndDestroy();
      });
    });
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
