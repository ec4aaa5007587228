import type { Tool } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';

/** The part of JSON Schema that is looked at here. */
interface Node {
  type?: unknown;
  anyOf?: Node[];
  prefixItems?: unknown[];
  items?: unknown;
  minItems?: number;
  maxItems?: number;
  description?: unknown;
}

/**
 * A zod object as the schema of a tool, in words that all clients take: a field that may be left out is not also
 * `null`, and a tuple is an array of fixed length, because some hosts of models refuse both forms. The check of what
 * comes in is zod's and stays as wide as it was.
 */
export function toolSchema(schema: z.ZodType, io: 'input' | 'output'): Tool['inputSchema'] {
  const made = z.toJSONSchema(schema, { io, override: ({ jsonSchema }) => simplify(jsonSchema as Node) });
  const { $schema: _, ...rest } = made;
  return { ...rest, type: 'object' } as Tool['inputSchema'];
}

function simplify(node: Node): void {
  const [first, second, ...more] = node.anyOf ?? [];
  if (first && second?.type === 'null' && more.length === 0) {
    delete node.anyOf;
    Object.assign(node, { ...first, ...node });
  }
  const tuple = node.prefixItems;
  if (tuple) {
    delete node.prefixItems;
    Object.assign(node, { items: tuple[0], minItems: tuple.length, maxItems: tuple.length });
  }
}

/**
 * Checks the arguments of a call. Throws an Error that names the field: nothing was done then, and a model can correct
 * itself.
 */
export function readArguments<T>(tool: string, schema: z.ZodType<T>, args: unknown): T {
  const parsed = schema.safeParse(args ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.map(String).join('.') || 'input';
  throw new Error(
    `invalid input for ${tool}: ${field}: ${issue?.message ?? 'not as declared'}. Nothing was done; call it again with the input corrected.`,
  );
}
