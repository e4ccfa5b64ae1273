import { type Child, correctChild, registerChild } from '@sidan/types/children'
import { childNotice } from '@sidan/types/guardian-notices'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { namesOf } from './children-words.ts'

/** What a guardian fills in about a child: what is missing, and saving it as a new child or as a correction. */
export function useChildForm(child: Child | undefined) {
  const [name, setName] = useState(child?.name ?? '')
  const [ageBand, setAgeBand] = useState<Child['ageBand'] | null>(child?.ageBand ?? null)
  const [fetchers, setFetchers] = useState(child?.pickUpNames.join('、') ?? '')
  const [note, setNote] = useState(child?.healthNote ?? '')
  const [agreesToData, setAgreesToData] = useState(child !== undefined)
  const [agreesToHealth, setAgreesToHealth] = useState(false)
  const { act, busy } = useAct()
  const pickUpNames = namesOf(fetchers)
  const healthNote = note.trim()
  const newNote = healthNote !== '' && healthNote !== (child?.healthNote ?? '')
  const missing =
    (name.trim() === '' && '先写怎么称呼孩子') ||
    (ageBand === null && '先选年龄段') ||
    (pickUpNames.length === 0 && '先写谁来接') ||
    (pickUpNames.length > 4 && '最多写四个来接的人') ||
    (!agreesToData && '先读告知，再点同意') ||
    (newNote && !agreesToHealth && '写了身体情况，要另外点同意')
  const known = { name: name.trim(), ageBand: ageBand ?? 'under14', pickUpNames }
  const correct = ({ childId, healthNote: before }: Child) =>
    call(correctChild, {
      params: { childId },
      body: {
        ...known,
        ...(newNote ? { healthNote, agreesToHealth } : {}),
        ...(healthNote === '' && before !== null ? { healthNote: null } : {}),
      },
    })
  const register = () =>
    call(registerChild, {
      body: {
        ...known,
        ...(newNote ? { healthNote } : {}),
        agreesToData,
        agreesToHealth,
        noticeVersion: childNotice.version,
      },
    })
  return {
    name,
    setName,
    ageBand,
    setAgeBand,
    fetchers,
    setFetchers,
    note,
    setNote,
    newNote,
    agreesToData,
    setAgreesToData,
    agreesToHealth,
    setAgreesToHealth,
    missing,
    busy,
    save: async () => (await act(() => (child ? correct(child) : register()))) !== undefined,
  }
}
