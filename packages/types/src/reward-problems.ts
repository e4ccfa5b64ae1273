/** What exchanging points, handing out and keeping the shelf may be refused with; part of problems.ts. */
export const rewardProblems = {
  'not-enough-points': { status: 409, title: 'The available points do not cover this' },
  'out-of-stock': { status: 409, title: 'Nothing left' },
  'over-limit': { status: 409, title: 'The limit per person and month is reached' },
  'over-item-limit': { status: 409, title: 'The limit of this item per person and so many days is reached' },
  'not-open-yet': { status: 409, title: 'It can be exchanged from its opening time on' },
  'not-enough-stock': { status: 409, title: 'Fewer pieces than that are on the shelf' },
  'redemption-not-held': { status: 409, title: 'The voucher is used, cancelled or expired' },
  'redemption-not-used': { status: 409, title: 'The voucher is not handed out' },
  'undo-too-late': {
    status: 409,
    title: 'Too late to take this back: ten minutes have passed, its holder has left or the place has closed',
  },
  'voucher-unknown': { status: 404, title: 'No such voucher in this county' },
  'voucher-not-here': { status: 403, title: 'This voucher is picked up at another place' },
} as const
