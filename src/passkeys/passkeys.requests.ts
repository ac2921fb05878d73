import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { registerDecorator } from 'class-validator';
import { PlainText } from '../platform/http/plain-text.ts';
import { MayBeLeftOut } from '../platform/http/left-out.ts';

const TEXTS = ['id', 'rawId', 'type'] as const;
const LONG = 20_000;

const isText = (value: unknown): boolean => typeof value === 'string' && value.length > 0 && value.length <= LONG;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A browser's answer, with the parts that are read; only the signature decides whether they hold. */
function IsAnswer(...parts: readonly string[]): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'passkeyAnswer',
      target: target.constructor,
      propertyName: property as string,
      validator: {
        validate: (value: unknown) =>
          isRecord(value) &&
          TEXTS.every((name) => isText(value[name])) &&
          isRecord(value['response']) &&
          parts.every((name) => isText((value['response'] as Record<string, unknown>)[name])) &&
          isRecord(value['clientExtensionResults'] ?? {}),
        defaultMessage: () => 'Send what the browser answered, unchanged.',
      },
    });
}

export class NewPasskeyRequest {
  @ApiPropertyOptional({ maxLength: 60, description: 'What its owner calls the device.' })
  @MayBeLeftOut()
  @PlainText({ min: 0, max: 60, oneLine: true })
  name?: string;

  @ApiProperty({ type: Object, description: 'PublicKeyCredential.toJSON() of navigator.credentials.create().' })
  @IsAnswer('clientDataJSON', 'attestationObject')
  answer: RegistrationResponseJSON;
}

export class PasskeyRequest {
  @ApiProperty({ type: Object, description: 'PublicKeyCredential.toJSON() of navigator.credentials.get().' })
  @IsAnswer('clientDataJSON', 'authenticatorData', 'signature')
  answer: AuthenticationResponseJSON;
}
