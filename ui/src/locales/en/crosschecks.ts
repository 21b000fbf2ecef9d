// Cross-checks: what must fit together in the report, and what a person accepts of it.
import type { Messages } from '../zh-CN'

const crosschecks: Messages['crosschecks'] = {
  title: 'Cross-checks',
  button: 'Cross-checks ({n})',
  buttonMeans: '{n} do not hold, or cannot be told, and are not accepted',
  lead: 'Whether figures fit each other and the wording, as the register stands now. Put right what does not; where there is a reason, accept it with that reason.',
  outcomes: {
    pass: 'Holds',
    fail: 'Does not hold',
    cannot_tell: 'Cannot tell',
  },
  groups: {
    pending: 'To be settled: {n}',
    accepted: 'Accepted: {n}',
    passed: 'Hold: {n}',
  },
  none: 'There are no cross-checks.',
  settled: 'Nothing is left to be settled.',
  basis: 'By {basis}',
  records: 'Show {n} records',
  recordsOf: '{label}: its records',
  recordsNote: '{n} in all. {sentence}',
  figures: 'Figures',
  accept: 'Accept…',
  again: 'Accept again…',
  acceptMeaning: 'It is settled then, until what stands behind it changes.',
  reason: 'Reason',
  reasonMissing: 'Give a reason. Nothing was saved yet.',
  save: 'Accept',
  cancel: 'Give up',
  acceptedNow: '“{label}” is accepted.',
  accepted: 'Accepted: {reason}',
  by: '{by}, {at}',
  stale: 'What stands behind it has changed since. Check it again.',
  takeBack: 'Take back…',
  takeBackMeaning: 'It is to be settled again. Both steps stay in the change log.',
  takeBackDo: 'Take back',
  takenBack: '“{label}” is no longer accepted.',
  history: 'What was accepted',
  entries: {
    accepted: 'Accepted: {reason}',
    takenBack: 'Taken back: {reason}',
  },
}
export default crosschecks
