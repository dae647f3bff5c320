import { type Command, Option } from 'commander';
import type { Bank, Item } from '../bank/item.ts';
import { loadShippedBank } from '../bank/load.ts';
import { loadKind } from '../kinds/index.ts';
import { markCalculation } from '../marking/calculation.ts';
import { markText } from '../marking/key-points.ts';
import { readAnswer } from '../marking/read-answer.ts';
import { quizErrors, quizHelp, quizTexts } from '../messages/quiz.ts';
import { UsageError } from '../messages/say.ts';
import { dataDirectory } from '../practice/data-directory.ts';
import { type History, openHistory } from '../practice/history.ts';
import { pose, type Question } from '../practice/question.ts';
import { cardsOf, review } from '../practice/schedule.ts';
import { chooseItems } from '../practice/select.ts';
import { answerCalculation, answerText, begin, current, giveUp, type Outcome, type Session, summarise } from '../practice/session.ts';
import { nearest } from '../problem/params.ts';
import { seeded } from '../problem/random.ts';
import { solveWithSteps } from '../problem/solution.ts';
import type { Text } from '../problem/text.ts';
import type { Page } from '../render/drawing.ts';
import { solutionLines, stepJson } from '../render/problem.ts';
import {
  askedText,
  earnedLine,
  modelAnswerLines,
  pointLines,
  questionHeading,
  questionLines,
  summaryLines,
  verdictLines,
} from '../render/quiz.ts';
import { type Style, styleOf } from '../render/style.ts';
import { type Ask, endingSignal, exitCodeOf, InputEnded } from '../terminal/ask.ts';
import { type Look, type LookFlags, lookOf, type Terminal, write } from '../terminal/terminal.ts';
import type { Shell } from './common.ts';
