import { listInsurances } from '@sidan/types/insurances'
import { listQualifications } from '@sidan/types/qualifications'
import { call } from '../../shared/api/call.ts'
import { usePages } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { PartList } from './part-list.tsx'

const loadPapers = (cursor?: string) => call(listQualifications, { query: { filter: 'ending', cursor, limit: 30 } })
const loadInsurances = (cursor?: string) => call(listInsurances, { query: { filter: 'ending', cursor, limit: 30 } })

/** What ends within 30 days, soonest first; the people were told. */
export function Endings() {
  const words = useWords()
  const papers = usePages(loadPapers)
  const insurances = usePages(loadInsurances)
  return (
    <>
      <SectionHead>三十天内到期的资质</SectionHead>
      <PartList pages={papers} empty="三十天内没有到期的资质。">
        <List>
          {papers.items.map((paper) => (
            <Row
              key={paper.qualificationId}
              icon="document"
              title={`${paper.person.displayName}·${paper.name}`}
              line={paper.validUntilDay === null ? undefined : `${words.date(paper.validUntilDay)}到期，已经告诉本人`}
            />
          ))}
        </List>
      </PartList>
      <SectionHead>三十天内到期的保险</SectionHead>
      <PartList pages={insurances} empty="三十天内没有到期的保险。">
        <List>
          {insurances.items.map((insurance) => (
            <Row
              key={insurance.insuranceId}
              icon="shield-check"
              title={`${insurance.person.displayName}·${insurance.insurer}`}
              line={`${words.date(insurance.untilDay)}到期`}
            />
          ))}
        </List>
      </PartList>
    </>
  )
}
