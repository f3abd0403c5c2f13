/** The part of JSON Schema that is made from our schemas. */
export type JsonSchema = {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  /** How a string or null is written. */
  readonly anyOf?: readonly JsonSchema[]
  readonly minLength?: number
  readonly maxLength?: number
}

/** The schema of the value at a path; undefined for a value that no schema names. */
export function schemaAt(schema: JsonSchema, path: readonly PropertyKey[]): JsonSchema | undefined {
  let at: JsonSchema | undefined = schema
  for (const step of path) at = typeof step === 'number' ? itemsOf(at) : propertiesOf(at)[String(step)]
  return at
}

/** The fields an object may have; of one of several kinds, the fields of all of them. */
export function propertiesOf(schema: JsonSchema | undefined): Readonly<Record<string, JsonSchema>> {
  return Object.assign({}, schema?.properties, ...(schema?.anyOf ?? []).map(propertiesOf))
}

function itemsOf(schema: JsonSchema | undefined): JsonSchema | undefined {
  return schema?.items ?? schema?.anyOf?.map(itemsOf).find((items) => items !== undefined)
}

/** Whether the value at a path must be there. */
export function isRequired(schema: JsonSchema, path: readonly PropertyKey[]): boolean {
  const last = path.at(-1)
  if (last === undefined || typeof last === 'number') return true
  return schemaAt(schema, path.slice(0, -1))?.required?.includes(String(last)) ?? false
}

/** What a value must be, in words: `a string of 1 to 200 characters`. */
export function inWords(schema: JsonSchema): string {
  if (schema.const !== undefined) return String(schema.const)
  if (schema.enum !== undefined) return valuesInWords(schema.enum)
  if (schema.anyOf !== undefined) {
    const separator = schema.anyOf.some(({ required }) => required !== undefined) ? ', or ' : ' or '
    return schema.anyOf.map((one) => `${inWords(one)}${fieldsInWords(one)}`).join(separator)
  }
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])
  return types.map((type) => typeInWords(type, schema)).join(' or ') || 'there'
}

/** A text needs no quotes here, but a number has to be told from one. */
function valuesInWords(values: readonly unknown[]): string {
  const areNumbers = values.every((value) => typeof value === 'number')
  if (values.length === 1) return `${areNumbers ? 'the number ' : ''}${values[0]}`
  if (!areNumbers) return `one of ${values.join(', ')}`
  return values.length === 2 ? `the number ${values.join(' or ')}` : `one of the numbers ${values.join(', ')}`
}

/** Whether a number, true or false is what the schema asks for. */
export function takes(schema: JsonSchema, value: number | boolean): boolean {
  const { anyOf, enum: values, const: only, type } = schema
  if (only !== undefined) return only === value
  if (values !== undefined) return values.includes(value)
  if (anyOf !== undefined) return anyOf.some((one) => takes(one, value))
  const kinds = typeof value === 'boolean' ? ['boolean'] : Number.isInteger(value) ? ['number', 'integer'] : ['number']
  return kinds.some((kind) => type === kind || (Array.isArray(type) && type.includes(kind)))
}

function typeInWords(type: string, schema: JsonSchema): string {
  switch (type) {
    case 'string':
      return `a string${lengthInWords(schema)}`
    case 'integer':
      return 'a whole number'
    case 'number':
      return 'a number'
    case 'boolean':
      return 'true or false'
    case 'array':
      return 'a list'
    case 'object':
      return 'an object'
    default:
      return type
  }
}

function fieldsInWords({ required = [] }: JsonSchema): string {
  return required.length === 0 ? '' : ` with ${required.join(' and ')}`
}

function lengthInWords({ minLength, maxLength }: JsonSchema): string {
  if (maxLength === undefined) return ''
  return minLength === undefined ? ` of at most ${maxLength} characters` : ` of ${minLength} to ${maxLength} characters`
}
