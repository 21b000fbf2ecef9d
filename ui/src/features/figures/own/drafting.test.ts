// A definition as it is picked: words of the vocabulary to ticks and back, what a choice brings with it.
import { expect, test } from 'vitest'
import type { Draft, Field, Term, ThingInfo } from '@/api/bindings'
import { blank, byHand, counting, freeId, measured, numberIn, picked, picking } from './drafting'

const field = (key: string, kind: Field['kind']): Field => ({ key, label: key, label_en: key, kind, required: false })
const channels = field('channels', { type: 'channels' })
const reply: ThingInfo = {
  thing: 'reply',
  label: '答复',
  label_en: 'Replies',
  title_field: 'subject',
  date_field: 'received_on',
  fields: [
    field('received_on', { type: 'date' }),
    field('quantity', { type: 'count' }),
    field('valid', { type: 'count' }),
  ],
}
const publication: ThingInfo = {
  ...reply,
  thing: 'publication',
  date_field: 'published_on',
  fields: [channels, field('is_public', { type: 'flag' })],
}
const term = (id: number, name: string, more: Partial<Term> = {}): Term => ({
  id,
  dimension: 'channel',
  name,
  parent: null,
  position: id,
  retired: false,
  note: '',
  ...more,
})
const known = {
  things: new Map([reply, publication].map((info) => [info.thing, info])),
  terms: new Map([term(1, '官网'), term(2, '门户', { same_as: 1 })].map((one) => [one.id, one])),
  definitions: new Map(),
}
const draft = (any: string[]): Draft => ({ ...blank('own_1'), where: [{ field: 'channels', any }] })

test('words are ticks, those merged into another are that one, and what the vocabulary lacks stays until it is dropped', () => {
  expect(picked(draft(['官网', '红网']), channels, known)).toEqual({ chosen: [1], unknown: ['红网'] })
  expect(picked(draft(['门户']), channels, known)).toEqual({ chosen: [1], unknown: [] })
  expect(picking(draft([]), channels, [1], ['红网'], known).where).toEqual([
    { field: 'channels', any: ['官网', '红网'] },
  ])
  expect(picking(draft(['官网']), channels, [], [], known).where).toEqual([])
})

test('another register has its own day and forgets conditions; items are the public ones', () => {
  const items = counting(draft(['官网']), 'publications', known)
  expect(items).toMatchObject({ date: 'published_on', where: [{ field: 'is_public', any: ['是'] }] })
  expect(counting(items, 'replies', known)).toMatchObject({ date: 'received_on', where: [] })
})

test('a share is in percent, neither rounded nor worded; what is filled in by hand selects nothing', () => {
  const replies: Draft = { ...blank('own_1'), counts: 'replies', rounding: 'hundreds', zero: '无' }
  const share = measured(replies, 'ratio', reply)
  expect(share).toMatchObject({ unit: '%', measure: { type: 'ratio', part: 'valid', whole: 'quantity' } })
  expect(share).not.toHaveProperty('rounding')
  expect(measured(replies, 'sum', reply)).toMatchObject({ rounding: 'hundreds', measure: { field: 'quantity' } })
  expect(byHand(draft(['官网']))).toMatchObject({ date: '', where: [], measure: { type: 'declared' } })
})

test('an id is the first that is free, a number is read as offices type it', () => {
  expect(freeId(['own_1', 'web', 'own_3'])).toBe('own_2')
  expect(['１２,８００', '95.4', ' 0 ', '', '约5', '-1', '0.1234'].map(numberIn)).toEqual([
    12800,
    95.4,
    0,
    null,
    null,
    null,
    null,
  ])
})
