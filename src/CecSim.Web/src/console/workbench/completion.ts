// What a scenario may have at a place of its text, by its schema.

export interface Schema {
  description?: string
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, Schema>
  additionalProperties?: boolean | Schema
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  $defs?: Record<string, Schema>
}

export interface Offer {
  /** What is put there. */
  text: string
  about: string
  isKey: boolean
}

/** Where in a text one is: through which keys one comes there, and whether a key or a value is to come. */
export interface Place {
  /** Names of keys, and [] for a member of a list. */
  path: readonly string[]
  isValue: boolean
}

export function offersAt(schema: Schema, lines: readonly string[], line: number, column: number): Offer[] {
  const place = placeAt(lines, line, column)
  const found = place.path.reduce<Schema[]>(
    (schemas, part) => schemas.flatMap((s) => part === '[]' ? itemsOf(s) : valuesOf(s, part))
      .flatMap((s) => plain(s, schema)),
    plain(schema, schema))
  const offers = [
    ...found.flatMap(wordsOf),
    ...place.isValue ? [] : found.flatMap((s) => Object.entries(s.properties ?? {}).map(([text, of]) => ({
      text, about: of.description ?? plain(of, schema).find((p) => p.description)?.description ?? '', isKey: true,
    }))),
  ]
  return offers.filter((o, i) => offers.findIndex((p) => p.text === o.text && p.isKey === o.isKey) === i)
}

export function placeAt(lines: readonly string[], line: number, column: number): Place {
  const before = (lines[line] ?? '').slice(0, column)
  const { dashes, key, rest, at } = parted(before)
  const inner = key === undefined ? flowPlace(rest) : flowPlace(before.slice(before.indexOf(':', at) + 1))
  const own = [...dashes.map(() => '[]'), ...(key === undefined ? [] : [key])]
  const outer = parentsOf(lines, line, dashes[0] ?? at, dashes.length > 0)
  return {
    path: [...outer, ...own, ...inner.path],
    isValue: inner.isIn ? inner.isValue : key !== undefined,
  }
}

interface Parts {
  /** Columns of the dashes at its beginning. */
  dashes: number[]
  /** The key that the line gives a value to. */
  key: string | undefined
  /** What comes after the dashes. */
  rest: string
  /** The column of that. */
  at: number
}

function parted(line: string): Parts {
  const dashes: number[] = []
  let at = /^ */.exec(line)![0].length
  for (let dash = /^- +|^-$/.exec(line.slice(at)); dash; dash = /^- +|^-$/.exec(line.slice(at))) {
    dashes.push(at)
    at += dash[0].length
  }

  const rest = line.slice(at)
  const key = /^(["']?)([\w-]+)\1\s*:(?:\s|$)/.exec(rest)?.[2]
  return { dashes, key, rest, at }
}

// Up through what is less indented. A list may stand in the column of its own key.
function parentsOf(lines: readonly string[], line: number, column: number, isItem: boolean): string[] {
  const path: string[] = []
  let [keysBelow, dashesBelow] = [isItem ? column + 1 : column, column]
  for (let i = line - 1; i >= 0 && keysBelow > 0; i--) {
    const text = lines[i]!
    if (/^\s*(#|$)/.test(text)) {
      continue
    }

    const { dashes, key, at } = parted(text)
    if (at < keysBelow && key !== undefined) {
      path.unshift(key)
      ;[keysBelow, dashesBelow] = [at, at]
    }

    for (const dash of [...dashes].reverse()) {
      if (dash < dashesBelow) {
        path.unshift('[]')
        ;[keysBelow, dashesBelow] = [dash + 1, dash]
      }
    }
  }

  return path
}

// Within { } and [ ] of one line.
function flowPlace(text: string): { path: string[], isValue: boolean, isIn: boolean } {
  const open: string[][] = []
  let [key, word] = ['', '']
  for (const sign of text) {
    if (sign === '{' || sign === '[') {
      open.push([...(key === '' ? [] : [key]), ...(sign === '[' ? ['[]'] : [])])
      ;[key, word] = ['', '']
    } else if (sign === '}' || sign === ']') {
      open.pop()
      ;[key, word] = ['', '']
    } else if (sign === ',') {
      ;[key, word] = ['', '']
    } else if (sign === ':') {
      ;[key, word] = [word.trim(), '']
    } else {
      word += sign
    }
  }

  const isIn = open.length > 0
  return { path: [...open.flat(), ...(isIn && key ? [key] : [])], isValue: key !== '', isIn }
}

/** A schema without its detours: each of the forms that it may have. */
function plain(schema: Schema, root: Schema, depth = 0): Schema[] {
  if (depth > 20) {
    return []
  }

  const aside = [
    ...schema.$ref ? [named(root, schema.$ref)] : [],
    ...schema.anyOf ?? [], ...schema.oneOf ?? [], ...schema.allOf ?? [],
  ]
  return [schema, ...aside.flatMap((s) => plain(s, root, depth + 1))]
}

function named(root: Schema, ref: string): Schema {
  return root.$defs?.[ref.replace('#/$defs/', '')] ?? {}
}

function itemsOf(schema: Schema): Schema[] {
  return schema.items ? [schema.items] : []
}

function valuesOf(schema: Schema, key: string): Schema[] {
  const own = schema.properties?.[key]
  const others = schema.additionalProperties
  return own ? [own] : typeof others === 'object' ? [others] : []
}

function wordsOf(schema: Schema): Offer[] {
  const words = schema.enum ?? (schema.const === undefined ? [] : [schema.const])
  const isSwitch = schema.type === 'boolean'
  return [...words, ...isSwitch ? [true, false] : []]
    .filter((w) => w !== null && typeof w !== 'object')
    .map((w) => ({ text: String(w), about: schema.description ?? '', isKey: false }))
}
