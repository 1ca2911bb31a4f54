// What the server is asked: the model, predictions, the live stream. The token lives in this tab alone.

let token = sessionStorage.getItem("undertone.token") ?? "";

export function useToken(text) {
  token = text;
  sessionStorage.setItem("undertone.token", text);
}

/** What the server said was wrong, in words. */
export class Refusal extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

/** A problem of RFC 9457 in words. */
export function problem({ status, title, detail }, retryAfter) {
  const stop = /[.!?]$/.test(detail) ? "" : ".";
  // Some details begin with what the title says.
  const whole = detail.toLowerCase().startsWith(title.toLowerCase()) ? title + detail.slice(title.length) : `${title}: ${detail}`;
  return new Refusal(status, `${whole}${stop}${retryAfter ? ` Try again in ${retryAfter} s.` : ""}`);
}

function refusal(status, text, retryAfter) {
  try {
    return problem({ ...JSON.parse(text), status }, retryAfter);
  } catch {
    return new Refusal(
      status, status === 0
        ? "The server cannot be reached. Check that it still runs and that you are connected, then try again."
        : `The server answered with status ${status}.`);
  }
}

function headers() {
  return token ? { Authorization: `Bearer ${token}` } : {};
}

export async function model() {
  let response;
  try {
    response = await fetch("/v1/model", { headers: headers() });
  } catch {
    throw refusal(0, "");
  }
  const text = await response.text();
  if (!response.ok) {
    throw refusal(response.status, text, response.headers.get("Retry-After"));
  }
  return JSON.parse(text);
}

/**
 * Sends a recording; progress hears the share that is sent. Returns { result, cancel }.
 * XMLHttpRequest, because fetch does not say how far an upload has come.
 */
export function predict(blob, options, progress) {
  const request = new XMLHttpRequest();
  const result = new Promise((resolve, reject) => {
    const query = new URLSearchParams({ window: options.window, hop: options.hop, tracks: "true" });
    request.open("POST", `/v1/predict?${query}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    Object.entries(headers()).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onload = () =>
      request.status === 200
        ? resolve(JSON.parse(request.responseText))
        : reject(refusal(request.status, request.responseText, request.getResponseHeader("Retry-After")));
    request.onerror = () => reject(refusal(0, ""));
    request.onabort = () => reject(new Refusal(0, "Cancelled."));
    request.send(blob);
  });
  return { result, cancel: () => request.abort() };
}

function base64url(text) {
  const bytes = new TextEncoder().encode(text);
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** A live stream; handlers hear each message by its type, and why it closed. */
export function stream(options, handlers) {
  const query = new URLSearchParams({
    rate: options.rate, encoding: "s16le", window: options.window, hop: options.hop, tracks: "true",
  });
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  const protocols = ["undertone.v1", ...(token ? [`bearer.${base64url(token)}`] : [])];
  const socket = new WebSocket(`${scheme}//${location.host}/v1/stream?${query}`, protocols);
  socket.binaryType = "arraybuffer";
  socket.onmessage = (event) => {
    const message = JSON.parse(event.data);
    handlers[message.type]?.(message);
  };
  socket.onclose = (event) => handlers.closed(event);
  return {
    send: (samples) => socket.readyState === WebSocket.OPEN && socket.send(samples.buffer),
    waitingBytes: () => socket.bufferedAmount,
    end: () => socket.readyState === WebSocket.OPEN && socket.send(JSON.stringify({ type: "end" })),
    close: () => socket.close(),
  };
}
