// A long list is drawn screenful by screenful, a short one at once.
import { expect, test } from 'vitest'
import { effectScope, shallowRef } from 'vue'
import { painted } from './painted'
import { useScreenful } from './screenful'

const numbers = (n: number) => Array.from({ length: n }, (_, i) => i)

test('a screenful stands at once, the others one after the other; another list begins anew', async () => {
  const rows = shallowRef(numbers(100))
  const drawn = effectScope().run(() => useScreenful(() => rows.value))
  expect(drawn?.value).toEqual(numbers(40))
  await painted()
  expect(drawn?.value).toEqual(numbers(80))
  await painted()
  expect(drawn?.value).toEqual(numbers(100))
  rows.value = numbers(70)
  expect(drawn?.value).toEqual(numbers(40))
  await painted()
  await painted()
  expect(drawn?.value).toEqual(numbers(70))
  rows.value = numbers(12)
  expect(drawn?.value).toEqual(numbers(12))
})
