/** Problems of hours and of what they earn: the clock, records, walks and certificates. Part of `problems`. */
export const earningProblems = {
  // clock and records
  'record-not-pending': { status: 409, title: 'The record has been decided' },
  'record-not-standing': { status: 409, title: 'The record was rejected, taken back, corrected or reversed before' },
  'period-wrong': { status: 422, title: 'The end comes before the beginning, lies ahead, or more than a day later' },
  'record-overlaps': { status: 409, title: 'Another record of this person lies in this time' },
  'manual-entry-off': { status: 409, title: 'This county enters no service by hand' },
  'manual-entry-too-long': { status: 422, title: 'Longer than the policy lets one entry be' },
  'manual-entry-too-late': { status: 422, title: 'Further back than the policy lets service be entered' },
  'manual-entry-over-month': { status: 409, title: 'More than the policy lets a person enter in one month' },
  'own-approval': { status: 403, title: 'Nobody decides on what was said of a record that they approved' },
  'own-objection': { status: 403, title: 'Nobody decides on their own objection' },
  'record-not-on-notice': { status: 409, title: 'The record is not on public notice (any more)' },
  'already-objected': { status: 409, title: 'This person objected to this record already' },
  'too-many-objections': { status: 409, title: 'Five objections of this person wait for a decision' },
  'objection-over': { status: 409, title: 'The objection was decided on already' },
  'own-entry': { status: 403, title: 'Nobody decides on what they entered' },
  'own-record': { status: 403, title: 'Nobody decides on their own record' },
  'over-approval-limit': { status: 403, title: 'A record this long is decided by a higher tier' },

  // fraud, decided by a person
  'record-not-reversed': { status: 409, title: 'Only a record that was taken back can be decided on' },
  'nothing-absorbed': { status: 409, title: 'Nothing of this record is gone: the county bears nothing for it' },
  'fraud-too-late': { status: 409, title: 'It was taken back too long ago' },
  'fraud-decided': { status: 409, title: 'This record was decided on already' },
  'appeal-over': { status: 409, title: 'There was an appeal already, or its days are over' },
  'own-decision': { status: 403, title: 'Nobody answers an appeal against their own decision' },
  'fraud-over': { status: 409, title: 'The decision waits for something else, or is over' },

  // what is counted per piece
  'action-not-running': { status: 422, title: 'The policy has no such earning action on that day' },
  'count-day-wrong': { status: 422, title: 'Counted is for today or up to three days back' },
  'over-action-cap': { status: 409, title: 'More pieces than the policy lets one person be counted for on one day' },
  'own-count': { status: 403, title: 'Nobody counts for themselves, or takes back what was counted for them' },
  'count-undone': { status: 409, title: 'This counting was taken back already' },

  // audit walks
  'nothing-to-audit': { status: 422, title: 'Nothing was earned in this period' },

  // certificates
  'full-name-needed': { status: 422, title: 'A certificate bears a full name: tell yours first' },
  'nothing-to-certify': { status: 422, title: 'No approved record of voluntary service lies in this period (rule-02)' },
  'certificate-over': { status: 409, title: 'This certificate was revoked or superseded already' },
} as const
