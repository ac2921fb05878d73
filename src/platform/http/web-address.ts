import { isURL, registerDecorator } from 'class-validator';
import { addressesBesideHandles } from '../../kernel/handles.ts';

interface WebAddressRule {
  readonly max?: number;
}

/** An http or https address. One that holds an e-mail address is refused, because it is published. */
export function WebAddress({ max = 500 }: WebAddressRule = {}): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'webAddress',
      target: target.constructor,
      propertyName: property as string,
      constraints: [max],
      validator: {
        validate: (value: unknown) => faultOf(value, max) === null,
        defaultMessage: (facts) => faultOf(facts?.value, max) ?? '',
      },
    });
}

function faultOf(value: unknown, max: number): string | null {
  const isAddress =
    typeof value === 'string' &&
    isURL(value, { protocols: ['http', 'https'], require_protocol: true, require_tld: false });
  if (!isAddress) return 'Give an address that begins with https://.';
  if (value.length > max) return `Write at most ${max} characters; this has ${value.length}.`;
  return holdsAddress(value) ? 'Leave out the e-mail address: what is published here holds none.' : null;
}

function holdsAddress(url: string): boolean {
  if (addressesBesideHandles(url).length > 0) return true;
  try {
    return addressesBesideHandles(decodeURIComponent(url)).length > 0;
  } catch {
    return false;
  }
}
