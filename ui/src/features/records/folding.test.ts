// A row of filters too narrow for all of them: what is in use stays in sight, the rest is folded from the end.
import { expect, test } from 'vitest'
import { folded } from './folding'

const chip = (key: string, width = 50, stays = false) => ({ key, width, stays })
const three = [chip('kind'), chip('channels'), chip('department')]

test('where all have room, none is folded', () => {
  expect([...folded(three, 150, 80)]).toEqual([])
})

test('those at the end are folded, and the button for them has its room', () => {
  expect([...folded(three, 149, 80)]).toEqual(['channels', 'department'])
})

test('one that is in use stays, though it stands at the end', () => {
  expect([...folded([...three.slice(0, 2), chip('department', 60, true)], 149, 30)]).toEqual(['channels'])
})

test('none slips in behind one that is folded', () => {
  expect([...folded([chip('kind', 90), chip('unit', 10)], 95, 20)]).toEqual(['kind', 'unit'])
})
