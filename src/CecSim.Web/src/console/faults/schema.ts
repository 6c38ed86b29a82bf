// The form to arm a fault is made of the schema of scenario files: what it does not know, nobody can choose.

/** The items of `faults` in scenario.schema.json, which the build puts here. */
declare const FAULT_SCHEMA: FaultSchema

interface FaultSchema {
  properties: {
    at: { enum: string[] }
    when: { properties: Record<string, { description: string, type?: string | string[] }> }
    inject: { anyOf: InjectSchema[] }
  }
}

interface InjectSchema {
  description?: string
  const?: string
  properties?: Record<string, { description?: string }>
}

export interface Choice {
  name: string
  about: string
  /** Whether it has a value, such as the status of `{ status: 503 }`; a word alone has none. */
  hasValue: boolean
}

export const places: readonly string[] = FAULT_SCHEMA.properties.at.enum

export const whens: readonly string[] = Object.keys(FAULT_SCHEMA.properties.when.properties)

export const choices: readonly Choice[] = FAULT_SCHEMA.properties.inject.anyOf.flatMap((inject): Choice[] =>
  inject.const === undefined
    ? Object.entries(inject.properties ?? {}).map(([name, { description }]) => (
      { name, about: description ?? '', hasValue: true }))
    : [{ name: inject.const, about: inject.description ?? '', hasValue: false }])
  .sort((a, b) => a.name.localeCompare(b.name))

/** A number or JSON as that, and anything else as text: what a person writes in YAML. */
export function valueOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
