import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

/** The requests that this process has made and not seen the end of. */
export interface RequestWatch {
  /** How many will be answered. */
  readonly underWay: number;
  /** How many never will: the embedded organization says so with `102 Processing`. */
  readonly unanswered: number;
}

/** Watches the requests of node:http, and of fetch. */
export function watchRequests(changed: () => void): RequestWatch {
  const underWay = new Set<unknown>();
  const unanswered = new Set<unknown>();
  const requestOf = (message: unknown) => (message as { request: unknown }).request;
  subscribe('undici:request:create', (message) => void underWay.add(requestOf(message)));
  subscribe('http.client.request.start', (message) => {
    const request = requestOf(message) as ClientRequest;
    underWay.add(request);
    request.on('information', ({ statusCode }) => {
      if (statusCode !== 102 || !underWay.delete(request)) return;
      unanswered.add(request);
      changed();
    });
  });
  const ends = ['http.client.response.finish', 'http.client.request.error'];
  for (const end of [...ends, 'undici:request:trailers', 'undici:request:error']) {
    subscribe(end, (message) => {
      underWay.delete(requestOf(message));
      unanswered.delete(requestOf(message));
      changed();
    });
  }
  return {
    get underWay() {
      return underWay.size;
    },
    get unanswered() {
      return unanswered.size;
    },
  };
}
