import type { CustomerCard } from '../protocol/protocol';
import type { Customer } from './customers';

/** A record at a glance, before the server has told what else is known of him. */
export function cardOf(customer: Customer): CustomerCard {
  const { id, name, company, language, value_class, notes, preferences, consent, do_not_call, numbers } = customer;
  return { id, name, company, language, value_class, notes, preferences, consent, do_not_call, number: numbers[0] ?? '', open_cases: [], open_tasks: [], last_contacts: [], link: '' };
}
