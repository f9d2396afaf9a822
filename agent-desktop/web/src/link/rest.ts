/** What the API says is wrong, in the reader's language (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly fields: { field: string; message: string }[];

  constructor(status: number, code: string, detail: string, fields: { field: string; message: string }[] = []) {
    super(detail);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.fields = fields;
  }
}

interface Details { code?: string; title?: string; detail?: string; fields?: { field: string; message: string }[] | null }

export interface RestPlace {
  token(): string | null;
  language(): string;
  /** The token is not taken any more. */
  refused(): void;
  fetch?: typeof fetch;
}

export type Query = Record<string, string | number | boolean | undefined>;

const WITHIN_MS = 20_000;

/** The REST API over fetch: JSON in and out, problems as {@link Problem}; `offline` where there is no answer at all. */
export class Rest {
  private readonly place: RestPlace;

  constructor(place: RestPlace) {
    this.place = place;
  }

  get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
    return this.ask<T>('GET', withQuery(path, query), undefined, signal);
  }

  post<T>(path: string, body?: unknown): Promise<T> {
    return this.ask<T>('POST', path, body);
  }

  /** {@code version}: the one that was read; what others changed meanwhile in the same fields is not overwritten. */
  patch<T>(path: string, body: unknown, version?: number): Promise<T> {
    return this.ask<T>('PATCH', path, body, undefined, version === undefined ? {} : { 'If-Match': `"${version}"` });
  }

  delete<T>(path: string): Promise<T> {
    return this.ask<T>('DELETE', path);
  }

  /** A file as it is: a recording, an export. */
  async blob(path: string): Promise<Blob> {
    return (await this.send('GET', path, {})).blob();
  }

  async upload<T>(path: string, contentType: string, body: Blob | string): Promise<T> {
    const response = await this.send('POST', path, { headers: { 'Content-Type': contentType }, body });
    return (await response.json()) as T;
  }

  private async ask<T>(method: string, path: string, body?: unknown, signal?: AbortSignal, more: Record<string, string> = {}): Promise<T> {
    const init: RequestInit = body === undefined ? {} : { headers: { ...more, 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
    const response = await this.send(method, path, init, signal);
    const text = await response.text();
    return (text === '' ? {} : JSON.parse(text)) as T;
  }

  private async send(method: string, path: string, init: RequestInit, signal?: AbortSignal): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('Accept-Language', this.place.language());
    const token = this.place.token();
    if (token !== null) {
      headers.set('Authorization', `Bearer ${token}`);
    }
    const late = AbortSignal.timeout(WITHIN_MS);
    const both = signal ? AbortSignal.any([signal, late]) : late;
    let response: Response;
    try {
      response = await (this.place.fetch ?? fetch)(path, { ...init, method, headers, signal: both });
    } catch (why) {
      if (signal?.aborted) {
        throw why;
      }
      throw new Problem(0, 'offline', '');
    }
    if (response.ok) {
      return response;
    }
    throw await this.problem(response);
  }

  private async problem(response: Response): Promise<Problem> {
    const details = (await response.json().catch(() => ({}))) as Details;
    const code = details.code ?? `http_${response.status}`;
    if (response.status === 401 && code !== 'wrong_credentials') {
      this.place.refused();
    }
    return new Problem(response.status, code, details.detail ?? details.title ?? response.statusText, details.fields ?? []);
  }
}

export function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) {
      search.set(name, String(value));
    }
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}
