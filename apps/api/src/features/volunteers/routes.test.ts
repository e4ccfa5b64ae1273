import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { findPeople, getMe, saveName } from '@sidan/types/people'
import { isVolunteerNo } from '@sidan/types/volunteer-numbers'
import { getVolunteerForm, registerVolunteer, saveProfile } from '@sidan/types/volunteers'
import { registration, unregistered } from '../../testing/promises/oneself-requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(() => test?.close())

const register = (who: string, more: object = {}) => w.done(who, registerVolunteer, { body: registration(w, more) })
const profile = async (who: string) => (await w.done(who, getVolunteerForm)).profile
const rows = <Row>(text: string, ...values: unknown[]) =>
  test.db.inCounty(w.county.countyId, (tx) => tx.rows<Row>({ text, values: [w.county.countyId, ...values] }))

describe('registering', () => {
  it('makes a volunteer of what was told, who is offered work from the next request', async () => {
    const form = await w.done('resident', getVolunteerForm)
    expect(form.profile).toBeNull()
    const skill = form.skills[0]?.code
    const made = await register('resident', { skills: [skill, skill], times: ['4-morning', '6-evening'] })
    expect(made.profile).toMatchObject({
      ageBand: 'from60',
      skills: [skill],
      languages: ['mandarin', 'dialect'],
      times: ['4-morning', '6-evening'],
      areas: [{ unitId: w.county.stage.stationId }],
      active: true,
      nationalNoMasked: null,
    })
    expect((await w.done('resident', getMe)).volunteer?.volunteerNo).toBe(made.profile?.volunteerNo)
  })

  it('rule-18 gives a number of our own, with a check, that is no ID number and nobody else’s', async () => {
    const { profile: made } = await register('keeper')
    expect(isVolunteerNo(made?.volunteerNo ?? '')).toBe(true)
    expect(made?.volunteerNo).toMatch(/^420882\d{8}$/)
    expect(made?.volunteerNo).not.toBe((await profile('resident'))?.volunteerNo)
  })

  it('rule-16 asks for an age band, and a minor registers all the same', async () => {
    const made = await register('merchant', { ageBand: 'from14' })
    expect(made.profile).toMatchObject({ ageBand: 'from14', active: true })
    const birthday = await rows(
      `select column_name from information_schema.columns where $1 > 0 and table_schema = 'public' and column_name ~ 'birth'`,
    )
    expect(birthday).toEqual([])
  })

  it('who withdrew and comes back keeps their number', async () => {
    const before = (await register('neighbour')).profile?.volunteerNo
    await unregistered(w, 'neighbour')
    expect((await register('neighbour')).profile?.volunteerNo).toBe(before)
  })

  it('one person who registers twice at once is registered once', async () => {
    const ask = () => w.county.as('auditor')(registerVolunteer, { body: registration(w) })
    const codes = (await Promise.all([ask(), ask(), ask()])).map(({ code }) => code ?? 'registered')
    expect(codes.sort()).toEqual(['already-volunteer', 'already-volunteer', 'registered'])
  })

  it('of two who bring the same national number at once, one is registered', async () => {
    const ask = (who: string, nationalNo: string) =>
      w.county.as(who)(registerVolunteer, { body: registration(w, { nationalNo }) })
    const answers = await Promise.all([ask('institute', 'WH-2026-7788'), ask('center', 'wh20267788')])
    expect(answers.map(({ code }) => code ?? 'registered').sort()).toEqual(['national-no-taken', 'registered'])
  })

  it('keeps a national number sealed, shows its last four, and takes the same one in another county', async () => {
    await register('gridWorker', { nationalNo: 'WH20269999' })
    expect((await profile('gridWorker'))?.nationalNoMasked).toBe('****9999')
    const [kept] = await rows<{ row: string }>(
      `select v::text as row from volunteers v where county_id = $1 and person_id = $2`,
      w.county.cast['gridWorker'],
    )
    expect(kept?.row).not.toContain('9999')
    const body = { ...registration(w.daye as World), nationalNo: 'WH20269999' }
    expect((await w.daye.county.as('keeper')(registerVolunteer, { body })).code).toBeUndefined()
  })
})

describe('a profile', () => {
  it('is corrected piece by piece; what is not named stays', async () => {
    const before = await profile('volunteer')
    await w.done('volunteer', saveProfile, { body: { languages: ['signLanguage'], ageBand: 'from18' } })
    expect(await profile('volunteer')).toEqual({ ...before, languages: ['signLanguage'], ageBand: 'from18' })
    await w.done('volunteer', saveProfile, { body: { nationalNo: 'WH20261111' } })
    await w.done('volunteer', saveProfile, { body: { nationalNo: null } })
    expect((await profile('volunteer'))?.nationalNoMasked).toBeNull()
  })
  it('rests while paused, and comes back as it was', async () => {
    const before = await profile('third')
    const paused = await w.done('third', saveProfile, { body: { active: false } })
    expect(paused.profile).toEqual({ ...before, active: false })
    expect((await w.done('third', getMe)).volunteer).toBeNull()
    await w.done('third', saveProfile, { body: { active: true } })
    expect(await profile('third')).toEqual(before)
    expect((await w.done('third', getMe)).volunteer).not.toBeNull()
  })
})

describe('a name', () => {
  const found = async (name: string) =>
    (await w.done('center', findPeople, { query: { name } })).items.map(({ displayName }) => displayName)

  it('rule-27 is shown to others as surname and word, never in full', async () => {
    expect((await w.done('second', saveName, { body: { name: '欧阳𠮷花', word: 'sister' } })).displayName).toBe(
      '欧阳大姐',
    )
    const [row] = await rows<{ row: string }>(
      `select p::text as row from people p where county_id = $1 and id = $2`,
      w.county.cast['second'],
    )
    expect(row?.row).not.toContain('𠮷')
  })
  it.each([
    ['lsf', '李师傅'],
    ['LiShi', '李师傅'],
    ['李师', '李师傅'],
    ['师傅', '李师傅'],
    ['oyjh', '欧阳大姐'],
    ['ouyangji', '欧阳大姐'],
    ['欧阳吉花', '欧阳大姐'],
  ])('is found by %s', async (typed, name) => {
    expect(await found(typed)).toContain(name)
  })
  it.each([
    ['阿依古丽·买买提', 'ayglmmt', 'maimaiti', '阿依古丽大姐'],
    ['Anna Maria', 'am', 'maria', 'Anna大姐'],
    ['㐂小吕', 'xxl', 'xixiaolv', '㐂大姐'],
  ])(
    'of more than one word or rare characters, %s, is found by initials and by sound',
    async (name, initials, sound, shown) => {
      await w.done('resident', saveName, { body: { word: 'sister', name } })
      expect([(await found(initials)).includes(shown), (await found(sound)).includes(shown)]).toEqual([true, true])
    },
  )
  it('is looked for literally: signs that a pattern would take for anything find nothing', async () => {
    for (const typed of ['%', '_', "'", '·', '\\']) expect(await found(typed)).toEqual([])
  })
  it('is found page by page, by sound', async () => {
    const all: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: { items: { displayName: string }[]; nextCursor: string | null } = await w.done('center', findPeople, {
        query: { name: '师傅', limit: '1', ...(cursor ? { cursor } : {}) },
      })
      all.push(...page.items.map(({ displayName }) => displayName))
      cursor = page.nextCursor
    }
    expect(all).toEqual(['李师傅'])
  })
})
