// Layouts name fields that their things have: a renamed field is noticed here.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { layouts } from './layouts'

const source = readFileSync('../src-tauri/register/src/things/fields.rs', 'utf8')

test.each(Object.entries(layouts))('the layout of %s names its own fields', (thing, layout) => {
  const table = source.split(`const ${thing.toUpperCase()}: &[Field] = &[`)[1]?.split('];')[0] ?? ''
  const keys = [...table.matchAll(/(?:required|optional|term)\("(\w+)"/g)].map((found) => found[1])
  const { columns, filters, lead, undated, unanswered } = layout
  const named = [...columns, ...filters, ...lead, undated, unanswered].filter((key) => key !== undefined)
  expect(keys).toEqual(expect.arrayContaining(named))
})
