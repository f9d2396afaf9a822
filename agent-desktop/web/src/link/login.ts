import type { Rest } from './rest';
import type { Role, Session } from './session';

export interface Credentials { tenant: string; user: string; password: string }

interface LoggedIn { token: string; expires_in_s: number; tenant: string; user: string; role: Role }

/** User and password in, session out; a Problem when they are wrong. */
export async function logIn(rest: Rest, { tenant, user, password }: Credentials, nowMs: number): Promise<Session> {
  const body = { user: user.trim().toLowerCase(), password, ...(tenant.trim() === '' ? {} : { tenant: tenant.trim().toLowerCase() }) };
  const answer = await rest.post<LoggedIn>('/api/login', body);
  return { token: answer.token, tenant: answer.tenant, user: answer.user, role: answer.role, untilMs: nowMs + answer.expires_in_s * 1000 };
}
