import type { Suggestion } from '@sidan/types/dispatch'
import { useWords } from '../format/use-words.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Box, Span } from '../ui/box.tsx'
import { classes } from '../ui/classes.ts'
import { Icon } from '../ui/icon.tsx'
import { Press } from '../ui/press.tsx'
import { partWords, scoreSum } from './suggestion-words.ts'
import './dispatch-choices.css'

interface Picking {
  readonly picked: boolean
  readonly onPick: () => void
}

/** Somebody who might go: the score with its parts, each part a reason. */
export function PersonChoice({ person, picked, onPick }: Picking & { readonly person: Suggestion }) {
  const words = useWords()
  return (
    <Press
      role="radio"
      checked={picked}
      className={classes('sd-card', 'sd-pick', picked ? 'sd-card-picked' : 'sd-card-other')}
      onPress={onPick}
    >
      <Box className="sd-pick-head">
        <Avatar name={person.displayName} />
        <Box className="sd-grow">
          <Box className="sd-strong">{person.displayName}</Box>
          <Box className="t-small sd-ink-2">{person.teamName ?? '还没有队伍'}</Box>
        </Box>
        <Box className="sd-pick-score">
          <Box>
            <Span className="sd-pick-figure">{String(person.score)}</Span>
            <Span> 分</Span>
          </Box>
          <Box className="t-small sd-ink-2">{scoreSum(person)}</Box>
        </Box>
      </Box>
      {person.declinedBefore ? <Reason fits={false} words="这张单他上回没接" /> : null}
      {person.parts.map((part) => (
        <Reason key={part.kind} fits={part.fits} words={partWords(part, words.moment)} points={part.points} />
      ))}
    </Press>
  )
}

export interface TeamOption {
  readonly teamId: string
  readonly name: string
  readonly memberCount: number
  readonly hasSkill: boolean
}

export function TeamChoice({ team, picked, onPick }: Picking & { readonly team: TeamOption }) {
  return (
    <Press
      role="radio"
      checked={picked}
      className={classes('sd-card', 'sd-pick', picked ? 'sd-card-picked' : 'sd-card-other')}
      onPress={onPick}
    >
      <Box className="sd-pick-head">
        <Box className="sd-grow">
          <Box className="sd-strong">{team.name}</Box>
          <Box className="t-small sd-ink-2">{`${team.memberCount} 人，队长定谁去`}</Box>
        </Box>
      </Box>
      <Reason fits={team.hasSkill} words={team.hasSkill ? '队里有人会做' : '队里没人登记这门手艺'} />
    </Press>
  )
}

function Reason({ fits, words, points }: { fits: boolean; words: string; points?: number }) {
  return (
    <Box className={classes('sd-pick-reason', fits ? 'sd-pick-fits' : 'sd-pick-doubt')}>
      <Icon name={fits ? 'check' : 'warn'} size="s" />
      <Span className="sd-pick-words">{words}</Span>
      {points === undefined ? null : <Span className="sd-ink-2">{String(points)}</Span>}
    </Box>
  )
}
