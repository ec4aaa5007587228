import { type Schema, Validator } from '@cfworker/json-schema';

/** A JSON schema that a client gave for a task's result. */
export type ResultSchema = Record<string, unknown>;

/** Says why a schema cannot be used, or undefined. `$ref` may point inside it only. */
export function schemaProblem(schema: ResultSchema): string | undefined {
  try {
    validatorOf(schema).validate(null);
    return undefined;
  } catch (error) {
    // Only its first line: the others are about addresses that the library made up.
    const [what = ''] = (error instanceof Error ? error.message : String(error)).split(/\n|\s+Absolute URI/);
    return what;
  }
}

/** The first place where data does not fit, as `#/items/0/price: …`, or undefined when all of it fits. */
export function misfit(schema: ResultSchema, data: unknown): string | undefined {
  if (data === undefined) return '#: there is none';
  const { valid, errors } = validatorOf(schema).validate(data);
  if (valid) return undefined;
  // The outermost errors come first and only say that something inside is wrong.
  const { instanceLocation = '#', error = 'does not fit' } = errors.at(-1) ?? {};
  return `${instanceLocation}: ${error}`;
}

/** Not Ajv: it makes functions of text, which the extension's content security policy forbids. */
function validatorOf(schema: ResultSchema): Validator {
  return new Validator(schema as Schema, '2020-12');
}
